// How a server is closed, and what becomes of its connections and of the answers that still come.
import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { protocols, runtime, startBench } from '../aws-clients.ts';
import { modelId, openBedrock } from '../in-process.ts';
import { body, head, overHttp1 } from './raw-request.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('a server', () => {
  it('is closed at the end of a block with `await using`, and so is the service with all its servers', async () => {
    const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.status;
    const urls: string[] = [];
    {
      await using local = createLocalBedrock();
      const { url } = await local.listen();
      {
        await using server = await local.listen();
        urls.push(server.url, url);
        expect(await Promise.all(urls.map(answers))).toEqual([404, 404]);
      }
      expect(await Promise.all(urls.map(answers))).toEqual([undefined, 404]);
      expect(local.environment).toMatchObject({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url });
    }
    expect(await Promise.all(urls.map(answers))).toEqual([undefined, undefined]);
  });

  it('ends a connection that is kept for more requests at once, while an answer is under way on another', async () => {
    let say: (text: string) => void = () => undefined;
    const said = new Promise<string>((resolve) => (say = resolve));
    const local = openBedrock({ models: { '*': ({ count }) => (count === 1 ? 'first' : said) } });
    const { port } = await local.listen();
    const kept = connect(port, '127.0.0.1');
    kept.write(head.replace('connection: close\r\n', '') + body);
    await once(kept, 'data');
    const answer = overHttp1(port, [head + body]);
    while (local.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = local.close();
    await once(kept.resume(), 'close');
    say('second');
    await closed;
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it('lets a running answer come to its end, and takes no more connections', async () => {
    const local = openBedrock({ faults: [{ kind: 'slow-start', ms: 100 }] });
    const { port } = await local.listen();
    const answer = overHttp1(port, [head + body]);
    while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await local.close();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    await expect(overHttp1(port, [head + body])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is closed when any of those who close it hears so', async () => {
    const local = openBedrock({ faults: [{ kind: 'slow-start', ms: 100 }] });
    const server = await local.listen();
    const answer = overHttp1(server.port, [head + body]);
    while (local.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    void server.close();
    await local.close();
    expect(local.requests[0]?.status).toBe(200);
    await answer;
  });

  it('is closed with the others when it is only about to listen', async () => {
    const local = openBedrock();
    const listening = local.listen();
    await local.close();
    const { url } = await listening;
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(local.environment).not.toHaveProperty('AWS_ENDPOINT_URL_BEDROCK_RUNTIME');
  });

  it.each(['HTTP/1.1', 'HTTP/2'])(
    'ends idle connections of %s without waiting for them',
    async (protocol) => {
      const local = openBedrock();
      const { port } = await local.listen();
      let closed = (): void => undefined;
      const gone = new Promise<void>((resolve) => {
        closed = resolve;
      });
      if (protocol === 'HTTP/2') {
        const session = connectHttp2(`http://127.0.0.1:${port}`);
        session.on('close', closed);
        await new Promise((resolve) => session.once('remoteSettings', resolve));
      } else {
        const socket = connect(port, '127.0.0.1');
        socket.on('close', closed);
        socket.write(head.replace('connection: close\r\n', '') + body);
        await new Promise((resolve) => socket.once('data', resolve));
      }
      // The time after which connections are cut never comes.
      vi.useFakeTimers({ toFake: ['setTimeout'] });
      await local.close();
      await gone;
    },
  );

  it('is not held up by a client that was refused because it speaks TLS, and that says so before it goes', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const socket = connect(port, '127.0.0.1');
    const alert = Buffer.from([21, 3, 3, 0, 2, 2, 10]);
    socket.write(Buffer.from([22, 3, 1, 0, 1, 1]));
    socket.once('data', () => socket.end(alert));
    await new Promise((resolve) => socket.once('close', resolve));
    const started = performance.now();
    await local.close();
    expect(performance.now() - started).toBeLessThan(900);
  });

  it.each(protocols)('ends with a failure what still comes over %s after a second', async (protocol) => {
    const bench = await startBench({ auth: 'off', pace: { betweenEventsMs: 50 } });
    const { stream = [] } = await bench.client(protocol).send(
      new runtime.ConverseStreamCommand({
        modelId,
        messages: [{ role: 'user', content: [{ text: 'count to 100' }] }],
      }),
    );
    const names: string[] = [];
    const read = async (): Promise<void> => {
      for await (const event of stream) names.push(...Object.keys(event));
    };
    const outcome = read().then(
      () => 'whole',
      () => 'failed',
    );
    await bench.local.close();
    expect([await outcome, names.at(-1)]).toEqual(['failed', 'contentBlockDelta']);
    await bench.close();
  });

  it('ends within its time also where a test holds the clock', async () => {
    const local = openBedrock({ faults: [{ kind: 'stall', after: 1, ms: 60_000 }] });
    const { port } = await local.listen();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    vi.useFakeTimers();
    socket.write(head.replace('/converse', '/converse-stream') + body);
    await new Promise((resolve) => socket.once('data', resolve));
    await local.close();
  });

  it.each(protocols)(
    'makes room for another on its port, which the same client of AWS reaches over %s',
    async (protocol) => {
      const first = await startBench({ models: { '*': () => 'one' } });
      const { port } = new URL(first.url);
      // The client asks again where its connection has ended.
      const client = first.client(protocol, { maxAttempts: 3 });
      const ask = async (): Promise<string | undefined> => {
        const messages = [{ role: 'user' as const, content: [{ text: 'hi' }] }];
        const { output } = await client.send(new runtime.ConverseCommand({ modelId, messages }));
        return output?.message?.content?.[0]?.text;
      };
      const said = [await ask()];
      await first.local.close();
      for (const text of ['two', 'three']) {
        await using next = createLocalBedrock({ models: { '*': () => text } });
        await next.listen({ port: Number(port) });
        said.push(await ask());
        expect(next.requests).toHaveLength(1);
      }
      expect(said).toEqual(['one', 'two', 'three']);
      client.destroy();
    },
  );
});
