// Every rule of Converse and ConverseStream, in the order in which they are asked: the form of the conversation first,
// then what the model takes. A new rule is a file beside these, its id in rule.ts, a line here, and a case in
// test/rule-cases, without which a test fails.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
import { cachePointAfterDocument } from './caching/cache-point-after-document.ts';
import { cachePointAfterReasoning } from './caching/cache-point-after-reasoning.ts';
import { cachePointAfterText } from './caching/cache-point-after-text.ts';
import { cachePointCount } from './caching/cache-point-count.ts';
import { cachePointFirst } from './caching/cache-point-first.ts';
import { cachePointPlace } from './caching/cache-point-place.ts';
import { cachePointSupported } from './caching/cache-point-supported.ts';
import { cachePointTtlOrder } from './caching/cache-point-ttl-order.ts';
import { cachePointTtl } from './caching/cache-point-ttl.ts';
import type { Conversation } from './conversation.ts';
import { additionalFieldsConflict } from './inference/additional-fields-conflict.ts';
import { additionalFieldsKnown } from './inference/additional-fields-known.ts';
import { additionalFieldsObject } from './inference/additional-fields-object.ts';
import { guardrailVersion } from './inference/guardrail-version.ts';
import { guardrailsSupported } from './inference/guardrails-supported.ts';
import { latencySupported } from './inference/latency-supported.ts';
import { maxTokens } from './inference/max-tokens.ts';
import { promptResourceFields } from './inference/prompt-resource-fields.ts';
import { responseFieldPath } from './inference/response-field-path.ts';
import { samplingExclusive } from './inference/sampling-exclusive.ts';
import { samplingSupported } from './inference/sampling-supported.ts';
import { serviceTierSupported } from './inference/service-tier-supported.ts';
import { stopSequenceBlank } from './inference/stop-sequence-blank.ts';
import { stopSequencesSupported } from './inference/stop-sequences-supported.ts';
import { structuredOutputSchema } from './inference/structured-output-schema.ts';
import { structuredOutputSupported } from './inference/structured-output-supported.ts';
import { audioSupported } from './media/audio-supported.ts';
import { citationsFormat } from './media/citations-format.ts';
import { citationsInResult } from './media/citations-in-result.ts';
import { citationsSupported } from './media/citations-supported.ts';
import { citationsTextSource } from './media/citations-text-source.ts';
import { documentCount } from './media/document-count.ts';
import { documentNameUnique } from './media/document-name-unique.ts';
import { documentName } from './media/document-name.ts';
import { documentNeedsText } from './media/document-needs-text.ts';
import { documentSize } from './media/document-size.ts';
import { documentSourceCited } from './media/document-source-cited.ts';
import { documentSupported } from './media/document-supported.ts';
import { imageCount } from './media/image-count.ts';
import { imageSize } from './media/image-size.ts';
import { imageSupported } from './media/image-supported.ts';
import { mediaInUserMessages } from './media/media-in-user-messages.ts';
import { s3SourceSupported } from './media/s3-source-supported.ts';
import { searchResultSupported } from './media/search-result-supported.ts';
import { videoSupported } from './media/video-supported.ts';
import { contentEmpty } from './messages/content-empty.ts';
import { conversationStartsWithUser } from './messages/conversation-starts-with-user.ts';
import { lastTurnUser } from './messages/last-turn-user.ts';
import { prefillWhitespace } from './messages/prefill-whitespace.ts';
import { rolesAlternate } from './messages/roles-alternate.ts';
import { systemBlank } from './messages/system-blank.ts';
import { systemMessageSupported } from './messages/system-message-supported.ts';
import { systemSupported } from './messages/system-supported.ts';
import { textBlank } from './messages/text-blank.ts';
import { toolChangePlace } from './messages/tool-change-place.ts';
import { effortSupported } from './reasoning/effort-supported.ts';
import { forcedToolWhileReasoning } from './reasoning/forced-tool-while-reasoning.ts';
import { reasoningBeforeToolUse } from './reasoning/reasoning-before-tool-use.ts';
import { reasoningBudget } from './reasoning/reasoning-budget.ts';
import { reasoningFinal } from './reasoning/reasoning-final.ts';
import { reasoningFirst } from './reasoning/reasoning-first.ts';
import { reasoningMode } from './reasoning/reasoning-mode.ts';
import { reasoningSampling } from './reasoning/reasoning-sampling.ts';
import { reasoningSignature } from './reasoning/reasoning-signature.ts';
import type { Rule } from './rule.ts';
import { documentBesideResult } from './tools/document-beside-result.ts';
import { strictSchema } from './tools/strict-schema.ts';
import { strictToolSupported } from './tools/strict-tool-supported.ts';
import { textAfterToolUse } from './tools/text-after-tool-use.ts';
import { toolChoiceKnown } from './tools/tool-choice-known.ts';
import { toolChoiceSupported } from './tools/tool-choice-supported.ts';
import { toolConfigMissing } from './tools/tool-config-missing.ts';
import { toolInputObject } from './tools/tool-input-object.ts';
import { toolNameUnique } from './tools/tool-name-unique.ts';
import { toolResultCount } from './tools/tool-result-count.ts';
import { toolResultIdUnique } from './tools/tool-result-id-unique.ts';
import { toolResultJsonObject } from './tools/tool-result-json-object.ts';
import { toolResultKind } from './tools/tool-result-kind.ts';
import { toolResultMissing } from './tools/tool-result-missing.ts';
import { toolResultStatus } from './tools/tool-result-status.ts';
import { toolSchemaDefinitions } from './tools/tool-schema-definitions.ts';
import { toolSchemaDraft } from './tools/tool-schema-draft.ts';
import { toolSchemaIntegers } from './tools/tool-schema-integers.ts';
import { toolSchemaKeywords } from './tools/tool-schema-keywords.ts';
import { toolSchemaPropertyNames } from './tools/tool-schema-property-names.ts';
import { toolSchemaRootUnion } from './tools/tool-schema-root-union.ts';
import { toolSchemaRoot } from './tools/tool-schema-root.ts';
import { toolTurns } from './tools/tool-turns.ts';
import { toolTurnsMixed } from './tools/tool-turns-mixed.ts';
import { toolUseIdForm } from './tools/tool-use-id-form.ts';
import { toolUseIdUnique } from './tools/tool-use-id-unique.ts';
import { toolUseStreaming } from './tools/tool-use-streaming.ts';
import { toolUseSupported } from './tools/tool-use-supported.ts';

export const converseRules: readonly Rule<Conversation>[] = [
  conversationStartsWithUser,
  rolesAlternate,
  contentEmpty,
  textBlank,
  systemBlank,
  systemSupported,
  systemMessageSupported,
  lastTurnUser,
  prefillWhitespace,
  toolChangePlace,
  documentName,
  documentNameUnique,
  documentNeedsText,
  mediaInUserMessages,
  imageCount,
  imageSize,
  documentCount,
  documentSize,
  imageSupported,
  documentSupported,
  videoSupported,
  audioSupported,
  s3SourceSupported,
  citationsSupported,
  citationsFormat,
  citationsInResult,
  citationsTextSource,
  documentSourceCited,
  searchResultSupported,
  toolUseSupported,
  toolUseStreaming,
  toolConfigMissing,
  toolNameUnique,
  toolSchemaRoot,
  toolSchemaKeywords,
  toolSchemaRootUnion,
  toolSchemaDefinitions,
  toolSchemaDraft,
  toolSchemaIntegers,
  toolSchemaPropertyNames,
  strictToolSupported,
  strictSchema,
  toolChoiceSupported,
  toolChoiceKnown,
  toolTurns,
  toolTurnsMixed,
  documentBesideResult,
  textAfterToolUse,
  toolUseIdUnique,
  toolResultIdUnique,
  toolUseIdForm,
  toolResultCount,
  toolResultMissing,
  toolInputObject,
  toolResultJsonObject,
  toolResultKind,
  toolResultStatus,
  cachePointSupported,
  cachePointPlace,
  cachePointFirst,
  cachePointAfterReasoning,
  cachePointCount,
  cachePointTtl,
  cachePointTtlOrder,
  cachePointAfterDocument,
  cachePointAfterText,
  forcedToolWhileReasoning,
  reasoningBudget,
  reasoningMode,
  reasoningSampling,
  reasoningSignature,
  reasoningFinal,
  reasoningFirst,
  reasoningBeforeToolUse,
  effortSupported,
  maxTokens,
  samplingSupported,
  samplingExclusive,
  stopSequencesSupported,
  stopSequenceBlank,
  additionalFieldsObject,
  additionalFieldsConflict,
  additionalFieldsKnown,
  responseFieldPath,
  structuredOutputSupported,
  structuredOutputSchema,
  serviceTierSupported,
  latencySupported,
  guardrailVersion,
  guardrailsSupported,
  promptResourceFields,
];
