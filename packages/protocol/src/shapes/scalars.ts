// The values at the leaves, with their lengths, ranges and patterns.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Types_Amazon_Bedrock_Runtime.html
import type {
  BlobShape,
  BooleanShape,
  DocumentShape,
  NumberShape,
  StringShape,
  TimestampShape,
} from '../shape.ts';

export const blob: BlobShape = { type: 'blob' };
export const boolean: BooleanShape = { type: 'boolean' };
export const bytes: BlobShape = { type: 'blob', min: 1 };
export const document: DocumentShape = { type: 'document' };
export const float: NumberShape = { type: 'float' };
export const integer: NumberShape = { type: 'integer' };
export const long: NumberShape = { type: 'long' };
export const nonEmptyString: StringShape = { type: 'string', min: 1 };
export const nonNegativeInteger: NumberShape = { type: 'integer', min: 0 };
export const score: NumberShape = { type: 'double', min: 0, max: 1 };
export const string: StringShape = { type: 'string' };
export const timestamp: TimestampShape = { type: 'timestamp' };
export const accountId: StringShape = { type: 'string', pattern: '[0-9]{12}' };
export const asyncInvokeArn: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern: 'arn:[a-z0-9\\-]+:bedrock:[a-z0-9\\-]*:[0-9]*:(provisioned-model|foundation-model)/.+',
};
export const asyncInvokeIdempotencyToken: StringShape = {
  type: 'string',
  min: 1,
  max: 256,
  pattern: '[!-~]*',
};
export const asyncInvokeMessage: StringShape = { type: 'string', min: 0, max: 2048, sensitive: true };
export const asyncInvokeModelId: StringShape = {
  type: 'string',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z_\\.\\-/0-9:]+',
};
export const automatedReasoningRuleIdentifier: StringShape = {
  type: 'string',
  min: 0,
  max: 12,
  pattern: '[a-z0-9]{12}',
};
export const bedrockModelArn: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern:
    '^(arn:aws(-[^:]+)?:(bedrock|sagemaker):[a-z0-9-]{1,20}:([0-9]{12})?:([a-z-]+/)?)?([a-z0-9.-]{1,63}){0,2}(([:][a-z0-9-]{1,63}){0,2})?(/[a-z0-9]{1,12})?$',
};
export const body: BlobShape = { type: 'blob', min: 0, max: 25_000_000, sensitive: true };
export const conversationalModelId: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern:
    '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|([0-9]{12}:imported-model/[a-z0-9]{12})|([0-9]{12}:provisioned-model/[a-z0-9]{12})|([0-9]{12}:custom-model-deployment/[a-z0-9]{12})|([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|(([0-9a-zA-Z][_-]?)+)|([a-zA-Z0-9-:.]+)|(^(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:prompt/[0-9a-zA-Z]{10}(?::[0-9]{1,5})?))$|(^arn:aws:sagemaker:[a-z0-9-]+:[0-9]{12}:endpoint/[a-zA-Z0-9-]+$)|(^arn:aws(-[^:]+)?:bedrock:([0-9a-z-]{1,20}):([0-9]{12}):(default-)?prompt-router/[a-zA-Z0-9-:.]+$)',
};
export const countTokensModelId: StringShape = {
  type: 'string',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z_\\.\\-/0-9:]+',
};
export const guardrailArn: StringShape = {
  type: 'string',
  min: 0,
  max: 2048,
  pattern: '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+)',
};
export const guardrailAutomatedReasoningPolicyVersionArn: StringShape = {
  type: 'string',
  min: 0,
  max: 2048,
  pattern:
    'arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:automated-reasoning-policy/[a-z0-9]{12}(:([1-9][0-9]{0,11}))?',
};
export const guardrailAutomatedReasoningStatementNaturalLanguageContent: StringShape = {
  type: 'string',
  min: 0,
  max: 1000,
  sensitive: true,
};
export const guardrailId: StringShape = { type: 'string', min: 0, max: 2048, pattern: '([a-z0-9]+)' };
export const guardrailIdentifier: StringShape = {
  type: 'string',
  min: 0,
  max: 2048,
  pattern: '(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))',
};
export const guardrailVersion: StringShape = { type: 'string', pattern: '(|([1-9][0-9]{0,7})|(DRAFT))' };
export const invocationArn: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern: 'arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:async-invoke/[a-z0-9]{12}',
};
export const invokeModelId: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern:
    '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|([0-9]{12}:imported-model/[a-z0-9]{12})|([0-9]{12}:provisioned-model/[a-z0-9]{12})|([0-9]{12}:custom-model-deployment/[a-z0-9]{12})|([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|(([0-9a-zA-Z][_-]?)+)|([a-zA-Z0-9-:.]+)$|(^(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:prompt/[0-9a-zA-Z]{10}(?::[0-9]{1,5})?))$|(^arn:aws:sagemaker:[a-z0-9-]+:[0-9]{12}:endpoint/[a-zA-Z0-9-]+$)|(^arn:aws(-[^:]+)?:bedrock:([0-9a-z-]{1,20}):([0-9]{12}):(default-)?prompt-router/[a-zA-Z0-9-:.]+$)',
};
export const invokedModelId: StringShape = {
  type: 'string',
  pattern:
    '(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}::foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2})|(arn:aws(|-us-gov|-cn|-iso|-iso-b):bedrock:(|[0-9a-z-]{1,20}):(|[0-9]{12}):inference-profile/[a-zA-Z0-9-:.]+)',
};
export const kmsKeyId: StringShape = {
  type: 'string',
  min: 1,
  max: 2048,
  pattern: 'arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))',
};
export const nextToken: StringShape = { type: 'string', min: 1, max: 2048, pattern: '^\\S*$' };
export const nonBlankString: StringShape = { type: 'string', pattern: '[\\s\\S]*' };
export const paginationToken: StringShape = { type: 'string', min: 1, max: 2048, pattern: '\\S*' };
export const partBody: BlobShape = { type: 'blob', min: 0, max: 1_000_000, sensitive: true };
export const requestMetadataJson: StringShape = { type: 'string', min: 0, max: 8500, sensitive: true };
export const requestMetadataKeyString: StringShape = {
  type: 'string',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z0-9\\s:_@$#=/+,-.]{1,256}',
};
export const requestMetadataValueString: StringShape = {
  type: 'string',
  min: 0,
  max: 256,
  pattern: '[a-zA-Z0-9\\s:_@$#=/+,-.]{0,256}',
};
export const s3Uri: StringShape = {
  type: 'string',
  min: 1,
  max: 1024,
  pattern: 's3://[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9](/.*)?',
};
export const statusCode: NumberShape = { type: 'integer', min: 100, max: 599 };
export const tagKey: StringShape = { type: 'string', min: 1, max: 128, pattern: '[a-zA-Z0-9\\s._:/=+@-]*' };
export const tagValue: StringShape = { type: 'string', min: 0, max: 256, pattern: '[a-zA-Z0-9\\s._:/=+@-]*' };
export const toolName: StringShape = { type: 'string', min: 1, max: 64, pattern: '[a-zA-Z0-9_-]+' };
export const toolUseId: StringShape = { type: 'string', min: 1, max: 64, pattern: '[a-zA-Z0-9_.:-]+' };
