// How a signed fetch sends a body: with its length, as a stream where it may be one, and never twice.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { createSignedFetch, SigV4Error } from '../src/index.ts';
import { clock, credentials, lookupSecret, scope, url } from './caller.ts';
import { createService } from './service.ts';

describe('createSignedFetch', () => {
  it('sends the body of a Request to S3 with its length, without which S3 refuses it', async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      const { url: path, headers } = request.resume();
      seen.push([path, headers['content-length'], headers['transfer-encoding']]);
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // that of a TCP server
    const s3 = { service: 's3', region: 'us-east-1', credentials };
    for (const unsignedPayload of [false, true]) {
      const send = createSignedFetch({ ...s3, unsignedPayload });
      const request = new Request(`http://127.0.0.1:${port}/c++(1)`, { method: 'PUT', body: 'hello' });
      await send(request.clone());
      await send(request, { body: 'hi' });
      await send(new Request(`http://127.0.0.1:${port}/c(1)`));
    }
    const unsigned = createSignedFetch({ ...s3, unsignedPayload: true });
    const body = new Blob(['hello']).stream();
    const init = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    await unsigned(new Request(`http://127.0.0.1:${port}/c++`), init);
    server.close();
    expect(seen).toEqual([
      ['/c%2B%2B%281%29', '5', undefined],
      ['/c%2B%2B%281%29', '2', undefined],
      ['/c%281%29', undefined, undefined],
      ['/c++(1)', '5', undefined], // left as it is: its bytes are not at hand
      ['/c%2B%2B%281%29', '2', undefined],
      ['/c%281%29', undefined, undefined],
      ['/c++', undefined, 'chunked'],
    ]);
  });

  it('refuses a stream, whose bytes it would have to buffer', async () => {
    const send = createSignedFetch({ ...scope, credentials, fetch: vi.fn() });
    const error: unknown = await send(url, { method: 'POST', body: new Blob(['x']).stream() }).catch(
      (reason: unknown) => reason,
    );
    expect(SigV4Error.isInstance(error) && [error.code, error.field]).toEqual(['unsupported-body', 'body']);
  });

  it('sends a stream as it is when its payload is not signed', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({
      ...scope,
      service: 's3',
      credentials,
      clock,
      fetch: service.fetch,
      unsignedPayload: true,
    });
    const body = new Blob(['streamed']).stream();
    // Node asks for this member with a stream, and no type library has it yet.
    const init = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    expect((await send('https://bucket.s3.eu-west-1.amazonaws.com/key', init)).status).toBe(200);
    expect(new TextDecoder().decode(service.received[0]?.body)).toBe('streamed');
    expect(service.received[0]?.request.headers.get('x-amz-content-sha256')).toBe('UNSIGNED-PAYLOAD');
  });
});

/** A service that calls every token expired, and a fetch that leaves bodies unsigned. */
function refused() {
  const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
  const service = createService(lookupSecret, clock, refuse);
  const send = createSignedFetch({
    ...scope,
    credentials: () => Promise.resolve(credentials),
    clock,
    fetch: service.fetch,
    unsignedPayload: true,
  });
  return { service, send };
}

it('sends the body of a Request unread when its payload is not signed, and never twice', async () => {
  const { service, send } = refused();
  expect((await send(new Request(url, { method: 'PUT', body: 'once' }))).status).toBe(403);
  expect(service.received.map(({ body }) => new TextDecoder().decode(body))).toEqual(['once']);
});

it('sends what is iterated as a body once, as a stream: a second time there would be nothing of it', async () => {
  const { service, send } = refused();
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode('once');
  };
  for (const body of [pieces(), Readable.from([new TextEncoder().encode('once')])]) {
    // Node's fetch takes both, whatever the library of types says.
    const init = { method: 'PUT', body, duplex: 'half' } as unknown as RequestInit;
    expect((await send(url, init)).status).toBe(403);
  }
  expect(service.received.map(({ body }) => new TextDecoder().decode(body))).toEqual(['once', 'once']);
});

it('sends text where the runtime has no streams', async () => {
  const answer = new Response();
  vi.stubGlobal('ReadableStream', undefined);
  const sent: unknown[] = [];
  const send = createSignedFetch({
    ...scope,
    credentials,
    clock,
    fetch: (_url, init) => {
      sent.push(init?.body);
      return Promise.resolve(answer);
    },
  });
  try {
    expect((await send(url, { method: 'PUT', body: 'text' })).status).toBe(200);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(sent).toEqual(['text']);
});

// https://developer.mozilla.org/en-US/docs/Web/API/Request/body#browser_compatibility
describe('where a Request does not show its body, as in Firefox', () => {
  const hiding = (init?: RequestInit) =>
    Object.defineProperty(new Request(url, init), 'body', { value: undefined });

  it.each<[string, RequestInit, string]>([
    ['a body', { method: 'POST', body: 'text' }, 'text'],
    ['none', { method: 'POST' }, ''],
    ['none that its method allows', { method: 'GET' }, ''],
  ])('one with %s is signed and sent with it', async (_title, init, sent) => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    expect((await send(hiding(init))).status).toBe(200);
    expect(service.received.map(({ body }) => new TextDecoder().decode(body))).toEqual([sent]);
  });
});
