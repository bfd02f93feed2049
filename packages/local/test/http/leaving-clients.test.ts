// Clients that go before their request or its answer has come to its end.
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openBedrock } from '../in-process.ts';
import { body, head, path } from './raw-request.ts';

describe('a server', () => {
  it('tells the service when the client has gone', async () => {
    let gone: AbortSignal | undefined;
    const local = openBedrock({
      models: {
        '*': async function* ({ signal }) {
          gone = signal;
          for (;;) {
            yield 'word ';
            await new Promise((resolve) => setTimeout(resolve, 1));
          }
        },
      },
    });
    const { port } = await local.listen();
    const socket = connect(port, '127.0.0.1');
    socket.write(head.replace('/converse', '/converse-stream') + body);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    while (gone?.aborted !== true) await new Promise((resolve) => setTimeout(resolve, 5));
    while (local.requests[0]?.ms === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(local.requests[0].status).toBe(200);
    await local.close();
  });
});

describe('a request whose client goes before its end', () => {
  it('is no failure of the server', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const socket = connect(port, '127.0.0.1');
    socket.write(head + body.slice(0, 10));
    while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    socket.destroy();
    while (local.requests[0]?.ms === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const { status, error } = local.requests[0];
    expect({ status, error }).toEqual({ status: undefined, error: undefined });
    await local.close();
  });

  it.each(['HTTP/1.1', 'HTTP/2'])('comes to its end over %s before anybody read it', async (protocol) => {
    const heard: (number | undefined)[] = [];
    const local = openBedrock({
      faults: [{ kind: 'slow-start', ms: 60_000 }],
      onRequest: ({ status }) => heard.push(status),
    });
    const { port } = await local.listen();
    const leave = protocol === 'HTTP/2' ? leaveHttp2(port) : leaveHttp1(port);
    while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([undefined]);
    await local.close();
  });
});

it.each(['HTTP/1.1', 'HTTP/2'])(
  'a model’s stream comes to its end when the client went before the answer over %s',
  async (protocol) => {
    let asked: AbortSignal | undefined;
    let ended = false;
    const local = openBedrock({
      models: {
        '*': async function* ({ signal }) {
          asked = signal;
          try {
            await new Promise((resolve) => {
              signal.addEventListener('abort', resolve);
            });
            for (;;) yield 'word ';
          } finally {
            ended = true;
          }
        },
      },
    });
    const { port } = await local.listen();
    const leave = protocol === 'HTTP/2' ? leaveHttp2(port, '-stream') : leaveHttp1(port, '-stream');
    while (asked === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
    while (local.requests[0]?.ms === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended).toBe(true);
    await local.close();
  },
);

function leaveHttp1(port: number, ending = ''): () => void {
  const socket = connect(port, '127.0.0.1');
  socket.write(head.replace(path, path + ending) + body);
  return () => socket.destroy();
}

function leaveHttp2(port: number, ending = ''): () => void {
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  const stream = session.request({ ':method': 'POST', ':path': path + ending });
  stream.on('error', () => undefined);
  stream.end(body);
  return () => {
    session.destroy();
  };
}
