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
  it.each(['HTTP/1.1', 'HTTP/2'])('is no failure of the server over %s', async (protocol) => {
    const local = openBedrock();
    const { port } = await local.listen();
    const part = body.slice(0, 10);
    const leave = protocol === 'HTTP/2' ? beginHttp2(port, part) : leaveHttp1(port, '', part);
    while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
    while (local.requests[0]?.ms === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    const { status, error } = local.requests[0];
    expect({ status, error }).toEqual({ status: undefined, error: undefined });
    await local.close();
  });

  it('does not end the events of a bidirectional stream as a session ends', async () => {
    const heard: unknown[] = [];
    const local = openBedrock({
      models: {
        '*': async ({ events }) => {
          heard.push('the beginning');
          for await (const event of events) heard.push(event);
          heard.push('the end');
          return { chunks: [] };
        },
      },
    });
    const { port } = await local.listen();
    const leave = beginHttp2(port, '', '/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream');
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
    while (local.requests[0]?.ms === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(['the beginning']);
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

function leaveHttp1(port: number, ending = '', sent = body): () => void {
  const socket = connect(port, '127.0.0.1');
  socket.write(head.replace(path, path + ending) + sent);
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

/** Sends part of a body, and leaves. */
function beginHttp2(port: number, part: string, target = path): () => void {
  const session = connectHttp2(`http://127.0.0.1:${port}`);
  const stream = session.request({ ':method': 'POST', ':path': target });
  stream.on('error', () => undefined);
  stream.write(part);
  return () => {
    session.destroy();
  };
}
