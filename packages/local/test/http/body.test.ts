// Request bodies of the in-process face that still arrive when their client gives up.
import { expect, it } from 'vitest';
import { asking, openBedrock, urlOf } from '../in-process.ts';

/** A body that has said something and goes on to say nothing. */
function silentBody(said: string): { body: ReadableStream<Uint8Array>; reasons: unknown[] } {
  const reasons: unknown[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(said));
    },
    cancel(reason) {
      reasons.push(reason);
    },
  });
  return { body, reasons };
}

it.each([
  ['converse', '{'],
  ['invoke-with-bidirectional-stream', ''],
])('an abort lets the body of %s go, and the call comes to its end', async (operation, said) => {
  const { body, reasons } = silentBody(said);
  let ended: (() => void) | undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const local = openBedrock({ onRequest: () => ended?.() });
  const client = new AbortController();
  const init = { ...asking(''), body, duplex: 'half', signal: client.signal } as RequestInit; // of Node alone
  const answer = local
    .fetch(urlOf(operation, 'amazon.nova-2-sonic-v1:0'), init)
    .then((response) => response.text());
  while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const reason = new Error('enough');
  client.abort(reason);
  await expect(answer).rejects.toBe(reason);
  await end;
  expect(reasons).toEqual([reason]);
  expect(local.requests[0]?.error).toBeUndefined();
});
