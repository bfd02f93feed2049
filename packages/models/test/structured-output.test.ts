import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

describe('means to an answer by a schema', () => {
  test.each([
    [
      'anthropic.claude-opus-4-6-v1',
      ['native', 'strict-tool', 'forced-tool', 'instruction'],
      ['native', 'tool', 'instruction'],
    ],
    ['anthropic.claude-opus-4-7', ['forced-tool', 'instruction'], ['tool', 'instruction']],
    ['anthropic.claude-opus-4-8', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    ['anthropic.claude-opus-5', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    ['anthropic.claude-sonnet-5', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    ['anthropic.claude-opus-5-5', ['tool', 'instruction'], ['tool', 'instruction']],
    ['anthropic.claude-haiku-5-5', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    [
      'anthropic.claude-3-haiku-20240307-v1:0',
      ['forced-tool', 'instruction'],
      ['forced-tool', 'instruction'],
    ],
    ['anthropic.claude-v2:1', ['instruction'], ['instruction']],
    ['amazon.nova-pro-v1:0', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    ['amazon.nova-2-lite-v1:0', ['forced-tool', 'instruction'], ['tool', 'instruction']],
    ['meta.llama4-scout-17b-instruct-v1:0', ['tool', 'instruction'], ['tool', 'instruction']],
    ['mistral.mistral-large-2402-v1:0', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    [
      'openai.gpt-6.1-sol',
      ['native', 'forced-tool', 'instruction'],
      ['native', 'forced-tool', 'instruction'],
    ],
    [
      'deepseek.v3.2',
      ['native', 'strict-tool', 'forced-tool', 'instruction'],
      ['native', 'tool', 'instruction'],
    ],
    ['deepseek.r1-v1:0', ['instruction'], ['instruction']],
    ['google.gemma-3-27b-it', ['native', 'instruction'], ['native', 'instruction']],
    ['google.gemma-3-12b-it', ['instruction'], ['instruction']],
    ['minimax.minimax-m2', ['native', 'tool', 'instruction'], ['native', 'tool', 'instruction']],
    ['minimax.minimax-m2.5', ['forced-tool', 'instruction'], ['forced-tool', 'instruction']],
    ['acme.unheard-of', ['instruction'], ['instruction']],
    ['cohere.embed-v4:0', [], []],
  ])('%s: %j, and %j while it reasons', (id, means, meansWhileReasoning) => {
    expect(capabilitiesOf(id).structuredOutput).toMatchObject({ means, meansWhileReasoning });
  });

  test('GPT is bound by a field of its own, the others by the schema alone', () => {
    const fields = { text: { format: { strict: true } } };
    for (const id of ['us.openai.gpt-5.6-sol', 'openai.gpt-6-astra', 'global.openai.gpt-6.1-sol'])
      expect(capabilitiesOf(id).structuredOutput.strictFields).toEqual(fields);
    for (const id of ['openai.gpt-oss-120b-1:0', 'anthropic.claude-sonnet-4-6', 'acme.unheard-of'])
      expect(capabilitiesOf(id).structuredOutput.strictFields).toBeUndefined();
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-6-sol.html, and that of GPT-6.1 Sol
  test('GPT keeps to a schema when it answers at once alone', () => {
    for (const id of ['openai.gpt-6-sol', 'openai.gpt-6.1-sol'])
      expect(capabilitiesOf(id).structuredOutput).toMatchObject({ native: true, nativeStreaming: false });
  });
});
