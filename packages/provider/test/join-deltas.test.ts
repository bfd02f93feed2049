import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { property, assert, array, constantFrom, record, string, boolean } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { joinDeltas } from '../src/join-deltas.ts';
import { event, eventStream, farSide } from './far-side.ts';

const delta = (text: string, id = '0'): LanguageModelV4StreamPart => ({
  type: 'text-delta',
  id,
  delta: text,
});

describe('joinDeltas', () => {
  test('neighbours of one block become one', () => {
    const parts = [delta('a'), delta('b'), delta('c')];
    expect(joinDeltas(parts)).toEqual([delta('abc')]);
    // What was given stays as it was.
    expect(parts).toEqual([delta('a'), delta('b'), delta('c')]);
  });

  test('another block, another kind and anything between keep them apart', () => {
    const reasoning: LanguageModelV4StreamPart = { type: 'reasoning-delta', id: '0', delta: 'x' };
    const raw: LanguageModelV4StreamPart = { type: 'raw', rawValue: {} };
    const parts = [delta('a'), delta('b', '1'), reasoning, delta('c'), raw, delta('d')];
    expect(joinDeltas(parts)).toEqual(parts);
  });

  test('a delta with metadata stays alone', () => {
    const signed: LanguageModelV4StreamPart = {
      type: 'reasoning-delta',
      id: '0',
      delta: '',
      providerMetadata: { bedrock: { signature: 's' } },
    };
    const plain: LanguageModelV4StreamPart = { type: 'reasoning-delta', id: '0', delta: 'a' };
    expect(joinDeltas([plain, plain, signed, plain])).toEqual([{ ...plain, delta: 'aa' }, signed, plain]);
  });

  test('for any parts, text, order of blocks and metadata are the same', () => {
    const anyDelta = record({
      type: constantFrom('text-delta' as const, 'reasoning-delta' as const, 'tool-input-delta' as const),
      id: constantFrom('0', '1'),
      delta: string(),
      described: boolean(),
    }).map(
      ({ described, ...part }): LanguageModelV4StreamPart =>
        described ? { ...part, providerMetadata: { bedrock: { at: part.delta } } } : part,
    );
    assert(
      property(array(anyDelta), (parts) => {
        expect(letters(joinDeltas(parts))).toEqual(letters(parts));
      }),
    );
  });
});

/** Each character with its kind, block and metadata; an empty delta counts where it has metadata. */
function letters(parts: readonly LanguageModelV4StreamPart[]): unknown[] {
  return parts.flatMap((part): unknown[] => {
    if (!('delta' in part)) return [part];
    const { type, id, delta: text, providerMetadata } = part;
    if (providerMetadata) return [{ type, id, text, providerMetadata }];
    return text.split('').map((letter) => ({ type, id, letter }));
  });
}

const frames = [
  event('messageStart', { role: 'assistant' }),
  ...['one ', 'two ', 'three'].map((text) =>
    event('contentBlockDelta', { contentBlockIndex: 0, delta: { text } }),
  ),
  event('contentBlockStop', { contentBlockIndex: 0 }),
  event('messageStop', { stopReason: 'end_turn' }),
];

test.each([
  ['neither', {}, undefined, ['one ', 'two ', 'three']],
  ['the provider', { joinDeltas: true }, undefined, ['one two three']],
  ['the model', {}, { joinDeltas: true }, ['one two three']],
  [
    'the provider, and the model refuses',
    { joinDeltas: true },
    { joinDeltas: false },
    ['one ', 'two ', 'three'],
  ],
])('joining is asked for by %s', async (_, settings, options, deltas) => {
  const { fetch, asked } = farSide(() => eventStream(frames));
  const provider = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch, ...settings });
  const { stream } = await provider('us.amazon.nova-lite-v1:0', options).doStream({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Count' }] }],
  });
  const parts: LanguageModelV4StreamPart[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  expect(parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : []))).toEqual(deltas);
  expect(parts[0]).toEqual({ type: 'stream-start', warnings: [] });
  expect(asked[0]?.body).not.toHaveProperty('joinDeltas');
});
