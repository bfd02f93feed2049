import type { ConverseStreamOutput } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { createStreamMapper } from '../../src/index.ts';
import {
  contextFor,
  delta,
  mappedUsage,
  messageStop,
  NOVA_2,
  numbered,
  read,
  start,
  stop,
  stopped,
  usage,
} from '../messages.ts';

/** The model of these answers, without its geography. */
const signedBy = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('the parts of a stream', () => {
  it('a text and a tool call become their parts in order, with usage and metadata at the end', () => {
    const tools = [{ type: 'function' as const, name: 'my.tool', inputSchema: { type: 'object' as const } }];
    const mapper = createStreamMapper(numbered(contextFor({ tools })));
    const parts = mapper.start({ requestId: 'r-1', timestamp: new Date(0) });
    for (const event of [
      { messageStart: { role: 'assistant' } },
      delta(0, { text: 'Hel' }),
      delta(0, { text: 'lo' }),
      stop(0),
      start(1, { toolUse: { toolUseId: 't1', name: 'my_tool' } }),
      delta(1, { toolUse: { input: '{"a"' } }),
      delta(1, { toolUse: { input: ':1}' } }),
      stop(1),
      messageStop('tool_use'),
      { metadata: { usage, metrics: { latencyMs: 9 } } },
    ]) {
      mapper.push(event as ConverseStreamOutput, parts);
    }
    expect([...parts, ...mapper.end()]).toEqual([
      { type: 'stream-start', warnings: [] },
      {
        type: 'response-metadata',
        id: 'r-1',
        modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
        timestamp: new Date(0),
      },
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'Hel' },
      { type: 'text-delta', id: '0', delta: 'lo' },
      { type: 'text-end', id: '0' },
      { type: 'tool-input-start', id: 't1', toolName: 'my.tool' },
      { type: 'tool-input-delta', id: 't1', delta: '{"a"' },
      { type: 'tool-input-delta', id: 't1', delta: ':1}' },
      { type: 'tool-input-end', id: 't1' },
      { type: 'tool-call', toolCallId: 't1', toolName: 'my.tool', input: '{"a":1}' },
      {
        type: 'finish',
        finishReason: { unified: 'tool-calls', raw: 'tool_use' },
        usage: mappedUsage,
        providerMetadata: { bedrock: { metrics: { latencyMs: 9 }, requestId: 'r-1' } },
      },
    ]);
  });

  it('blocks and sources of several answers have ids of their own, as one message of a chat may show them together', () => {
    const cited = delta(0, { citation: { location: { web: { url: 'https://a.example' } } } });
    const ids = [1, 2].flatMap(() => {
      const mapper = createStreamMapper(contextFor());
      const parts = [delta(0, { text: 'a' }), cited, delta(1, { reasoningContent: { text: 'b' } })].flatMap(
        (event) => mapper.push(event as ConverseStreamOutput),
      );
      return parts.flatMap((part) => (/start|source/.test(part.type) && 'id' in part ? [part.id] : []));
    });
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  });

  it('reasoning ends with its signature, joined from its pieces, and one delta may hold text and signature', () => {
    expect(
      read([
        delta(0, { reasoningContent: { text: 'why' } }),
        delta(0, { reasoningContent: { signature: 'ab' } }),
        delta(0, { reasoningContent: { signature: 'cd' } }),
        stop(0),
        delta(1, { reasoningContent: { text: 'so', signature: 'ef' } }),
        stop(1),
        messageStop(),
      ]),
    ).toEqual([
      { type: 'reasoning-start', id: '0' },
      { type: 'reasoning-delta', id: '0', delta: 'why' },
      { type: 'reasoning-end', id: '0', providerMetadata: { bedrock: { signature: 'abcd', signedBy } } },
      { type: 'reasoning-start', id: '1' },
      { type: 'reasoning-delta', id: '1', delta: 'so' },
      { type: 'reasoning-end', id: '1', providerMetadata: { bedrock: { signature: 'ef', signedBy } } },
      stopped,
    ]);
  });

  it('redacted reasoning is joined as bytes, and a signature alone is a block too', () => {
    expect(
      read([
        delta(0, { reasoningContent: { redactedContent: 'YQ==' } }),
        delta(0, { reasoningContent: { redactedContent: { base64: 'Yg==' } } }),
        delta(0, { reasoningContent: { redactedContent: new Uint8Array([99]) } }),
        stop(0),
        delta(1, { reasoningContent: { signature: 's' } }),
        stop(1),
        messageStop(),
      ]),
    ).toEqual([
      { type: 'reasoning-start', id: '0' },
      {
        type: 'reasoning-end',
        id: '0',
        providerMetadata: { bedrock: { redactedContent: 'YWJj', signedBy } },
      },
      { type: 'reasoning-start', id: '1' },
      { type: 'reasoning-end', id: '1', providerMetadata: { bedrock: { signature: 's', signedBy } } },
      stopped,
    ]);
  });

  it('an image is a file, its pieces joined', () => {
    expect(
      read([
        start(0, { image: { format: 'png' } }),
        delta(0, { image: { source: { bytes: 'AAE=' } } }),
        delta(0, { image: { source: { bytes: 'Ag==' } } }),
        stop(0),
        messageStop(),
      ]),
    ).toEqual([{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAEC' } }, stopped]);
  });

  it.each(['audio', 'video', 'document'])('%s in pieces is a file, as an image is', (kind) => {
    const pieces = [{ source: { bytes: 'AAE=' } }, { source: { bytes: 'Ag==' } }];
    const data = { type: 'data', data: 'AAEC' };
    const deltas = pieces.map((piece) => delta(0, { [kind]: piece }));
    expect(read([start(0, { [kind]: { format: 'new' } }), ...deltas, stop(0), messageStop()])).toEqual([
      { type: 'file', mediaType: `${kind === 'document' ? 'application' : kind}/new`, data },
      stopped,
    ]);
    // Without a start its format is not known.
    expect(read([...deltas, messageStop()])).toMatchObject([{ type: 'file', data }, stopped]);
  });

  it("a tool that Bedrock runs itself is a call and a result of the provider's, under the name of the caller", () => {
    const tools = [
      { type: 'provider' as const, id: 'bedrock.nova_grounding' as const, name: 'search', args: {} },
    ];
    const parts = read(
      [
        start(0, { toolUse: { toolUseId: 's1', name: 'nova_grounding', type: 'server_tool_use' } }),
        delta(0, { toolUse: { input: '{"q":1}' } }),
        stop(0),
        start(1, { toolResult: { toolUseId: 's1', type: 'nova_grounding_result' } }),
        delta(1, { toolResult: [{ json: { hits: 1 } }] }),
        stop(1),
        delta(2, { text: 'found' }),
        stop(2),
        messageStop(),
      ],
      contextFor({ tools }, NOVA_2),
    );
    expect(parts).toEqual([
      { type: 'tool-input-start', id: 's1', toolName: 'search', providerExecuted: true },
      { type: 'tool-input-delta', id: 's1', delta: '{"q":1}' },
      { type: 'tool-input-end', id: 's1' },
      { type: 'tool-call', toolCallId: 's1', toolName: 'search', input: '{"q":1}', providerExecuted: true },
      {
        type: 'tool-result',
        toolCallId: 's1',
        toolName: 'search',
        result: { hits: 1 },
        providerMetadata: {
          bedrock: { toolResult: { content: [{ json: { hits: 1 } }], type: 'nova_grounding_result' } },
        },
      },
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'found' },
      { type: 'text-end', id: '0' },
      stopped,
    ]);
  });

  it('raw chunks stand before what they cause, as they came, padding and all', () => {
    const event = { ...delta(0, { text: 'a' }), p: 'abc' };
    const unknown = { futureEvent: { x: 1 } };
    const parts = read([event, unknown, messageStop()], contextFor({ includeRawChunks: true }));
    expect(parts.slice(0, 4)).toEqual([
      { type: 'raw', rawValue: event },
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      { type: 'raw', rawValue: unknown },
    ]);
    expect(parts.filter(({ type }) => type === 'raw')).toHaveLength(3);
  });
});
