// Few models are served with optimized latency, and those by inference profiles alone.
// https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html
import type { Call } from '../call.ts';
import type { Conversation } from '../conversation.ts';
import type { Refuse, Rule } from '../rule.ts';

export const latencySupported: Rule<Conversation> = {
  id: 'latency-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html',
  check(conversation, refuse) {
    const { performanceConfig } = conversation.request;
    checkLatency(conversation, performanceConfig?.latency, 'performanceConfig.latency', refuse);
  },
};

/**
 * Refuses the latency that a call asks for where its model has no such. Converse and InvokeModel say the same, with the model behind a
 * profile and the Region, as recorded of Gemma 3, Claude Opus 4.6 and Titan Embed V2.
 */
export function checkLatency(
  { capabilities, model, region }: Call,
  latency: string | undefined,
  path: string,
  refuse: Refuse,
): void {
  const { optimizedLatency } = capabilities;
  if (latency !== 'optimized' || optimizedLatency === 'unknown' || !model) return;
  if (optimizedLatency && model.kind !== 'foundation-model') return;
  const place = region === undefined ? '' : ` in ${region}`;
  refuse(
    path,
    `Latency performance configuration is not supported for ${model.baseModelId ?? model.id}${place}`,
  );
}
