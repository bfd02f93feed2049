import type { LanguageModelV4Content } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { fromConverseResponse } from '../../src/index.ts';
import { contextFor, delta, messageStop, numbered, read, received } from '../messages.ts';

/** The model of these answers, without its geography. */
const signedBy = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

function mapped(content: unknown[], more: object = {}, context = contextFor()) {
  const response = { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn', ...more };
  return fromConverseResponse(received(response), context);
}

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
  ])('%s is read', (_, block, content) => {
    expect(contentOf(block)).toEqual(content);
  });

  it('fragments of a cited text are one text, and its citations are sources', () => {
    const page = {
      title: 'A',
      sourceContent: [{ text: 'quoted' }],
      location: { documentPage: { documentIndex: 0, start: 2, end: 3 } },
    };
    const web = { title: 'B', location: { web: { url: 'https://b.example/x', domain: 'b.example' } } };
    const block = {
      citationsContent: { content: [{ text: 'It ' }, { text: 'is so.' }], citations: [page, web] },
    };
    const pdf = {
      type: 'file' as const,
      mediaType: 'application/pdf',
      filename: 'a.pdf',
      data: { type: 'data' as const, data: 'AAEC' },
    };
    const context = contextFor({ prompt: [{ role: 'user', content: [pdf, { type: 'text', text: 'x' }] }] });
    const sources = [
      {
        type: 'source',
        sourceType: 'document',
        id: 'id-1',
        mediaType: 'application/pdf',
        title: 'A',
        filename: 'a.pdf',
        providerMetadata: { bedrock: { citation: page } },
      },
      {
        type: 'source',
        sourceType: 'url',
        id: 'id-2',
        url: 'https://b.example/x',
        title: 'B',
        providerMetadata: { bedrock: { citation: web } },
      },
    ];
    expect(mapped([block], {}, numbered(context)).content).toEqual([
      {
        type: 'text',
        text: 'It is so.',
        citations: [
          { source: sources[0], startIndex: 0, endIndex: 9, citedText: 'quoted' },
          { source: sources[1], startIndex: 0, endIndex: 9 },
        ],
        providerMetadata: { bedrock: { citations: [page, web] } },
      },
      ...sources,
    ]);
  });

  it('sources of several answers have ids of their own, as the steps of one message are shown together', () => {
    const cited = delta(0, { citation: { location: { web: { url: 'https://a.example' } } } });
    const ids = [1, 2, 3].flatMap(() =>
      read([delta(0, { text: 'a' }), cited, messageStop()]).flatMap((part) =>
        part.type === 'source' ? [part.id] : [],
      ),
    );
    expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
  });

  it('a citation that streams before its text is a source all the same', () => {
    const citation = { source: 'doc', location: { documentChar: { documentIndex: 4 } } };
    const events = [delta(0, { citation }), delta(0, { text: 'a' }), messageStop()];
    expect(read(events, numbered(contextFor())).slice(0, 4)).toEqual([
      {
        type: 'source',
        sourceType: 'document',
        id: 'id-1',
        mediaType: 'text/plain',
        title: 'doc',
        providerMetadata: { bedrock: { citation } },
      },
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      expect.objectContaining({ type: 'text-end', providerMetadata: { bedrock: { citations: [citation] } } }),
    ]);
  });

  it('a call and a result of a tool that Bedrock ran itself, undeclared: both dynamic', () => {
    const use = { toolUse: { toolUseId: 's', name: 'nova_grounding', input: {}, type: 'server_tool_use' } };
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
  });
});

describe('the rest of a whole answer', () => {
  it('finish reason, usage, warnings and metadata under one key', () => {
    const members = {
      stopReason: 'stop_sequence',
      usage: {
        inputTokens: 1,
        outputTokens: 2,
        totalTokens: 3,
        cacheReadInputTokens: 4,
        cacheWriteInputTokens: 5,
        cacheDetails: [{ ttl: '1h', inputTokens: 5 }],
      },
      metrics: { latencyMs: 7 },
      trace: { guardrail: { actionReason: 'x' }, promptRouter: { invokedModelId: 'm' } },
      performanceConfig: { latency: 'optimized' },
      serviceTier: { type: 'flex' },
      additionalModelResponseFields: { stop_sequence: 'END', foo: 1 },
    };
    const context = contextFor({ seed: 1 });
    const response = { output: { message: { role: 'assistant', content: [{ text: 'a' }] } }, ...members };
    const result = fromConverseResponse(received(response), context, {
      requestId: 'r-1',
    });
    expect(result).toEqual({
      content: [{ type: 'text', text: 'a' }],
      finishReason: { unified: 'stop', raw: 'stop_sequence' },
      usage: {
        inputTokens: { total: 10, noCache: 1, cacheRead: 4, cacheWrite: 5 },
        outputTokens: { total: 2, text: 2, reasoning: undefined },
        raw: members.usage,
      },
      providerMetadata: {
        bedrock: {
          trace: members.trace,
          metrics: members.metrics,
          performanceConfig: members.performanceConfig,
          serviceTier: members.serviceTier,
          usage: {
            cacheReadInputTokens: 4,
            cacheWriteInputTokens: 5,
            cacheDetails: [{ ttl: '1h', inputTokens: 5 }],
          },
          stopSequence: 'END',
          additionalModelResponseFields: members.additionalModelResponseFields,
          requestId: 'r-1',
        },
      },
      warnings: context.warnings,
    });
    expect(result.warnings).toHaveLength(1);
  });

  it('a stop sequence that was not met is left out, and other fields are as they came', () => {
    const fields = { stop_sequence: null, delta: { stop_sequence: null }, foo: { a: 0, b: null } };
    expect(mapped([], { additionalModelResponseFields: fields }).providerMetadata).toEqual({
      bedrock: { additionalModelResponseFields: { foo: { a: 0, b: null } } },
    });
    const none = mapped([], { additionalModelResponseFields: { stop_sequence: null } });
    expect(none).not.toHaveProperty('providerMetadata');
  });

  it.each(['text', 1, [1]])('fields of the model that are no object come as they are: %j', (fields) => {
    expect(mapped([], { additionalModelResponseFields: fields }).providerMetadata).toEqual({
      bedrock: { additionalModelResponseFields: fields },
    });
  });

  it('the stop sequence of a stream stands elsewhere', () => {
    const stop = messageStop('stop_sequence', {
      additionalModelResponseFields: { delta: { stop_sequence: 'END' } },
    });
    expect(read([stop]).at(-1)).toMatchObject({ providerMetadata: { bedrock: { stopSequence: 'END' } } });
  });

  it.each([
    [{}],
    [{ output: null }],
    [{ output: { message: { content: 'x' } } }],
    [{ output: { message: { content: [3] } }, usage: 'x', metrics: null, stopReason: 7 }],
    [null],
  ])('%j costs what is missing and nothing else', (response) => {
    const result = fromConverseResponse(received(response), contextFor());
    expect(result.content).toEqual([]);
    expect(result.finishReason).toEqual({ unified: 'other', raw: undefined });
  });

  it('one bad detail does not cost the answer', () => {
    const { content, finishReason, usage } = mapped([{ text: 'kept' }], {
      usage: { outputTokens: 3, cacheDetails: [{}] },
      metrics: {},
    });
    expect([content, finishReason.unified, usage.outputTokens.total]).toEqual([
      [{ type: 'text', text: 'kept' }],
      'stop',
      3,
    ]);
  });
});
