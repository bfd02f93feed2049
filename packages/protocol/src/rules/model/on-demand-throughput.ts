// Newer models are called through an inference profile.
// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
import type { Call } from '../call.ts';
import type { Rule } from '../rule.ts';

export const onDemandThroughput: Rule<Call> = {
  id: 'on-demand-throughput',
  evidence: 'https://github.com/cline/cline/issues/689',
  check(call, refuse) {
    const { capabilities, model, operation } = call;
    // Counting tokens is no inference, and jobs have a throughput of their own: both take the bare id.
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
    if (operation === 'CountTokens' || operation === 'StartAsyncInvoke') return;
    if (capabilities.addressing.onDemand !== false) return;
    // Profiles and ARNs of an account's own resources are what is asked for; a context variant is provisioned throughput.
    if (model?.kind !== 'foundation-model' || model.variant) return;
    refuse(
      'modelId',
      `Invocation of model ID ${model.id} with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
    );
  },
};
