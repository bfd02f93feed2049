// A conversation over the bidirectional stream: both directions at once, how its messages are signed, and who waits for whom.
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http2';
import { EventStreamDecoder } from '@bedrock-kit/eventstream';
import { describe, expect, test } from 'vitest';
import { noAuth, resolveAuth, sigv4Auth } from '../../src/index.ts';
import { against, begin, chunk, credentials, jsonIn } from './http2-far-side.ts';
import { echo } from './signed-echo.ts';

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

  test('is signed where the environment has access keys, also beside an API key', async () => {
    const environment = {
      AWS_BEARER_TOKEN_BEDROCK: 'key',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    await against(
      echo,
      async (open) => {
        const stream = await open();
        await stream.send({ event: { sessionStart: {} } });
        await stream.end();
        const said: unknown[] = [];
        for await (const event of stream) said.push(event);
        expect(said).toEqual([{ event: { sessionStart: {} } }, 'end']);
      },
      (request) => resolveAuth({})({ ...request, environment }),
    );
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
      sigv4Auth({ credentials, clock: () => now, signingHost: 'bedrock-runtime.us-east-1.amazonaws.com' }),
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
