// Which operations a model answers to.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import type { Call } from '../call.ts';
import type { Rule } from '../rule.ts';

export const operationSupported: Rule<Call> = {
  id: 'operation-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html',
  check(call, refuse) {
    const { capabilities, operation } = call;
    if (!Object.hasOwn(capabilities.operations, operation)) return;
    // hasOwn has shown that the operation is one of those that a model's record speaks of.
    if (capabilities.operations[operation as keyof typeof capabilities.operations] !== false) return;
    refuse(
      'modelId',
      operation === 'CountTokens'
        ? "The provided model doesn't support counting tokens."
        : "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
    );
  },
};
