// Which temperature, top-p, top-k, seeds and stop sequences the families take.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

test.each([
  ['us.xai.grok-4.7', false],
  ['global.xai.grok-4.6', false],
  ['xai.grok-4.3', 'unknown'],
  ['us.moonshotai.kimi-k3', false],
  ['moonshotai.kimi-k2.5', true],
])('%s takes temperature and top-p: %s', (id, taken) => {
  expect(capabilitiesOf(id).sampling).toMatchObject({ temperature: taken, topP: taken });
});

test.each([
  'openai.gpt-oss-120b-1:0',
  'openai.gpt-oss-safeguard-20b',
  'qwen.qwen3-235b-a22b-2507-v1:0',
  'deepseek.v3-v1:0',
  'moonshotai.kimi-k2.5',
  'minimax.minimax-m2.5',
  'zai.glm-4.7',
  'google.gemma-3-27b-it',
])('%s takes no stop sequences', (id) => {
  expect(capabilitiesOf(id).stopSequences).toBe(false);
});

test('DeepSeek-R1 takes stop sequences', () => {
  expect(capabilitiesOf('us.deepseek.r1-v1:0').stopSequences).toEqual({ max: 'unknown', reportedAt: [] });
});

describe('top-k', () => {
  test.each([
    ['anthropic.claude-sonnet-4-6', ['top_k']],
    ['amazon.nova-pro-v1:0', ['inferenceConfig', 'topK']],
    ['cohere.command-r-v1:0', ['k']],
    ['mistral.mixtral-8x7b-instruct-v0:1', ['top_k']],
    ['meta.llama3-3-70b-instruct-v1:0', undefined],
  ])('of %s goes to %j', (id, path) => {
    const { topK } = capabilitiesOf(id).sampling;
    expect(typeof topK === 'object' ? topK.path : undefined).toEqual(path);
  });
});

test.each([
  ['stability.stable-image-core-v1:1', 4_294_967_295],
  ['stability.stable-image-ultra-v1:1', 4_294_967_295],
  ['stability.sd3-5-large-v1:0', 4_294_967_294],
  ['us.stability.stable-image-inpaint-v1:0', 4_294_967_294],
  ['us.stability.stable-image-style-guide-v1:0', 4_294_967_294],
])('%s takes seeds up to %i', (id, last) => {
  const { image } = capabilitiesOf(id);
  expect(image).toMatchObject({ seed: [0, last] });
});

// github.com/NousResearch/hermes-agent/issues/111043, github.com/aws-samples/sample-spec-driven-presentation-maker/pull/352,
// github.com/BerriAI/litellm/pull/42470
test.each(['us.xai.grok-4.7', 'global.xai.grok-4.6', 'global.moonshotai.kimi-k3', 'us.openai.gpt-6-astra'])(
  '%s takes neither temperature nor top-p, and answers with 16 tokens at least',
  (id) => {
    const { sampling, reasoning, minOutputTokens } = capabilitiesOf(id);
    expect({ sampling, reasoning, minOutputTokens }).toMatchObject({
      sampling: { temperature: false, topP: false },
      reasoning: { sampling: { temperature: false, topP: false } },
      minOutputTokens: 16,
    });
  },
);
