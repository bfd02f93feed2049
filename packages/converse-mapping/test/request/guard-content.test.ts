import type { LanguageModelV4CallOptions, LanguageModelV4FilePart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, map, NOVA_PRO, user } from '../messages.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];

const guard = { bedrock: { guardContent: true } };

function file(mediaType: string): LanguageModelV4FilePart {
  return { type: 'file', mediaType, data: { type: 'data', data: 'AAAA' } };
}

describe('guard content', () => {
  const png = new Uint8Array([1]);

  it('marks a text with its qualifiers, an image, and a system message', () => {
    const qualified = { bedrock: { guardContent: true, guardContentQualifiers: ['query'] } };
    const { request } = map({
      prompt: [
        { role: 'system', content: 'be kind', providerOptions: guard },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'q', providerOptions: qualified },
            {
              type: 'file',
              mediaType: 'image/png',
              data: { type: 'data', data: png },
              providerOptions: guard,
            },
            { type: 'text', text: 'plain' },
          ],
        },
      ],
    });
    expect(request.system).toEqual([{ guardContent: { text: { text: 'be kind' } } }]);
    expect(request.messages?.[0]?.content).toEqual([
      { guardContent: { text: { text: 'q', qualifiers: ['query'] } } },
      { guardContent: { image: { format: 'png', source: { bytes: png } } } },
      { text: 'plain' },
    ]);
  });

  // As the AI SDK passes on { role: 'user', content: 'a text', providerOptions }.
  it('of a user message marks each of its parts that does not say otherwise', () => {
    const marked = { bedrock: { guardContent: true, guardContentQualifiers: ['query'], cachePoint: true } };
    const other = { bedrock: { guardContent: false } };
    const content = [
      { type: 'text' as const, text: 'q' },
      { type: 'text' as const, text: 'plain', providerOptions: other },
      { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: png } },
    ];
    const { request, warnings } = map({ prompt: [{ role: 'user', content, providerOptions: marked }] });
    expect(request.messages?.[0]?.content).toEqual([
      { guardContent: { text: { text: 'q', qualifiers: ['query'] } } },
      { text: 'plain' },
      { guardContent: { image: { format: 'png', source: { bytes: png } } } },
      { cachePoint: { type: 'default' } },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is a warning for a result of a tool, in which Bedrock has no place for it', () => {
    const called = { toolCallId: 'a', toolName: 'look' };
    const output = { type: 'text' as const, value: 'found' };
    const result = { type: 'tool-result' as const, ...called, output, providerOptions: guard };
    const { request, warnings } = map({
      tools: [{ type: 'function', name: 'look', inputSchema: {} }],
      prompt: [
        user('q'),
        { role: 'assistant', content: [{ type: 'tool-call', ...called, input: {} }] },
        { role: 'tool', content: [result] },
      ],
    });
    expect(request.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'found' }] } },
    ]);
    expect(warnings).toMatchObject([
      { feature: 'guardContent', details: expect.stringMatching(/^prompt\[2\]\.content\[0\]: /) as string },
    ]);
  });

  it('is a warning for what has no such form: documents, other images, files in S3', () => {
    const file = (mediaType: string, uri?: string) => ({
      type: 'file' as const,
      mediaType,
      data:
        uri === undefined
          ? { type: 'data' as const, data: png }
          : { type: 'url' as const, url: new URL(uri) },
      providerOptions: guard,
    });
    const content = [
      file('image/gif'),
      file('image/png', 's3://bucket/k.png'),
      file('application/pdf'),
      { type: 'text' as const, text: 'x' },
    ];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] }, NOVA_PRO);
    expect(request.messages?.[0]?.content.map((block) => Object.keys(block)[0])).toEqual([
      'image',
      'image',
      'document',
      'text',
    ]);
    expect(warnings).toEqual(
      [0, 1, 2].map((index) => ({
        type: 'unsupported',
        feature: 'guardContent',
        details: `prompt[0].content[${index}]: a guardrail takes text, and PNG or JPEG images given as bytes, outside of tool results.`,
      })),
    );
  });

  it('latest-user marks what the user said last, not tool results, not older turns', () => {
    const { request } = map({
      prompt: [
        user('old'),
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'a', input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: '1', toolName: 'a', output: { type: 'text', value: 'r' } },
          ],
        },
        user('new'),
      ],
      tools: [{ type: 'function', name: 'a', inputSchema: {} }],
      providerOptions: { bedrock: { guardContent: 'latest-user' } },
    });
    expect(request.messages?.[0]?.content).toEqual([{ text: 'old' }]);
    expect(request.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: '1', content: [{ text: 'r' }] } },
      { guardContent: { text: { text: 'new' } } },
    ]);
  });

  it.each<[string, Prompt, string[][]]>([
    ['ends the conversation', [], [['guardContent'], ['toolUse'], ['toolResult', 'image']]],
    [
      'is followed by the user',
      [user('new')],
      [['text'], ['toolUse'], ['toolResult', 'image', 'guardContent']],
    ],
  ])('latest-user marks no image that a tool returned beside its result, which %s', (_, more, kinds) => {
    const value = [
      {
        type: 'file' as const,
        mediaType: 'image/png',
        data: { type: 'data' as const, data: 'iVBORw0KGgo=' },
      },
    ];
    const { request, warnings } = map(
      {
        prompt: [
          user('old'),
          { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'a', input: {} }] },
          {
            role: 'tool',
            content: [
              { type: 'tool-result', toolCallId: '1', toolName: 'a', output: { type: 'content', value } },
            ],
          },
          ...more,
        ],
        tools: [{ type: 'function', name: 'a', inputSchema: {} }],
        providerOptions: bedrock({ guardContent: 'latest-user' }),
      },
      'qwen.qwen3-vl-235b-a22b',
    );
    expect(request.messages?.map(({ content }) => content.flatMap((block) => Object.keys(block)))).toEqual(
      kinds,
    );
    expect(warnings).toEqual([]);
  });

  it.each<[string, LanguageModelV4FilePart, string[]]>([
    ['a document', file('text/plain'), ['document', 'text']],
    ['an image that is no PNG or JPEG', file('image/webp'), ['image']],
  ])('latest-user marks no older message where the last one holds %s alone, and says so', (_, part, last) => {
    const { request, warnings } = map({
      prompt: [
        user('old'),
        { role: 'assistant', content: [{ type: 'text', text: 'a' }] },
        { role: 'user', content: [part] },
      ],
      providerOptions: bedrock({ guardContent: 'latest-user' }),
    });
    expect(request.messages?.map(({ content }) => content.flatMap((block) => Object.keys(block)))).toEqual([
      ['text'],
      ['text'],
      last,
    ]);
    expect(warnings).toContainEqual({
      type: 'unsupported',
      feature: 'guardContent',
      details:
        'prompt[2].content[0]: a guardrail takes text, and PNG or JPEG images given as bytes, outside of tool results.',
    });
  });

  it('latest-user says of what no guardrail looks at', () => {
    const content = [{ type: 'text' as const, text: 'a' }, file('image/png'), file('image/webp')];
    const { request, warnings } = map({
      prompt: [{ role: 'user', content, providerOptions: bedrock({ cachePoint: true }) }],
      providerOptions: bedrock({ guardContent: 'latest-user' }),
    });
    const source = { bytes: { base64: 'AAAA' } };
    expect(request.messages?.[0]?.content).toEqual([
      { guardContent: { text: { text: 'a' } } },
      { guardContent: { image: { format: 'png', source } } },
      { image: { format: 'webp', source } },
      { cachePoint: { type: 'default' } },
    ]);
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'guardContent',
        details:
          'prompt[0].content[2]: a guardrail takes text, and PNG or JPEG images given as bytes, outside of tool results.',
      },
    ]);
  });
});
