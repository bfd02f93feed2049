// What a model answers, in the words of v3 and v2.
import type { LanguageModelV4Content, LanguageModelV4StreamPart, SharedV4Warning } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { contentToV2, partsToV2, usageToV2, warningToV2 } from '../../src/down-adapter/to-v2.ts';
import { contentToV3, finishReasonToV3, partToV3, warningToV3 } from '../../src/down-adapter/to-v3.ts';

const providerMetadata = { bedrock: { signature: 'abc' } };
const bytes = Uint8Array.of(1, 2, 3);
const url = new URL('https://example.com/cat.png');
const callOfBedrock = {
  type: 'tool-call',
  toolCallId: '1',
  toolName: 'a',
  input: '{}',
  providerExecuted: true,
  dynamic: true,
} as const;

const contents: [string, LanguageModelV4Content, v3: unknown, v2: unknown][] = [
  [
    'text loses its citations, which come as sources too',
    {
      type: 'text',
      text: 'a',
      citations: [{ source: { type: 'source', sourceType: 'url', id: '1', url: 'https://a' } }],
      providerMetadata,
    },
    { type: 'text', text: 'a', providerMetadata },
    { type: 'text', text: 'a', providerMetadata },
  ],
  [
    'a file loses the tag of its data, and in v2 its metadata',
    { type: 'file', mediaType: 'image/png', data: { type: 'data', data: bytes }, providerMetadata },
    { type: 'file', mediaType: 'image/png', data: bytes, providerMetadata },
    { type: 'file', mediaType: 'image/png', data: bytes },
  ],
  [
    'a file behind a URL becomes a source',
    { type: 'file', mediaType: 'image/png', data: { type: 'url', url } },
    { type: 'source', sourceType: 'url', id: url.href, url: url.href },
    { type: 'source', sourceType: 'url', id: url.href, url: url.href },
  ],
  ['custom content is left out', { type: 'custom', kind: 'bedrock.trace' }, undefined, undefined],
  [
    'a file made while reasoning is left out',
    { type: 'reasoning-file', mediaType: 'image/png', data: { type: 'data', data: bytes } },
    undefined,
    undefined,
  ],
  [
    'v2 has no approvals',
    { type: 'tool-approval-request', approvalId: '1', toolCallId: '2' },
    { type: 'tool-approval-request', approvalId: '1', toolCallId: '2' },
    undefined,
  ],
  [
    'a tool call stays',
    { type: 'tool-call', toolCallId: '1', toolName: 'a', input: '{}' },
    { type: 'tool-call', toolCallId: '1', toolName: 'a', input: '{}' },
    { type: 'tool-call', toolCallId: '1', toolName: 'a', input: '{}' },
  ],
  [
    'the result of a tool that Bedrock ran says so in v2, which takes it for one of the client otherwise',
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', providerMetadata },
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', providerMetadata },
    {
      type: 'tool-result',
      toolCallId: '1',
      toolName: 'a',
      result: 'b',
      providerExecuted: true,
      providerMetadata,
    },
  ],
  [
    'a call that Bedrock ran, of a tool that the caller does not have, is left out in v2',
    callOfBedrock,
    callOfBedrock,
    undefined,
  ],
  [
    'and so is its result',
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', dynamic: true },
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', dynamic: true },
    undefined,
  ],
  [
    'reasoning stays, with its signature',
    { type: 'reasoning', text: 'Hm', providerMetadata },
    { type: 'reasoning', text: 'Hm', providerMetadata },
    { type: 'reasoning', text: 'Hm', providerMetadata },
  ],
];

describe('content', () => {
  test.each(contents)('%s', (_, content, v3, v2) => {
    const step = contentToV3(content);
    expect(step).toEqual(v3);
    expect(step && contentToV2(step)).toEqual(v2);
  });
});

const usage = {
  inputTokens: { total: 10, noCache: 4, cacheRead: 5, cacheWrite: 1 },
  outputTokens: { total: 7, text: 4, reasoning: 3 },
  raw: { inputTokens: 4 },
};
const parts: [string, LanguageModelV4StreamPart, v3: unknown, v2: unknown][] = [
  ['ping would break the stream of an older core', { type: 'ping' }, undefined, undefined],
  ['custom', { type: 'custom', kind: 'bedrock.x' }, undefined, undefined],
  [
    'text-end loses its citations',
    { type: 'text-end', id: '0', citations: [], providerMetadata },
    { type: 'text-end', id: '0', providerMetadata },
    { type: 'text-end', id: '0', providerMetadata },
  ],
  [
    'reasoning-end with a signature, which in v2 comes on a delta',
    { type: 'reasoning-end', id: '0', providerMetadata },
    { type: 'reasoning-end', id: '0', providerMetadata },
    [
      { type: 'reasoning-delta', id: '0', delta: '', providerMetadata },
      { type: 'reasoning-end', id: '0' },
    ],
  ],
  [
    'reasoning-end',
    { type: 'reasoning-end', id: '0' },
    { type: 'reasoning-end', id: '0' },
    { type: 'reasoning-end', id: '0' },
  ],
  [
    'text-delta',
    { type: 'text-delta', id: '0', delta: 'a' },
    { type: 'text-delta', id: '0', delta: 'a' },
    { type: 'text-delta', id: '0', delta: 'a' },
  ],
  [
    'file',
    { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AQID' } },
    { type: 'file', mediaType: 'image/png', data: 'AQID' },
    { type: 'file', mediaType: 'image/png', data: 'AQID' },
  ],
  [
    'stream-start with warnings',
    { type: 'stream-start', warnings: [{ type: 'unsupported', feature: 'seed' }] },
    { type: 'stream-start', warnings: [{ type: 'unsupported', feature: 'seed' }] },
    { type: 'stream-start', warnings: [{ type: 'unsupported-setting', setting: 'seed' }] },
  ],
  [
    'finish',
    { type: 'finish', usage, finishReason: { unified: 'interrupted', raw: undefined }, providerMetadata },
    { type: 'finish', usage, finishReason: { unified: 'other', raw: undefined }, providerMetadata },
    {
      type: 'finish',
      usage: {
        inputTokens: 10,
        outputTokens: 7,
        totalTokens: 17,
        reasoningTokens: 3,
        cachedInputTokens: 5,
      },
      finishReason: 'other',
      providerMetadata,
    },
  ],
  [
    'an approval request',
    { type: 'tool-approval-request', approvalId: '1', toolCallId: '2' },
    { type: 'tool-approval-request', approvalId: '1', toolCallId: '2' },
    undefined,
  ],
  [
    'a call that Bedrock ran, of a tool that the caller does not have',
    callOfBedrock,
    callOfBedrock,
    undefined,
  ],
  [
    'the result of a tool that Bedrock ran',
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', isError: true },
    { type: 'tool-result', toolCallId: '1', toolName: 'a', result: 'b', isError: true },
    {
      type: 'tool-result',
      toolCallId: '1',
      toolName: 'a',
      result: 'b',
      isError: true,
      providerExecuted: true,
    },
  ],
  [
    'an error',
    { type: 'error', error: new Error('no') },
    { type: 'error', error: new Error('no') },
    { type: 'error', error: new Error('no') },
  ],
];

describe('stream parts', () => {
  test.each(parts)('%s', (_, part, v3, v2) => {
    const step = partToV3(part);
    expect(step).toEqual(v3);
    expect(step && partsToV2()(step)).toEqual(v2);
  });

  // An input without its call would stay on the page as one that is still being written.
  test('the input of a call that is left out in v2 is left out, too', () => {
    const toV2 = partsToV2();
    const input = (id: string, dynamic?: true): LanguageModelV4StreamPart[] => [
      { type: 'tool-input-start', id, toolName: 'a', ...(dynamic && { providerExecuted: true, dynamic }) },
      { type: 'tool-input-delta', id, delta: '{}' },
      { type: 'tool-input-end', id },
    ];
    const given = [...input('1', true), ...input('2')].map(partToV3);
    expect(given.map((part) => part && toV2(part)).filter(Boolean)).toEqual(input('2'));
  });
});

test('every finish reason but `interrupted` keeps its name', () => {
  for (const unified of ['stop', 'length', 'content-filter', 'tool-calls', 'error', 'other'] as const) {
    expect(finishReasonToV3({ unified, raw: 'x' })).toEqual({ unified, raw: 'x' });
  }
  expect(finishReasonToV3({ unified: 'interrupted', raw: undefined }).unified).toBe('other');
});

test('usage of which nothing is known stays unknown', () => {
  const nothing = { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined };
  const output = { total: undefined, text: undefined, reasoning: undefined };
  expect(usageToV2({ inputTokens: nothing, outputTokens: output })).toEqual({
    inputTokens: undefined,
    outputTokens: undefined,
    totalTokens: undefined,
  });
});

test('usage of which one half is known has that for its total', () => {
  const known = { total: 3, noCache: undefined, cacheRead: undefined, cacheWrite: undefined };
  const output = { total: undefined, text: undefined, reasoning: undefined };
  expect(usageToV2({ inputTokens: known, outputTokens: output })).toMatchObject({ totalTokens: 3 });
  expect(
    usageToV2({ inputTokens: { ...known, total: undefined }, outputTokens: { ...output, total: 4 } }),
  ).toMatchObject({ totalTokens: 4 });
});

const warnings: [SharedV4Warning, v3: unknown, v2: unknown][] = [
  [
    { type: 'unsupported', feature: 'topK', details: 'why' },
    { type: 'unsupported', feature: 'topK', details: 'why' },
    { type: 'unsupported-setting', setting: 'topK', details: 'why' },
  ],
  [
    { type: 'compatibility', feature: 'reasoning', details: 'why' },
    { type: 'compatibility', feature: 'reasoning', details: 'why' },
    { type: 'other', message: 'reasoning: why' },
  ],
  [
    { type: 'compatibility', feature: 'reasoning' },
    { type: 'compatibility', feature: 'reasoning' },
    { type: 'other', message: 'reasoning' },
  ],
  [
    { type: 'deprecated', setting: 'old', message: 'use new' },
    { type: 'other', message: 'old: use new' },
    { type: 'other', message: 'old: use new' },
  ],
  [
    { type: 'other', message: 'hm' },
    { type: 'other', message: 'hm' },
    { type: 'other', message: 'hm' },
  ],
];

test.each(warnings)('the warning %j keeps what it says', (warning, v3, v2) => {
  const step = warningToV3(warning);
  expect(step).toEqual(v3);
  expect(warningToV2(step)).toEqual(v2);
});
