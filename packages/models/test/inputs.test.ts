// Which documents and images the families take, how large and how many.
import { expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

test.each([
  ...['openai.gpt-oss-120b-1:0', 'us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra', 'us.moonshotai.kimi-k3'],
  ...['moonshotai.kimi-k2.5', 'zai.glm-5', 'deepseek.v3.2', 'qwen.qwen3-32b-v1:0', 'qwen.qwen3-vl-235b-a22b'],
  ...['minimax.minimax-m2.5', 'nvidia.nemotron-super-3-120b', 'google.gemma-3-27b-it'],
  ...['mistral.mistral-large-3-675b-instruct', 'mistral.devstral-2-123b', 'writer.palmyra-vision-7b'],
])('%s takes no documents', (id) => {
  expect(capabilitiesOf(id).inputs.document).toBe(false);
});

test('whether Grok and Gemma 4 take documents, nobody has asked', () => {
  for (const id of ['us.xai.grok-4.7', 'google.gemma-4-31b'])
    expect(capabilitiesOf(id).inputs.document).toBe('unknown');
});

test('a Qwen that is not in the table may see', () => {
  expect(capabilitiesOf('qwen.qwen9').inputs.image).toBe('unknown');
  expect(capabilitiesOf('qwen.qwen3-32b-v1:0').inputs.image).toBe(false);
});

test.each([
  ['anthropic.claude-3-7-sonnet-20250219-v1:0', {}],
  ['anthropic.claude-sonnet-4-20250514-v1:0', { pdf: 23_999_001 }],
  ['us.anthropic.claude-opus-4-1-20250805-v1:0', { pdf: 23_999_001 }],
  ['us.anthropic.claude-opus-5-5', { pdf: 23_999_001 }],
  ['us.amazon.nova-2-lite-v1:0', { pdf: 18_750_000, docx: 18_750_000 }],
  ['us.mistral.pixtral-large-2502-v1:0', {}],
])('documents of %s have 4.5 MB, but for %j', (id, maxBytesOf) => {
  expect(capabilitiesOf(id).inputs.document).toMatchObject({ maxBytes: 4_718_592, maxBytesOf });
});

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 20],
  ['us.anthropic.claude-sonnet-4-6', 600],
  ['us.anthropic.claude-fable-5', 600],
  ['us.anthropic.claude-haiku-5-5', 600],
  ['us.meta.llama3-2-90b-instruct-v1:0', 1],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 8],
  ['amazon.nova-lite-v1:0', 20],
])('%s takes %i images', (id, maxCount) => {
  expect(capabilitiesOf(id).inputs.image).toMatchObject({ maxCount });
});
