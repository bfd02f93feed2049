// What becomes of a bidirectional stream that its caller leaves: by an abort, by cancel, by break or by an end.
import dns from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { bearerAuth, createClient, noAuth } from '../../src/index.ts';
import {
  type BidirectionalStream,
  invokeModelWithBidirectionalStream,
} from '../../src/node/bidirectional.ts';
import { against, type Answer, begin, chunk, modelId, region } from './http2-far-side.ts';

describe('a caller that leaves', () => {
  const silent: Answer = (stream) => void begin(stream).write(chunk(1));

  test('by an abort is told so wherever it waits', async () => {
    await against(silent, async (open) => {
      const controller = new AbortController();
      const stream = await open({ signal: controller.signal });
      const events = stream[Symbol.asyncIterator]();
      await events.next();
      const waiting = events.next();
      controller.abort(new Error('enough'));
      await expect(waiting).rejects.toMatchObject({ code: 'Aborted', name: 'AbortError' });
      await expect(stream.send({})).rejects.toMatchObject({ code: 'Aborted' });
    });
  });

  test('while a TLS handshake goes unanswered leaves no connection', async () => {
    const sockets = new Set<Socket>();
    const server = createTcpServer((socket) => {
      sockets.add(socket.resume());
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined); // the client goes away
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
    const client = createClient({ authorize: noAuth, region, endpoint, environment: {} });
    const controller = new AbortController();
    const { signal } = controller;
    const stream = await invokeModelWithBidirectionalStream(client, { modelId }, { signal });
    const waiting = stream.batches().next();
    await vi.waitFor(() => {
      expect(sockets.size).toBe(1);
    });
    const cause = new Error('enough');
    controller.abort(cause);
    for (const each of [waiting, stream.opened, stream.send({})])
      await expect(each).rejects.toMatchObject({ code: 'Aborted', cause });
    await vi.waitFor(() => {
      expect(sockets.size).toBe(0);
    });
    server.close();
  });

  test.each<[string, (stream: BidirectionalStream, caller: AbortController) => unknown]>([
    ['cancel', (stream) => stream.cancel()],
    [
      'an abort',
      (_, caller) => {
        caller.abort();
      },
    ],
  ])('by %s does not wait for a far side that never closes the connection', async (_, leave) => {
    const server = createTcpServer({ allowHalfOpen: true });
    const [socket, stream, caller] = await connected(server);
    await leave(stream, caller);
    await gone(socket);
    server.close();
  });

  test('after an answer and a GOAWAY does not wait for one, either', async () => {
    const server = createServer();
    server.on('stream', (answer) => {
      answer.on('error', () => undefined);
      begin(answer).end(chunk(1));
      answer.session?.goaway();
    });
    const [socket, stream] = await connected(server);
    await stream.end();
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events).toEqual([1]);
    await gone(socket);
    server.close();
  });

  test('while the connection is still being made ends that', async () => {
    const server = createTcpServer();
    const accepted = vi.fn();
    server.on('connection', accepted);
    const endpoint = `http://bedrock.example:${await listening(server)}`;
    const lookup = vi.spyOn(dns, 'lookup').mockReturnValue(undefined); // the answer takes its time
    const client = createClient({ authorize: noAuth, region, endpoint, environment: {} });
    const stream = await invokeModelWithBidirectionalStream(client, { modelId });
    await vi.waitFor(() => {
      expect(lookup).toHaveBeenCalled();
    });
    await stream.cancel();
    const answer = lookup.mock.calls[0]?.at(-1) as unknown as (error: null, found: object[]) => void;
    lookup.mockRestore();
    answer(null, [{ address: '127.0.0.1', family: 4 }]);
    await sleep(50);
    expect(accepted).not.toHaveBeenCalled();
    server.close();
  });

  test.each<[string, (stream: BidirectionalStream) => Promise<unknown>]>([
    ['cancel', (stream) => stream.cancel()],
    [
      'break',
      async (stream) => {
        for await (const each of stream) {
          expect(each).toBe(1);
          break;
        }
      },
    ],
    ['end', (stream) => stream.end()],
  ])('by %s closes the connection, and sends no more', async (_, leave) => {
    await against(silent, async (open) => {
      const stream = await open();
      await leave(stream);
      await expect(stream.send({})).rejects.toMatchObject({
        code: 'InvalidRequest',
        message: 'The stream was ended by end() or cancel().',
        isRetryable: false,
      });
      await stream.cancel();
      await stream.end();
    });
  });

  test('by cancel ends a wait to send, and that for an answer, as what it is', async () => {
    await against(
      () => undefined,
      async (open) => {
        const stream = await open();
        const warned = vi.fn();
        process.on('warning', warned);
        // Nobody waits for one before the next, and nobody reads on the far side.
        const sent = Array.from({ length: 20 }, () => stream.send('x'.repeat(100_000)));
        const results = Promise.allSettled(sent);
        await sleep(20);
        await stream.cancel();
        const ended = { code: 'InvalidRequest', message: 'The stream was ended by end() or cancel().' };
        expect((await results).at(-1)).toMatchObject({ status: 'rejected', reason: ended });
        await expect(stream.opened).rejects.toMatchObject(ended);
        expect(warned).not.toHaveBeenCalled(); // of too many listeners
        process.off('warning', warned);
      },
    );
  });

  test('by the server, in a reset without an error, ends an end that its caller waits for before reading on', async () => {
    await against(
      async (stream) => {
        stream.resume();
        await sleep(0);
        begin(stream).write(chunk(1));
        stream.close();
      },
      async (open) => {
        // The reset must come while the end is being sent, which is so in one of twenty.
        for (let round = 0; round < 90; round++) {
          const stream = await open();
          const events = stream[Symbol.asyncIterator]();
          await events.next();
          await sleep(round % 3);
          await stream.end();
          await stream.cancel();
        }
      },
    );
  });

  test('by the server can be followed by an end, with whatever authorization, but by no event', async () => {
    for (const authorize of [undefined, bearerAuth('k')])
      await against(
        (stream) => {
          begin(stream);
          stream.end(chunk('bye'));
        },
        async (open) => {
          const stream = await open();
          const events = [];
          for await (const event of stream) events.push(event);
          await expect(stream.send({})).rejects.toMatchObject({
            code: 'InvalidRequest',
            message: 'The stream is over: the server has ended it.',
            isRetryable: false,
          });
          await stream.end();
          expect(events).toEqual(['bye']);
        },
        authorize,
      );
  });
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port; // it listens on TCP
}

/** A stream to a server, and the server's end of its connection. */
async function connected(server: Server): Promise<[Socket, BidirectionalStream, AbortController]> {
  const endpoint = `http://127.0.0.1:${await listening(server)}`;
  const client = createClient({ authorize: noAuth, region, endpoint, environment: {} });
  const caller = new AbortController();
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const { signal } = caller;
  const stream = await invokeModelWithBidirectionalStream(client, { modelId }, { signal });
  const [socket] = await accepted;
  await stream.send({});
  return [socket, stream, caller];
}

/** Resolves once the other end of a connection is no more: what is sent to it comes back as a reset. */
async function gone(socket: Socket): Promise<void> {
  const closed = new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve));
  const timer = setInterval(() => socket.write('x'), 10);
  await closed;
  clearInterval(timer);
}
