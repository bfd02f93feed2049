// What whoever opens, sends and reads is told when a bidirectional stream fails, at its beginning or later.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '@bedrock-kit/protocol/client';
import type { CredentialProvider } from '@bedrock-kit/sigv4';
import { describe, expect, test, vi } from 'vitest';
import { type BedrockError, createClient, noAuth, sigv4Auth } from '../../src/index.ts';
import { invokeModelWithBidirectionalStream } from '../../src/node/bidirectional.ts';
import { exception, frame } from '../far-side.ts';
import { against, begin, chunk, credentials, modelId, region } from './http2-far-side.ts';
import { echo } from './signed-echo.ts';

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

  test('gives each error the line that reads or sends', async () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 10; // V8's own
    await against(
      (stream) => {
        stream.respond({ ':status': 403, 'x-amzn-errortype': 'AccessDeniedException' });
        stream.end('{"Message":"No."}');
      },
      async (open) => {
        const stream = await open();
        async function reads(): Promise<void> {
          for await (const each of stream) expect(each).toBeDefined();
        }
        async function sends(): Promise<void> {
          await stream.send({});
        }
        for (const caller of [reads, sends])
          await expect(caller()).rejects.toMatchObject({
            message: 'No.',
            stack: expect.stringMatching(new RegExp(`at (async )?${caller.name} `)) as string,
          });
      },
    ).finally(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });
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

  test('with an exception among its events gives the same to a send that waits, and to one that comes later', async () => {
    await against(
      (stream) => {
        begin(stream).write(chunk(1));
        setTimeout(() => {
          stream.write(exception('validationException', '{"message":"Timed out waiting for input events"}'));
        }, 20);
      },
      async (open) => {
        const stream = await open();
        const events = stream[Symbol.asyncIterator]();
        await events.next();
        const waiting = stream.send('x'.repeat(1_000_000)); // nobody reads on the far side
        const told = { code: 'ValidationException', message: 'Timed out waiting for input events' };
        await Promise.all([
          expect(events.next()).rejects.toMatchObject(told),
          expect(waiting).rejects.toMatchObject(told),
        ]);
        await expect(stream.send({})).rejects.toMatchObject(told);
      },
    );
  });

  test('with an exception gives it to a send in the form of wrapError, too', async () => {
    await against(
      (stream) => void begin(stream).write(exception('throttlingException', '{"message":"slow"}')),
      async (_, { url: endpoint }) => {
        const wrapError = ({ code }: BedrockError) => new Error(`wrapped ${code}`);
        const client = createClient({ authorize: noAuth, region, endpoint, environment: {}, wrapError });
        const stream = await invokeModelWithBidirectionalStream(client, { modelId });
        await expect(stream.batches().next()).rejects.toThrow('wrapped ThrottlingException');
        await expect(stream.send({})).rejects.toThrow('wrapped ThrottlingException');
      },
    );
  });

  test('is none where an event is no JSON: it is refused, and the chain of signatures goes on', async () => {
    await against(echo, async (open) => {
      const stream = await open();
      const nothing: Json[] = [];
      await expect(stream.send(nothing.shift() as Json)).rejects.toMatchObject({
        code: 'InvalidRequest',
        message: 'event: expected JSON, found undefined',
      });
      await stream.send(1);
      await stream.end();
      const events = [];
      for await (const event of stream) events.push(event);
      expect(events).toEqual([1, 'end']);
    });
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

  test('because no answer comes in time tells whoever waits for it, or for credentials', async () => {
    const told = { code: 'FirstEventTimeout' };
    const options = { firstEventTimeoutMs: 30 };
    await against(
      (stream) => void stream.resume(),
      async (open) => {
        const stream = await open(options);
        await expect(stream.opened).rejects.toMatchObject(told);
        await expect(stream.send({})).rejects.toMatchObject(told);
      },
    );
    const never = sigv4Auth({ credentials: () => new Promise(() => undefined) });
    await against(
      () => undefined,
      async (open) => {
        await expect(open(options)).rejects.toMatchObject(told);
      },
      never,
    );
  });

  test('because no event comes in time tells whoever reads, from when the reading begins', async () => {
    await against(
      (stream) => void begin(stream).write(chunk(1)),
      async (open) => {
        const stream = await open({ firstEventTimeoutMs: 400, idleTimeoutMs: 200 });
        await stream.opened;
        await sleep(450);
        const events = stream[Symbol.asyncIterator]();
        expect(await events.next()).toEqual({ done: false, value: 1 });
        await expect(events.next()).rejects.toMatchObject({ code: 'IdleTimeout' });
      },
    );
    await against(
      (stream) => void begin(stream),
      async (open) => {
        const stream = await open({ firstEventTimeoutMs: 30 });
        await expect(stream.batches().next()).rejects.toMatchObject({ code: 'FirstEventTimeout' });
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
