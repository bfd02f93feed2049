import { encodeMessage } from '@bedrock-kit/eventstream';
import { expect, it } from 'vitest';
import { messagesOf, openBedrock, urlOf } from '../in-process.ts';

const model = 'amazon.nova-2-sonic-v1:0';

const text = (value: string) => ({ type: 'string', value }) as const;

it('a stream that goes both ways begins before anything has been said, and its chunks have no padding', async () => {
  const local = openBedrock({ models: { [model]: ({ events }) => ({ chunks: events }) } });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const init = { method: 'POST', body: readable, duplex: 'half' } as RequestInit; // of Node alone
  const response = await local.fetch(urlOf('invoke-with-bidirectional-stream', model), init);
  expect(response.status).toBe(200);
  const payload = JSON.stringify({ bytes: btoa('{"said":1}') });
  const headers = { ':event-type': text('chunk'), ':message-type': text('event') };
  const writer = writable.getWriter();
  const written = writer.write(encodeMessage({ headers, body: new TextEncoder().encode(payload) }));
  const closed = writer.close();
  const answered = (await messagesOf(response)).map(({ body }) => new TextDecoder().decode(body));
  expect(answered).toEqual([payload]);
  await Promise.all([written, closed]);
});
