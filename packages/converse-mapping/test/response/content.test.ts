// The blocks of a whole answer as content: every kind that Converse has, and one that it does not have yet.
import type { LanguageModelV4Content } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { mapped } from './whole-answer.ts';

/** The model of these answers, without its geography. */
const signedBy = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

const contentOf = (...blocks: unknown[]): LanguageModelV4Content[] => mapped(blocks).content;

describe('the content of a whole answer', () => {
  it.each<[string, unknown, object[]]>([
    ['text', { text: 'a' }, [{ type: 'text', text: 'a' }]],
    ['empty text', { text: '' }, []],
    [
      'signed reasoning',
      { reasoningContent: { reasoningText: { text: 'r', signature: 's' } } },
      [{ type: 'reasoning', text: 'r', providerMetadata: { bedrock: { signature: 's', signedBy } } }],
    ],
    [
      'redacted reasoning as the wire has it',
      { reasoningContent: { redactedContent: 'AAEC' } },
      [{ type: 'reasoning', text: '', providerMetadata: { bedrock: { redactedContent: 'AAEC', signedBy } } }],
    ],
    [
      'redacted reasoning by its older name',
      { reasoningContent: { redactedReasoning: { data: 'AAEC' } } },
      [{ type: 'reasoning', text: '', providerMetadata: { bedrock: { redactedContent: 'AAEC', signedBy } } }],
    ],
    [
      'redacted reasoning as its older deltas have it',
      { reasoningContent: { data: 'AAEC' } },
      [{ type: 'reasoning', text: '', providerMetadata: { bedrock: { redactedContent: 'AAEC', signedBy } } }],
    ],
    [
      'a call',
      { toolUse: { toolUseId: 't', name: 'x', input: { a: 1 } } },
      [{ type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{"a":1}' }],
    ],
    [
      'a call without input',
      { toolUse: { toolUseId: 't', name: 'x' } },
      [{ type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{}' }],
    ],
    [
      'an image',
      { image: { format: 'jpeg', source: { bytes: 'AAEC' } } },
      [{ type: 'file', mediaType: 'image/jpeg', data: { type: 'data', data: 'AAEC' } }],
    ],
    [
      'an image in S3',
      { image: { format: 'png', source: { s3Location: { uri: 's3://bucket/k' } } } },
      [
        {
          type: 'custom',
          kind: 'bedrock.image',
          providerMetadata: { bedrock: { s3Location: { uri: 's3://bucket/k' } } },
        },
      ],
    ],
    [
      'a document in S3, with its name',
      { document: { format: 'pdf', name: 'a', source: { s3Location: { uri: 's3://bucket/k' } } } },
      [
        {
          type: 'custom',
          kind: 'bedrock.document',
          providerMetadata: { bedrock: { s3Location: { uri: 's3://bucket/k' }, name: 'a' } },
        },
      ],
    ],
    [
      'an image that failed',
      { image: { format: 'png', error: { message: 'no' } } },
      [
        {
          type: 'custom',
          kind: 'bedrock.image',
          providerMetadata: { bedrock: { error: { message: 'no' } } },
        },
      ],
    ],
    [
      'a video',
      { video: { format: 'mp4', source: { bytes: 'AAEC' } } },
      [{ type: 'file', mediaType: 'video/mp4', data: { type: 'data', data: 'AAEC' } }],
    ],
    [
      'audio',
      { audio: { format: 'wav', source: { bytes: 'AAEC' } } },
      [{ type: 'file', mediaType: 'audio/wav', data: { type: 'data', data: 'AAEC' } }],
    ],
    [
      'a document of a format that is not known yet',
      { document: { format: 'pages', name: 'a', source: { bytes: 'AAEC' } } },
      [
        {
          type: 'file',
          mediaType: 'application/pages',
          data: { type: 'data', data: 'AAEC' },
          providerMetadata: { bedrock: { name: 'a' } },
        },
      ],
    ],
    [
      // Seen with @aws-sdk/client-bedrock-runtime and @smithy/core 3.41.1, whose jsonReviver makes them.
      "a call with an integer that AWS's client gives as a bigint",
      { toolUse: { toolUseId: 't', name: 'x', input: { id: 2n ** 60n } } },
      [{ type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{"id":1152921504606847000}' }],
    ],
    [
      'audio without a format',
      { audio: { source: { bytes: 'AAEC' } } },
      [{ type: 'file', mediaType: 'audio/octet-stream', data: { type: 'data', data: 'AAEC' } }],
    ],
    [
      'guard content',
      { guardContent: { text: { text: 'g', qualifiers: ['query'] } } },
      [
        {
          type: 'text',
          text: 'g',
          providerMetadata: { bedrock: { guardContent: true, guardContentQualifiers: ['query'] } },
        },
      ],
    ],
    [
      'a block of a kind that is not known yet',
      { futureThing: { a: 1 } },
      [
        {
          type: 'custom',
          kind: 'bedrock.futureThing',
          providerMetadata: { bedrock: { block: { futureThing: { a: 1 } } } },
        },
      ],
    ],
    ['no block', null, []],
    ['a block of nothing', {}, []],
  ])('%s is read', (_, block, content) => {
    expect(contentOf(block)).toEqual(content);
  });

  it.each(['server_tool_use', 'future_tool_use'])(
    'a call and a result of a tool that Bedrock ran itself, undeclared, of the type %s: both dynamic',
    (type) => {
      const use = { toolUse: { toolUseId: 's', name: 'nova_grounding', input: {}, type } };
      const result = {
        toolResult: { toolUseId: 's', status: 'error', content: [{ text: 'a' }, { text: 'b' }] },
      };
      expect(contentOf(use, result)).toEqual([
        {
          type: 'tool-call',
          toolCallId: 's',
          toolName: 'nova_grounding',
          input: '{}',
          providerExecuted: true,
          dynamic: true,
        },
        {
          type: 'tool-result',
          toolCallId: 's',
          toolName: 'nova_grounding',
          result: 'ab',
          isError: true,
          dynamic: true,
          providerMetadata: { bedrock: { toolResult: { content: [{ text: 'ab' }], status: 'error' } } },
        },
      ]);
    },
  );

  it.each([
    [[{ json: { a: 1 } }], { a: 1 }],
    [[{ json: null }], [{ json: null }]],
    [
      [{ text: 'a' }, { json: { a: 1 } }, { text: 'b' }],
      [{ text: 'a' }, { json: { a: 1 } }, { text: 'b' }],
    ],
    [
      [{ json: 1 }, { text: 'a' }, { text: 'b' }],
      [{ json: 1 }, { text: 'ab' }],
    ],
    [[], []],
  ])('a result of %j is the value of its one piece, or its pieces', (content, result) => {
    const use = { toolUse: { toolUseId: 's', name: 'x', type: 'server_tool_use' } };
    expect(contentOf(use, { toolResult: { toolUseId: 's', content } }).at(-1)).toMatchObject({ result });
  });
});
