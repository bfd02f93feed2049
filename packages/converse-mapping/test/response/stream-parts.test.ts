import { describe, expect, it } from 'vitest';
import { streamPartsOfResponse } from '../../src/index.ts';
import { map, numbered, received } from '../messages.ts';

describe('a model that does not stream with tools', () => {
  it('says so, and its whole answer is given as the parts of a stream', () => {
    const llama = 'us.meta.llama3-3-70b-instruct-v1:0';
    const tools = [{ type: 'function' as const, name: 'x', inputSchema: {} }];
    expect(map({}, llama, true).mayStream).toBe(true);
    const { mayStream, context } = map({ tools }, llama, true);
    expect(mayStream).toBe(false);
    // So it is a request for Converse, which has no such member.
    const guardrailConfig = {
      guardrailIdentifier: 'abc123',
      guardrailVersion: '1',
      streamProcessingMode: 'async',
    };
    const { request, origin } = map(
      { tools, providerOptions: { bedrock: { guardrailConfig } } },
      llama,
      true,
    );
    expect(request.guardrailConfig).toEqual({ guardrailIdentifier: 'abc123', guardrailVersion: '1' });
    expect(origin.stream).toBe(false);
    const content = [{ text: 'a' }, { toolUse: { toolUseId: 't', name: 'x', input: {} } }];
    const response = { output: { message: { role: 'assistant', content } }, stopReason: 'tool_use' };
    expect(streamPartsOfResponse(received(response), numbered(context), { requestId: 'r' })).toMatchObject([
      { type: 'stream-start', warnings: [] },
      { type: 'response-metadata', id: 'r' },
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      { type: 'text-end', id: '0' },
      { type: 'tool-input-start', id: 't' },
      { type: 'tool-input-delta', id: 't', delta: '{}' },
      { type: 'tool-input-end', id: 't' },
      { type: 'tool-call', toolCallId: 't' },
      { type: 'finish', finishReason: { unified: 'tool-calls' } },
    ]);
  });

  it('gives no raw chunks of the events that it is read as, which nobody sent', () => {
    const { context } = map({ includeRawChunks: true }, undefined, true);
    const response = received({
      output: { message: { role: 'assistant', content: [{ text: 'a' }] } },
      stopReason: 'end_turn',
    });
    const types = streamPartsOfResponse(response, context).map(({ type }) => type);
    expect(types).toEqual([
      'stream-start',
      'response-metadata',
      'text-start',
      'text-delta',
      'text-end',
      'finish',
    ]);
  });
});
