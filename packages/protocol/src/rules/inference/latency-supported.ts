// Few models are served with optimized latency, and those by inference profiles alone.
// https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const latencySupported: Rule<Conversation> = {
  id: 'latency-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html',
  check(conversation, refuse) {
    const { capabilities, model, request } = conversation;
    const { optimizedLatency } = capabilities;
    if (request.performanceConfig?.latency !== 'optimized') return;
    if (optimizedLatency === 'unknown' || (optimizedLatency && model?.kind !== 'foundation-model')) return;
    refuse(
      'performanceConfig.latency',
      `Latency performance configuration is not supported for ${request.modelId}`,
    );
  },
};
