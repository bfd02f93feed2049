// Few models are served with optimized latency.
// https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const latencySupported: Rule<Conversation> = {
  id: 'latency-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html',
  check(conversation, refuse) {
    const { capabilities, request } = conversation;
    if (capabilities.optimizedLatency !== false || request.performanceConfig?.latency !== 'optimized') return;
    refuse(
      'performanceConfig.latency',
      `Latency performance configuration is not supported for ${request.modelId}`,
    );
  },
};
