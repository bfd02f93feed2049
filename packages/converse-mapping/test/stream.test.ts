import { describe, expect, it } from 'vitest';
import { createStreamMapper } from '../src/index.ts';
import { emptyUsage } from '../src/response/usage.ts';
import { contextFor, delta, messageStop, read, start, stop } from './messages.ts';

const usage = { inputTokens: 5, outputTokens: 2, totalTokens: 7 };
const mappedUsage = {
  inputTokens: { total: 5, noCache: 5, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 2, text: 2, reasoning: undefined },
  raw: usage,
};

describe('the parts of a stream', () => {
  it('a text and a tool call become their parts in order, with usage and metadata at the end', () => {
    const tools = [{ type: 'function' as const, name: 'my.tool', inputSchema: { type: 'object' as const } }];
    const mapper = createStreamMapper(contextFor({ tools }));
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
      mapper.push(event as never, parts);
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

  it('an end before messageStop is an error, after the open text is closed', () => {
    expect(read([delta(0, { text: 'half' })])).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'half' },
      { type: 'text-end', id: '0' },
      {
        type: 'error',
        error: {
          type: 'IncompleteStream',
          message:
            'The stream ended before messageStop, so the answer is incomplete. The connection was probably cut on the way: send the request again.',
          isRetryable: true,
        },
      },
      { type: 'finish', finishReason: { unified: 'error', raw: undefined }, usage: emptyUsage() },
    ]);
  });
});
