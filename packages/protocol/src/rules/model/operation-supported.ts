// Which operations a model answers to.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import type { Support } from '@bedrock-kit/models';
import type { OperationName } from '../../operation.ts';
import type { Call } from '../call.ts';
import type { Rule } from '../rule.ts';

const ofConverse =
  "This action doesn't support the model that you provided. Try again with a supported text or chat model.";

/** Where an operation has words of its own. */
const words: { readonly [Name in OperationName]?: string } = {
  CountTokens: "The provided model doesn't support counting tokens.",
  // https://github.com/aws-samples/amazon-bedrock-client-for-mac/issues/112
  InvokeModelWithResponseStream: 'The model is unsupported for streaming.',
  // https://github.com/boto/boto3/issues/4382
  StartAsyncInvoke: 'The provided request is not valid',
};

export const operationSupported: Rule<Call> = {
  id: 'operation-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html',
  check(call, refuse) {
    const { capabilities, operation } = call;
    // A model's record speaks of the operations that call a model.
    const operations: { readonly [Name in OperationName]?: Support } = capabilities.operations;
    if (operations[operation] !== false) return;
    refuse('modelId', words[operation] ?? ofConverse);
  },
};
