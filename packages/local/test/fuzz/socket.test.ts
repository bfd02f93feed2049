// Whatever comes over a connection, the server goes on.
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from '../aws-clients.ts';
import { asking, openBedrock, urlOf } from '../in-process.ts';
import { bytes } from './arbitrary-values.ts';

describe('on the socket, a server still answers after', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ auth: 'off' });
  });
  afterAll(() => bench.close());

  const stillAnswers = async (): Promise<void> => {
    const response = await fetch(urlOf('converse', undefined, bench.url), asking('echo hi'));
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  };

  const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
  const opening = fc.constantFrom(
    '',
    'P',
    'PR',
    preface,
    'POST /model/x/converse HTTP/1.1\r\n',
    '\x16\x03\x01',
  );

  it('any bytes: over HTTP/1.1, after the preface of HTTP/2, as TLS', async () => {
    await fc.assert(
      fc.asyncProperty(opening, bytes, async (text, rest) => {
        await talk(bench.url, [Buffer.from(text, 'latin1'), rest]);
      }),
      { numRuns: 100 },
    );
    await stillAnswers();
  });

  it('a request cut off at any place', async () => {
    const { pathname, host } = new URL(urlOf('converse', undefined, bench.url));
    const body = asking('echo hi').body as string;
    const whole = Buffer.from(
      `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    for (let end = 0; end < whole.length; end += 7) await talk(bench.url, [whole.subarray(0, end)]);
    await stillAnswers();
  });

  it('a head without end, which is refused', async () => {
    const answer = await talk(bench.url, [Buffer.from(`GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}`)]);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    await stillAnswers();
  });

  it('TLS, which is told that this is a plain port', async () => {
    const answer = await talk(bench.url, [Buffer.from('\x16\x03\x01\x02\x00\x01', 'latin1')]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*use an http:\/\/ endpoint/);
  });

  it('any input stream of the bidirectional operation', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const url = urlOf('invoke-with-bidirectional-stream', 'amazon.nova-2-sonic-v1:0');
        const response = await openBedrock().fetch(url, { method: 'POST', body });
        expect(response.status).toBe(200);
        await response.arrayBuffer();
      }),
      { numRuns: 100 },
    );
  });
});

/** Writes, ends, and reads whatever comes back. */
function talk(url: string, writes: readonly Uint8Array[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
    for (const bytes of writes) socket.write(bytes);
    socket.end();
  });
}
