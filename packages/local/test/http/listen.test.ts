import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { protocols, runtime, startBench } from '../aws-clients.ts';
import { createLocalBedrock } from '../../src/index.ts';
import { asking, modelId, openBedrock } from '../in-process.ts';

const path = `/model/${encodeURIComponent(modelId)}/converse`;
const body = asking('echo hi').body as string;

afterEach(() => {
  vi.useRealTimers();
});

function overHttp1(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setTimeout(next, 5));
      }
    })();
  });
}

function overHttp2(port: number): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    session.on('error', reject);
    const stream = session.request({ ':method': 'POST', ':path': path });
    let status: number | undefined;
    let text = '';
    stream.on('response', (headers) => (status = headers[':status']));
    stream.on('data', (data: Buffer) => (text += data.toString()));
    stream.on('end', () => {
      session.close();
      resolve({ status, text });
    });
    stream.end(body);
  });
}

const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;

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
    const everywhere = await local.listen({ host: '::' });
    expect(everywhere.url).toBe(`http://[::]:${everywhere.port}`);
    await local.close();
  });

  it('refuses a port that is taken, naming it', async () => {
    const local = openBedrock();
    const { port } = await local.listen();
    await expect(local.listen({ port })).rejects.toMatchObject({ code: 'listen-failed', place: 'port' });
    await local.close();
  });

  it('refuses an option that there is not, before a port is taken', async () => {
    const options = { prot: 4280 } as object; // the types refuse it
    await expect(openBedrock().listen(options)).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code: 'listen-failed',
      place: 'prot',
      message: 'prot is no option of listen: there are port and host.',
    });
  });

  it.each<unknown>([-1, 65_536, 1.5, '80a'])('refuses the port %s, which there is not', async (port) => {
    await expect(openBedrock().listen({ port: port as number })).rejects.toMatchObject({
      name: 'LocalBedrockError',
      code: 'listen-failed',
      place: 'port',
    });
  });

  it('ends idle connections at once and lets a running answer come to its end', async () => {
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

describe('the environment', () => {
  it('points AWS’s clients at the server once it listens', async () => {
    const local = openBedrock({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
    });
    const keys = {
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SESSION_TOKEN: 'c',
    };
    expect(local.environment).toEqual(keys);
    const { url } = await local.listen();
    expect(local.environment).toEqual({
      ...keys,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: url,
    });
    await local.close();
  });

  it('keeps a session token of the shell from going with keys that have none', async () => {
    const local = createLocalBedrock();
    await local.listen();
    vi.stubEnv('AWS_SESSION_TOKEN', 'of other keys');
    for (const [name, value] of Object.entries(local.environment)) vi.stubEnv(name, value);
    // Keys, Region and endpoint from the environment alone.
    const client = new runtime.BedrockRuntimeClient({});
    const messages = [{ role: 'user' as const, content: [{ text: 'echo hi' }] }];
    await client.send(new runtime.ConverseCommand({ modelId, messages }));
    expect(local.requests[0]?.status).toBe(200);
    expect(local.requests[0]?.headers['x-amz-security-token']).toBeUndefined();
    vi.unstubAllEnvs();
    client.destroy();
    await local.close();
  });

  it('names the newest of the servers that nobody has closed', async () => {
    const local = openBedrock();
    const named = (): unknown => local.environment['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'];
    const first = await local.listen();
    const second = await local.listen();
    expect(named()).toBe(second.url);
    await second.close();
    expect(named()).toBe(first.url);
    await first.close();
    expect(named()).toBeUndefined();
    await local.close();
  });
});
