// The bidirectional stream against a real HTTP/2 server that checks each signature, over a real socket.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeMessage, EventStreamDecoder, type Message, readEvent } from '@bedrock-kit/eventstream';
import { type CredentialProvider, createSigner } from '@bedrock-kit/sigv4';
import { describe, expect, test, vi } from 'vitest';
import { bearerAuth, type CallOptions, createClient, noAuth, sigv4Auth } from '../../src/index.ts';
import {
  type BidirectionalStream,
  invokeModelWithBidirectionalStream,
} from '../../src/node/bidirectional.ts';
import { event, exception, frame } from '../far-side.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const region = 'us-east-1';
const modelId = 'amazon.nova-sonic-v1:0';

type Answer = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void | Promise<void>;

interface Far extends AsyncDisposable {
  readonly url: string;
  readonly sockets: ReadonlySet<Socket>;
  readonly errors: unknown[];
}

async function far(answer: Answer): Promise<Far> {
  const sockets = new Set<Socket>();
  const errors: unknown[] = [];
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // clients go away in some of these tests
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined); // as above
    Promise.resolve(answer(stream, headers)).catch((error: unknown) => errors.push(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    sockets,
    errors,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Runs against a server that answers so; afterwards no socket may be open. */
async function against(
  answer: Answer,
  run: (open: (options?: CallOptions) => Promise<BidirectionalStream>, server: Far) => Promise<void>,
  authorize = sigv4Auth({ credentials }),
): Promise<void> {
  await using server = await far(answer);
  const client = createClient({ authorize, region, endpoint: server.url, environment: {} });
  await run((options) => invokeModelWithBidirectionalStream(client, { modelId }, options), server);
  await vi.waitFor(() => {
    expect(server.sockets.size).toBe(0);
  });
  expect(server.errors).toEqual([]);
}

const chunk = (json: unknown): Uint8Array =>
  event('chunk', { bytes: Buffer.from(JSON.stringify(json)).toString('base64'), p: 'abc' });

const begin = (stream: ServerHttp2Stream): ServerHttp2Stream => {
  stream.respond({
    ':status': 200,
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-requestid': 'r-1',
  });
  return stream;
};

function jsonIn(message: Message): unknown {
  const inner = readEvent(message);
  if (inner.type !== 'event') throw new Error(`A message of the type ${inner.type}.`);
  const { bytes } = JSON.parse(new TextDecoder().decode(inner.payload)) as { bytes: string };
  return JSON.parse(Buffer.from(bytes, 'base64').toString());
}

/** Answers each event with itself, having checked its signature against the one before it; `end` at the signed end. */
const echo: Answer = async (stream, headers) => {
  const [, prior] = /Signature=([0-9a-f]+)$/.exec(headers.authorization ?? '') ?? [];
  const signer = createSigner({ service: 'bedrock', region, credentials }).eventSigner({
    priorSignature: prior ?? '',
  });
  const decoder = new EventStreamDecoder();
  begin(stream);
  for await (const bytes of stream as AsyncIterable<Buffer>)
    for (const message of decoder.push(bytes)) {
      const { ':date': date, ':chunk-signature': signature } = message.headers;
      if (date?.type !== 'timestamp' || signature?.type !== 'binary') throw new Error('Not signed.');
      expect(Buffer.from(signature.value).toString('hex')).toBe(
        signer.signSync(message.body, date.value).signature,
      );
      stream.write(message.body.length === 0 ? chunk('end') : chunk(jsonIn(decodeMessage(message.body))));
    }
  decoder.end();
  stream.end();
};

describe('a conversation', () => {
  test('goes in both directions at the same time, each message signed over the one before', async () => {
    await against(echo, async (open) => {
      const stream = await open();
      const events = stream[Symbol.asyncIterator]();
      for (const said of [{ event: { sessionStart: {} } }, { event: { audioInput: { content: 'é' } } }]) {
        await stream.send(said);
        expect(await events.next()).toEqual({ done: false, value: said });
      }
      await stream.end();
      expect(await events.next()).toEqual({ done: false, value: 'end' });
      expect(await events.next()).toEqual({ done: true, value: undefined });
      expect(await stream.opened).toMatchObject({ status: 200, requestId: 'r-1' });
    });
  });

  test('has the request and the messages of the vector that AWS’s client was captured with', async () => {
    const times = ['12:00:00.000Z', '12:00:01.250Z', '12:00:02.500Z'].map(
      (time) => new Date(`2026-01-15T${time}`),
    );
    const received: Buffer[] = [];
    let request: IncomingHttpHeaders = {};
    let now = times[0] ?? new Date(0);
    await against(
      async (stream, headers) => {
        request = headers;
        begin(stream);
        for await (const bytes of stream as AsyncIterable<Buffer>) received.push(bytes);
        stream.end();
      },
      async (open) => {
        const stream = await open();
        now = times[1] ?? now;
        await stream.send({ event: { sessionStart: {} } });
        now = times[2] ?? now;
        await stream.end();
        for await (const batch of stream.batches()) expect(batch).toEqual([]);
      },
      sigv4Auth({ credentials, clock: () => now, host: 'bedrock-runtime.us-east-1.amazonaws.com' }),
    );
    expect(request[':method']).toBe('POST');
    expect(request[':path']).toBe('/model/amazon.nova-sonic-v1%3A0/invoke-with-bidirectional-stream');
    expect(request['content-type']).toBe('application/vnd.amazon.eventstream');
    expect(request['x-amz-content-sha256']).toBe('STREAMING-AWS4-HMAC-SHA256-EVENTS');
    expect(request.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature=9fa1849479229d3222190fbd36de1ab81edb94413dd763919d274f86c3d5a3ce',
    );
    const bytes = Buffer.concat(received);
    expect(bytes.length).toBe(226 + 83);
    expect(bytes.subarray(0, 12).toString('hex')).toBe('000000e200000043d8e35bfc');
    expect(bytes.subarray(222, 226).toString('hex')).toBe('c1f54817');
    expect(bytes.subarray(226).toString('hex')).toBe(
      '0000005300000043f5447a58053a64617465080000019bc186e7c4103a6368756e6b2d7369676e6174757265060020f611d01eb08c7f1f9be538c9d876a56380aef12510585c79067d26634f55f562a38a012a',
    );
  });

  test('without a signature sends plain messages and no hash', async () => {
    await against(
      async (stream, headers) => {
        expect(headers['x-amz-content-sha256']).toBeUndefined();
        const decoder = new EventStreamDecoder();
        begin(stream);
        for await (const bytes of stream as AsyncIterable<Buffer>)
          for (const message of decoder.push(bytes)) stream.write(chunk(jsonIn(message)));
        stream.end();
      },
      async (open) => {
        const stream = await open();
        await stream.send([1]);
        await stream.end();
        const seen = [];
        for await (const each of stream) seen.push(each);
        expect(seen).toEqual([[1]]);
      },
      noAuth,
    );
  });

  test('waits where the far side does not read', async () => {
    let read = (): void => undefined;
    const reading = new Promise<void>((resolve) => (read = resolve));
    await against(
      async (stream) => {
        begin(stream);
        await reading;
        stream.resume();
        await once(stream, 'end');
        stream.end();
      },
      async (open) => {
        const stream = await open();
        const large = 'x'.repeat(200_000);
        let sent = 0;
        const sending = (async () => {
          for (; sent < 40; sent++) await stream.send(large);
        })();
        await new Promise((resolve) => setTimeout(resolve, 100));
        // 10 MB do not go into buffers that nobody empties.
        expect(sent).toBeLessThan(10);
        read();
        await sending;
        await stream.end();
        expect((await stream.batches().next()).done).toBe(true);
      },
    );
  });
});

describe('a stream that fails', () => {
  test('with a status gives the error to whoever opens, sends and reads', async () => {
    await against(
      (stream) => {
        stream.respond({
          ':status': 403,
          'x-amzn-errortype': 'AccessDeniedException',
          'x-amzn-requestid': 'r-2',
        });
        stream.end('{"Message":"No."}');
      },
      async (open) => {
        const stream = await open();
        const expected = {
          name: 'BedrockError',
          code: 'AccessDeniedException',
          statusCode: 403,
          message: 'No.',
          requestId: 'r-2',
        };
        await expect(stream.batches().next()).rejects.toMatchObject(expected);
        await expect(stream.opened).rejects.toMatchObject(expected);
        await expect(stream.send({})).rejects.toMatchObject(expected);
      },
    );
  });

  test('for a wrong clock or expired credentials lets the next one begin with better', async () => {
    const load: CredentialProvider = (request) =>
      Promise.resolve({ ...credentials, sessionToken: request?.forceRefresh ? 'fresh' : 'stale' });
    const ahead = 3_600_000;
    const refusals: string[] = [];
    await against(
      (stream, { 'x-amz-date': amzDate = '', 'x-amz-security-token': token }) => {
        const said = Date.parse(String(amzDate).replace(/(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6'));
        const code =
          said < Date.now() + ahead - 60_000
            ? 'InvalidSignatureException'
            : token === 'stale'
              ? 'ExpiredTokenException'
              : undefined;
        if (code === undefined) {
          begin(stream).end();
          return;
        }
        refusals.push(code);
        const date = new Date(Date.now() + ahead).toUTCString();
        stream.respond({ ':status': 403, 'x-amzn-errortype': code, date }, { endStream: true });
      },
      async (open) => {
        const opened = async () => (await open()).opened.then(({ status }) => status);
        await expect(opened()).rejects.toMatchObject({ code: 'InvalidSignatureException' });
        await expect(opened()).rejects.toMatchObject({ code: 'ExpiredTokenException' });
        const stream = await open();
        expect(await stream.batches().next()).toEqual({ done: true, value: undefined });
        expect(await stream.opened).toMatchObject({ status: 200 });
      },
      sigv4Auth({ credentials: load }),
    );
    expect(refusals).toEqual(['InvalidSignatureException', 'ExpiredTokenException']);
  });

  test.each([
    [
      'the envelope of AWS’s front end',
      '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}',
      { code: 'UnknownOperationException', statusCode: 404, isRetryable: false },
    ],
    ['a page', '<html>Sign in</html>', { code: 'UnexpectedResponse', statusCode: 200, isRetryable: false }],
  ])('because success has %s in place of events says what it is', async (_, body, expected) => {
    await against(
      (stream) => {
        stream.respond({
          ':status': 200,
          'content-type': body.startsWith('<') ? 'text/html' : 'application/json',
        });
        stream.end(body);
      },
      async (open) => {
        const stream = await open();
        await expect(stream.batches().next()).rejects.toMatchObject({ ...expected, responseBody: body });
        await expect(stream.opened).rejects.toMatchObject(expected);
      },
    );
  });

  test('leaves no listener on the signal of a caller who does not read', async () => {
    await against(
      (stream) => {
        stream.respond({ ':status': 403 });
        stream.end('{}');
      },
      async (open) => {
        const { signal } = new AbortController();
        const removed = vi.spyOn(signal, 'removeEventListener');
        await expect((await open({ signal })).opened).rejects.toMatchObject({ statusCode: 403 });
        expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
      },
    );
  });

  test.each([
    ['an exception', exception('modelTimeoutException', '{"message":"too slow"}'), 'ModelTimeoutException'],
    ['a damaged message', frame({ ':message-type': 'event' }).fill(1, 20, 24), 'MalformedStream'],
  ])('with %s gives what came before, then the error', async (_, bytes, code) => {
    await against(
      (stream) => void begin(stream).end(Buffer.concat([chunk(1), bytes])),
      async (open) => {
        const events = (await open())[Symbol.asyncIterator]();
        expect(await events.next()).toEqual({ done: false, value: 1 });
        await expect(events.next()).rejects.toMatchObject({ code });
      },
    );
  });

  test('by a reset gives a NetworkError to whoever sends and reads', async () => {
    await against(
      (stream) => {
        begin(stream).write(chunk(1));
        setTimeout(() => {
          stream.close(2);
        }, 20);
      },
      async (open) => {
        const stream = await open();
        const events = stream[Symbol.asyncIterator]();
        expect(await events.next()).toEqual({ done: false, value: 1 });
        await expect(events.next()).rejects.toMatchObject({ code: 'NetworkError', isRetryable: true });
        await expect(stream.send({})).rejects.toMatchObject({ code: 'NetworkError' });
      },
    );
  });

  test('because nobody listens gives a NetworkError with its reason', async () => {
    const client = createClient({ authorize: noAuth, region, endpoint: 'http://127.0.0.1:1' });
    const stream = await invokeModelWithBidirectionalStream(client, { modelId });
    await expect(stream.batches().next()).rejects.toMatchObject({
      code: 'NetworkError',
      message: 'The connection to http://127.0.0.1:1 failed: connect ECONNREFUSED 127.0.0.1:1',
    });
    await expect(stream.opened).rejects.toMatchObject({ code: 'NetworkError' });
  });

  test('before it is sent, because the model has no name', async () => {
    const client = createClient({ authorize: noAuth, region });
    await expect(invokeModelWithBidirectionalStream(client, { modelId: '' })).rejects.toMatchObject({
      code: 'InvalidRequest',
    });
  });
});

test.each([['signed', sigv4Auth({ credentials })] as const, ['with a key', bearerAuth('key')] as const])(
  '%s, a header arrives without the white space around it, as fetch sends it',
  async (kind, authorize) => {
    const arrived: unknown[] = [];
    const answer: Answer = (stream, headers) => {
      arrived.push(headers['x-tenant'], /SignedHeaders=\S+x-tenant,/.test(headers.authorization ?? ''));
      begin(stream).end();
    };
    const talk = async (open: (options?: CallOptions) => Promise<BidirectionalStream>): Promise<void> => {
      const stream = await open({ headers: { 'x-tenant': '\t a  b ' } });
      await stream.opened;
      await stream.cancel();
    };
    await against(answer, talk, authorize);
    expect(arrived).toEqual(['a  b', kind === 'signed']);
  },
);

test('a header that HTTP/2 does not have is refused, and leaves no connection', async () => {
  await against(echo, async (open) => {
    await expect(open({ headers: { connection: 'keep-alive' } })).rejects.toMatchObject({
      name: 'BedrockError',
      code: 'InvalidRequest',
      message: 'HTTP/1 Connection specific headers are forbidden: "connection"',
    });
  });
});

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

  test('by the server can be followed by an end, with whatever authorization', async () => {
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
          await stream.end();
          expect(events).toEqual(['bye']);
        },
        authorize,
      );
  });
});
