// Which models reason unasked, by what they are steered, and what becomes of the reasoning of earlier turns.
import { expect, test } from 'vitest';
import { capabilitiesOf, knownModelIds } from '../src/index.ts';

test.each([
  ['zai.glm-5', false, 'unknown'],
  ['zai.glm-4.7-flash', false, 'unknown'],
  ['moonshotai.kimi-k2.5', false, 'unknown'],
  ['deepseek.v3.2', false, 'ignored'],
  ['deepseek.v3-v1:0', false, 'ignored'],
  ['nvidia.nemotron-super-3-120b', false, 'unknown'],
  ['minimax.minimax-m2.5', true, true],
  ['qwen.qwen3-32b-v1:0', false, 'unknown'],
  ['qwen.qwen3-235b-a22b-2507-v1:0', false, 'unknown'],
  ['qwen.qwen3-next-80b-a3b', false, 'unknown'],
  ['nvidia.nemotron-nano-3-30b', false, 'unknown'],
] as const)('%s reasons when it is asked to, for that Bedrock has a field', (id, byDefault, forced) => {
  expect(capabilitiesOf(id).reasoning).toMatchObject({
    kind: 'effort',
    on: { reasoning_config: 'high' },
    off: { reasoning_config: 'none' },
    effort: { path: ['reasoning_config'], levels: ['high'] },
    byDefault,
    forcedToolChoice: forced,
  });
});

test.each([
  ...['us.xai.grok-4.7', 'us.xai.grok-4.6'].map(
    (id) =>
      [id, { off: false, effort: { levels: ['low', 'medium', 'high', 'xhigh'], default: 'high' } }] as const,
  ),
  ...['us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra'].map(
    (id) =>
      [
        id,
        { off: false, effort: { levels: ['low', 'medium', 'high', 'xhigh', 'max'], default: 'medium' } },
      ] as const,
  ),
  ...['us.openai.gpt-6-sol', 'us.openai.gpt-6-luna'].map(
    (id) =>
      [
        id,
        {
          off: { reasoning: { effort: 'none' } },
          effort: { levels: ['none', 'low', 'medium', 'high', 'xhigh', 'max'], default: 'medium' },
        },
      ] as const,
  ),
])('%s reasons unasked: %j', (id, steered) => {
  expect(capabilitiesOf(id).reasoning).toMatchObject({ kind: 'effort', byDefault: true, ...steered });
});

test('GLM 5.3 reasons by effort unless it is told not to; the small Nemotrons, coders and models that see do not', () => {
  expect(capabilitiesOf('us.zai.glm-5.3').reasoning).toMatchObject({
    kind: 'effort',
    effort: { path: ['reasoning_effort'], levels: ['low', 'medium', 'high', 'xhigh', 'max'] },
    byDefault: true,
  });
  expect(capabilitiesOf('us.zai.glm-5.3').reasoning).toHaveProperty('off', { reasoning_effort: 'none' });
  for (const id of ['nvidia.nemotron-nano-9b-v2', 'qwen.qwen3-coder-next', 'qwen.qwen3-vl-235b-a22b']) {
    expect(capabilitiesOf(id).reasoning).toEqual({ kind: 'none' });
  }
});

test('Kimi K3 heeds an effort in an object alone, and can be told not to think', () => {
  const { reasoning, toolUse, serviceTiers } = capabilitiesOf('us.moonshotai.kimi-k3');
  expect(reasoning).toMatchObject({
    off: { reasoning: { effort: 'none' } },
    effort: {
      path: ['reasoning', 'effort'],
      levels: ['none', 'low', 'medium', 'high', 'xhigh', 'max'],
      default: 'max',
    },
    byDefault: true,
    forcedToolChoice: true,
  });
  expect(toolUse).toMatchObject({ choices: { any: true, tool: true } });
  expect(serviceTiers).toBe('unknown');
});

test.each([
  ['us.deepseek.r1-v1:0', 'refused'],
  ['us.moonshotai.kimi-k3', 'refused'],
  ['moonshot.kimi-k2-thinking', 'unsigned'],
  ['deepseek.v3.2', 'unsigned'], // https://github.com/langchain-ai/langchain-aws/pull/1229
  ['deepseek.v3-v1:0', 'unknown'],
  ['openai.gpt-oss-120b-1:0', 'unsigned'],
  ['openai.gpt-oss-safeguard-20b', 'unsigned'],
  ['minimax.minimax-m2', 'unsigned'],
  ['qwen.qwen3-32b-v1:0', 'unsigned'],
  ['us.openai.gpt-6.1-sol', 'redacted'],
  ['us.xai.grok-4.6', 'redacted'],
  ['us.anthropic.claude-opus-5', 'signed'],
])('reasoning of earlier turns of %s is %s', (id, history) => {
  expect(capabilitiesOf(id).reasoning).toHaveProperty('history', history);
});

test('of the listed models that reason, Nova 2 alone takes no maximum of tokens with it', () => {
  const without = knownModelIds.language.filter((id) => {
    const { reasoning } = capabilitiesOf(id);
    return 'sampling' in reasoning && reasoning.sampling.maxTokens !== true;
  });
  expect(without).toEqual(['amazon.nova-2-lite-v1:0']);
});
