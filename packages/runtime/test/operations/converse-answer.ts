// A stream of Converse, opened over chunks that a test gives, and the events of the answer that most tests read.
import { bearerAuth, converseStream, createClient, type StreamResult } from '../../src/index.ts';
import { fakeFetch, streamResponse } from '../far-side.ts';

export const request = { modelId: 'm', messages: [{ role: 'user' as const, content: [{ text: 'hi' }] }] };

export const events = [
  { messageStart: { role: 'assistant' } },
  { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'Hel' } } },
  { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'lo' } } },
  { contentBlockStop: { contentBlockIndex: 0 } },
  { messageStop: { stopReason: 'end_turn' } },
  { metadata: { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 }, metrics: { latencyMs: 5 } } },
];

export async function open(chunks: readonly Uint8Array[], headers?: Record<string, string>) {
  const { fetch } = fakeFetch(streamResponse(chunks, headers));
  const client = createClient({ authorize: bearerAuth('key'), region: 'us-east-1', fetch });
  return converseStream(client, request);
}

export async function collect<E>(stream: StreamResult<E>): Promise<{ events: E[]; error: unknown }> {
  const seen: E[] = [];
  try {
    for await (const each of stream) seen.push(each);
    return { events: seen, error: undefined };
  } catch (error) {
    return { events: seen, error };
  }
}
