import { runInNewContext } from 'node:vm';
import { InvalidPromptError } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import type { EarlierMessage, EarlierResultItem, EarlierTool } from '../../src/down-adapter/earlier-call.ts';
import { upgradeCall } from '../../src/down-adapter/upgrade-call.ts';

const providerOptions = { bedrock: { cachePoint: { type: 'default' } } };
const bytes = Uint8Array.of(1, 2, 3);

test('bytes and addresses of another realm are tagged as their own are', () => {
  const foreign = runInNewContext('({ bytes: Uint8Array.of(1, 2, 3), url: { href: "s3://b/a.pdf" } })') as {
    readonly bytes: Uint8Array;
    readonly url: URL;
  };
  const content = [foreign.bytes, foreign.url].map((data) => ({
    type: 'file' as const,
    mediaType: 'application/pdf',
    data,
  }));
  expect(upgradeCall({ prompt: [{ role: 'user', content }] }).prompt).toEqual([
    {
      role: 'user',
      content: [
        { type: 'file', mediaType: 'application/pdf', data: { type: 'data', data: foreign.bytes } },
        { type: 'file', mediaType: 'application/pdf', data: { type: 'url', url: foreign.url } },
      ],
    },
  ]);
});

test('what JSON makes of bytes is tagged as bytes are, so that the mapping refuses it by its place', () => {
  // In Node bytes are often a Buffer, of which JSON makes something else.
  const files = [bytes, Buffer.from(bytes)].map((each) => ({
    type: 'file' as const,
    mediaType: 'image/png',
    data: JSON.parse(JSON.stringify(each)) as Uint8Array,
  }));
  const tagged = files.map(({ data, ...file }) => ({ ...file, data: { type: 'data', data } }));
  expect(upgradeCall({ prompt: [{ role: 'user', content: files }] }).prompt).toEqual([
    { role: 'user', content: tagged },
  ]);
});

test('file data is tagged, wherever it stands; everything else of the message stays', () => {
  const url = new URL('s3://bucket/a%20b.pdf');
  const prompt: EarlierMessage[] = [
    { role: 'system', content: 'Be brief.', providerOptions },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Look', providerOptions },
        { type: 'file', mediaType: 'application/pdf', data: bytes, filename: 'a.pdf', providerOptions },
        { type: 'file', mediaType: 'image/png', data: 'AQID' },
        { type: 'file', mediaType: 'application/pdf', data: url, originalUrl: 's3://bucket/a b.pdf' },
        { type: 'file', mediaType: 'text/plain', data: { type: 'text', text: 'inline' } },
      ],
      providerOptions,
    },
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Hm', providerOptions },
        { type: 'file', mediaType: 'image/png', data: bytes },
        { type: 'tool-call', toolCallId: '1', toolName: 'look', input: {} },
      ],
    },
  ];
  expect(upgradeCall({ prompt, topK: 3 })).toEqual({
    topK: 3,
    prompt: [
      { role: 'system', content: 'Be brief.', providerOptions },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look', providerOptions },
          {
            type: 'file',
            mediaType: 'application/pdf',
            data: { type: 'data', data: bytes },
            filename: 'a.pdf',
            providerOptions,
          },
          { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AQID' } },
          {
            type: 'file',
            mediaType: 'application/pdf',
            data: { type: 'url', url, originalUrl: 's3://bucket/a b.pdf' },
          },
          { type: 'file', mediaType: 'text/plain', data: { type: 'text', text: 'inline' } },
        ],
        providerOptions,
      },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Hm', providerOptions },
          { type: 'file', mediaType: 'image/png', data: { type: 'data', data: bytes } },
          { type: 'tool-call', toolCallId: '1', toolName: 'look', input: {} },
        ],
      },
    ],
  });
});

const file = { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AQID' } };
const s3 = { type: 'url', url: new URL('s3://bucket/key'), originalUrl: 's3://bucket/key' };
const items: [string, EarlierResultItem, unknown][] = [
  ['text', { type: 'text', text: 'a', providerOptions }, { type: 'text', text: 'a', providerOptions }],
  ['media of v2', { type: 'media', data: 'AQID', mediaType: 'image/png' }, file],
  [
    'image-data',
    { type: 'image-data', data: 'AQID', mediaType: 'image/png', providerOptions },
    { ...file, providerOptions },
  ],
  [
    'file-data with its name',
    { type: 'file-data', data: 'AQID', mediaType: 'image/png', filename: 'a.png' },
    { ...file, filename: 'a.png' },
  ],
  [
    'file-url',
    { type: 'file-url', url: 's3://bucket/key', mediaType: 'application/pdf', providerOptions },
    { type: 'file', mediaType: 'application/pdf', data: s3, providerOptions },
  ],
  [
    'file-url without a media type',
    { type: 'file-url', url: 's3://bucket/key' },
    { type: 'file', mediaType: 'application/octet-stream', data: s3 },
  ],
  [
    'image-url',
    { type: 'image-url', url: 's3://bucket/key', providerOptions },
    { type: 'file', mediaType: 'image', data: s3, providerOptions },
  ],
  [
    'file-id by provider',
    { type: 'file-id', fileId: { bedrock: 'id' } },
    {
      type: 'file',
      mediaType: 'application/octet-stream',
      data: { type: 'reference', reference: { bedrock: 'id' } },
    },
  ],
  [
    'a bare image-file-id',
    { type: 'image-file-id', fileId: 'id', providerOptions },
    {
      type: 'file',
      mediaType: 'image',
      data: { type: 'reference', reference: { 'amazon-bedrock': 'id' } },
      providerOptions,
    },
  ],
  ['a file of v4', { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AQID' } }, file],
  ['custom', { type: 'custom', providerOptions }, { type: 'custom', providerOptions }],
];

test.each(items)('in the result of a tool, %s', (_, item, upgraded) => {
  const result = { type: 'tool-result', toolCallId: '1', toolName: 'look' } as const;
  for (const role of ['tool', 'assistant'] as const) {
    const { prompt } = upgradeCall({
      prompt: [{ role, content: [{ ...result, output: { type: 'content', value: [item] } }] }],
    });
    expect(prompt).toEqual([
      { role, content: [{ ...result, output: { type: 'content', value: [upgraded] } }] },
    ]);
  }
});

test.each(['image-url', 'file-url'] as const)(
  'in the result of a tool, %s without a URL is refused',
  (type) => {
    const item: EarlierResultItem = { type, url: 'a.png' };
    const result = { type: 'tool-result', toolCallId: '1', toolName: 'look' } as const;
    const output = { type: 'content' as const, value: [item] };
    expect(() => upgradeCall({ prompt: [{ role: 'tool', content: [{ ...result, output }] }] })).toThrow(
      new InvalidPromptError({ prompt: 'a.png', message: 'A file in a tool result has an invalid url.' }),
    );
  },
);

test('other results of tools, and answers to approval requests, stay as they are', () => {
  const prompt: EarlierMessage[] = [
    {
      role: 'tool',
      content: [
        { type: 'tool-result', toolCallId: '1', toolName: 'a', output: { type: 'error-text', value: 'no' } },
        {
          type: 'tool-result',
          toolCallId: '2',
          toolName: 'b',
          output: { type: 'json', value: { ok: true } },
        },
        { type: 'tool-result', toolCallId: '3', toolName: 'c', output: { type: 'execution-denied' } },
        { type: 'tool-approval-response', approvalId: 'x', approved: true },
      ],
    },
  ];
  expect(upgradeCall({ prompt }).prompt).toEqual(prompt);
});

test('tools that a provider defines have one name', () => {
  const definition = { id: 'anthropic.bash_20250124', name: 'bash', args: {} } as const;
  const own: EarlierTool = { type: 'function', name: 'f', inputSchema: { type: 'object' } };
  const tools: EarlierTool[] = [
    { type: 'provider-defined', ...definition },
    { type: 'provider', ...definition },
    own,
  ];
  const provider = { type: 'provider', ...definition };
  expect(upgradeCall({ prompt: [], tools }).tools).toEqual([provider, provider, own]);
});

test('tools that are null are none', () => {
  expect(upgradeCall({ prompt: [], tools: null as never }).tools ?? []).toEqual([]);
});
