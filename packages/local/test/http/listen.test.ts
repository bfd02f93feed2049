// What a server speaks on its port, what it sends, and where it listens.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { Server as NetServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openBedrock } from '../in-process.ts';
import { everyAddress } from './every-address.ts';
import { body, head, overHttp1, path } from './raw-request.ts';

function overHttp2(
  port: number,
  text = body,
  target = path,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    session.on('error', reject);
    const stream = session.request({ ':method': 'POST', ':path': target });
    let status: number | undefined;
    let answer = '';
    stream.on('response', (headers) => (status = headers[':status']));
    stream.on('data', (data: Buffer) => (answer += data.toString()));
    stream.on('end', () => {
      session.close();
      resolve({ status, text: answer });
    });
    stream.end(text);
  });
}

describe('a server', () => {
  it('speaks HTTP/1.1 and HTTP/2 with prior knowledge on one port', async () => {
    const local = openBedrock();
    const { port, url } = await local.listen();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(await overHttp1(port, [head + body])).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect((await overHttp2(port)).status).toBe(200);
    expect(local.requests.map(({ protocol }) => protocol)).toEqual(['HTTP/1.1', 'HTTP/2']);
    await local.close();
  });

  it('says of the one that answers HTTP/1.1 that it listens, as long as it does: Deno keeps no connection otherwise', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    let http1: Server | undefined;
    const take = (message: unknown): void => void ({ server: http1 } = message as { server: Server }); // Node's own message
    subscribe('http.server.request.start', take);
    await overHttp1(port, [head + body]);
    unsubscribe('http.server.request.start', take);
    expect(http1?.listening).toBe(true);
    await local.close();
    expect(http1?.listening).toBe(false);
  });

  it('answers over HTTP/2 where the body is empty and its end comes in a frame of its own', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    expect((await overHttp2(port, '')).status).toBe(400);
    const speech = '/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream';
    expect((await overHttp2(port, '', speech)).status).toBe(200);
    await local.close();
  });

  it('lets the rest of a body pass over HTTP/2, and answers the next request of the connection', async () => {
    const local = openBedrock({ models: { '*': () => ({ chunks: ['what was said is of no interest'] }) } });
    const { url } = await local.listen();
    const session = connectHttp2(url);
    const statuses: unknown[] = [];
    const speech = '/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream';
    for (let call = 0; call < 3; call += 1) {
      const stream = session.request({ ':method': 'POST', ':path': speech }).resume();
      stream.on('response', (headers) => statuses.push(headers[':status']));
      stream.end(new Uint8Array(2 * 1024 * 1024));
      await once(stream, 'close');
    }
    expect(statuses).toEqual([200, 200, 200]);
    session.destroy();
    await local.close();
  });

  it('lets a client of HTTP/2 go on that asks whether it may send its body', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = session.request({ ':method': 'POST', ':path': path, expect: '100-continue' });
    stream.once('continue', () => stream.end(body));
    const [headers] = (await once(stream, 'response')) as [{ ':status': number }]; // as Node gives them
    expect(headers[':status']).toBe(200);
    session.destroy();
    await local.close();
  });

  it('waits for enough bytes to tell them apart', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const whole = head + body;
    const answer = await overHttp1(port, ['P', 'O', whole.slice(2, 5), whole.slice(5)]);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    await local.close();
  });

  it('takes a target with its host, as a client sends it to a proxy, for the path in it', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const absolute = head.replace(path, `http://bedrock-runtime.us-east-1.amazonaws.com${path}?a=b`);
    expect(await overHttp1(port, [absolute + body])).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(await overHttp1(port, [absolute.replace(`${path}?a=b`, '') + body])).toMatch(/^HTTP\/1\.1 404 /);
    expect(local.requests.map(({ target }) => target)).toEqual([`${path}?a=b`, '/']);
    await local.close();
  });

  it('sends the headers that AWS sends, its date from its own clock', async () => {
    const local = openBedrock({ clock: () => new Date('2026-01-15T12:00:00Z') });
    const { port } = await local.listen();
    const answer = await overHttp1(port, [head + body]);
    expect(answer).toMatch(/\r\nx-amzn-requestid: [\da-f-]{36}\r\n/);
    expect(answer).toMatch(/\r\ndate: Thu, 15 Jan 2026 12:00:00 GMT\r\n/);
    expect(answer).toMatch(/\r\ncontent-type: application\/json\r\n/);
    await local.close();
  });

  it('answers several requests on one connection', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const kept = head.replace('connection: close\r\n', '');
    const answer = await overHttp1(port, [kept + body, kept + body, head + body]);
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
    await local.close();
  });

  it('binds to this machine alone, unless told otherwise', async () => {
    const local = openBedrock();
    const here = await local.listen();
    expect(new URL(here.url).hostname).toBe('127.0.0.1');
    for (const [host] of everyAddress) {
      const { url, port } = await local.listen({ host });
      expect(url).toBe(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
    }
    await local.close();
  });

  it('refuses a port that is taken, naming it, with the line that asked for it', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    async function caller(): Promise<void> {
      await local.listen({ port });
    }
    await expect(caller()).rejects.toMatchObject({
      code: 'listen-failed',
      place: 'port',
      stack: expect.stringMatching(/at (async )?caller /) as string,
    });
    await local.close();
  });

  it('tells of another port where the system keeps one from everybody, as Windows keeps ranges', async () => {
    const denied = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:4280'), {
      code: 'EACCES',
    });
    const listen = vi.spyOn(NetServer.prototype, 'listen').mockImplementation(function (this: NetServer) {
      queueMicrotask(() => this.emit('error', denied));
      return this;
    });
    onTestFinished(() => {
      listen.mockRestore();
    });
    const refused = openBedrock().listen({ port: 4280 });
    await expect(refused).rejects.toMatchObject({
      code: 'listen-failed',
      place: 'port',
      message:
        'Port 4280 on 127.0.0.1 is kept by the system, or by another program: choose another, or 0 for any free one.',
      cause: denied,
    });
  });

  it('reports a failure that nobody waits for, as any promise does', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    const listeners = process.rawListeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    onTestFinished(() => {
      for (const listener of listeners) process.on('unhandledRejection', listener as () => void); // they were listeners of it
    });
    const unhandled = once(process, 'unhandledRejection');
    void local.listen({ port });
    expect(await unhandled).toMatchObject([{ code: 'listen-failed' }, {}]);
    await local.close();
  });

  it.each([8080, '8080', null])('refuses %j in place of its options', async (where) => {
    // As a server of Node takes its port; the types refuse it.
    await expect(openBedrock().listen(where as unknown as object)).rejects.toMatchObject({
      code: 'invalid-option',
      message: `listen takes { port, host }, not ${JSON.stringify(where)}.`,
    });
  });

  it('refuses an option that there is not, before a port is taken', async () => {
    const options = { prot: 4280 } as object; // the types refuse it
    await expect(openBedrock().listen(options)).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code: 'invalid-option',
      place: 'prot',
      message: 'listen has no option prot (did you mean port?).',
    });
  });

  it('refuses an empty host, which Node takes for every address of the machine', async () => {
    await expect(openBedrock().listen({ host: '' })).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code: 'invalid-option',
      place: 'host',
    });
  });

  it.each<unknown>([-1, 65_536, 1.5, '80a'])('refuses the port %s, which there is not', async (port) => {
    await expect(openBedrock().listen({ port: port as number })).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code: 'invalid-option',
      place: 'port',
    });
  });

  // An address for documentation, which no machine has: RFC 5737.
  it.each<[unknown, string, RegExp]>([
    [5, 'invalid-option', /^Cannot listen on 5:0: /],
    [
      '203.0.113.9',
      'listen-failed',
      /^Cannot listen on 203\.0\.113\.9:0: listen EADDRNOTAVAIL.*\. host must be an address of this machine, such as 127\.0\.0\.1, or 0\.0\.0\.0 for all of them\.$/,
    ],
  ])('refuses the host %s, naming it, as %s', async (host, code, message) => {
    await expect(openBedrock().listen({ host: host as string })).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code,
      place: 'host',
      message: expect.stringMatching(message) as string,
    });
  });
});
