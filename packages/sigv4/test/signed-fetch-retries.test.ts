// What a signed fetch does about a clock that is wrong and about credentials that have expired: it tries once more.
import { describe, expect, it, vi } from 'vitest';
import { type AwsCredentials, type CredentialRequest, createSignedFetch } from '../src/index.ts';
import { clock, credentials, lookupSecret, scope, start, url } from './caller.ts';
import { codes, createService, type Received } from './service.ts';

describe('a clock that is wrong', () => {
  const ahead = () => new Date(start + 20 * 60_000);

  it('is corrected by that of the service, once, and stays corrected', async () => {
    const service = createService(lookupSecret, ahead);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    expect((await send(url)).status).toBe(200);
    expect((await send(url)).status).toBe(200);
    expect(codes(service.received)).toEqual(['skewed', 'ok', 'ok']);
  });

  it('makes no credentials expired once it is known, and may be set right later', async () => {
    let now = new Date(start + 5 * 3_600_000);
    const expiration = new Date(start + 3_600_000);
    const load = vi.fn(() => ({ ...credentials, expiration }));
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials: load, clock: () => now, fetch: service.fetch });
    for (const call of [1, 2, 3, 4]) {
      expect((await send(url)).status).toBe(200);
      if (call === 2) now = clock();
    }
    expect(codes(service.received)).toEqual(['skewed', 'ok', 'ok', 'skewed', 'ok', 'ok']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is corrected for every request that was under way', async () => {
    const service = createService(lookupSecret, ahead);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const responses = await Promise.all([send(url), send(url), send(url)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('is corrected also when S3 says so in XML', async () => {
    const refuse = ({ result }: Received) =>
      result.ok
        ? undefined
        : new Response('<Error><Code>RequestTimeTooSkewed</Code></Error>', {
            status: 403,
            headers: { date: ahead().toUTCString() },
          });
    const service = createService(lookupSecret, ahead, refuse);
    const send = createSignedFetch({ ...scope, service: 's3', credentials, clock, fetch: service.fetch });
    expect((await send('https://bucket.s3.amazonaws.com/')).status).toBe(200);
  });

  it('is not the only reason: a signature that has grown old on the way is made anew', async () => {
    let now = clock();
    const service = createService(lookupSecret, () => now);
    const send = createSignedFetch({
      ...{ ...scope, credentials, clock: () => now },
      fetch(input, init) {
        if (service.received.length === 0) now = ahead(); // the process was frozen
        return service.fetch(input, init);
      },
    });
    expect((await send(url)).status).toBe(200);
    expect(codes(service.received)).toEqual(['skewed', 'ok']);
  });

  it.each([
    ['access is denied', 'AccessDeniedException', 403],
    ['the request is bad, as AppSync does', 'BadRequestException', 400],
  ])('is corrected also when the service only says that %s', async (_said, code, status) => {
    const headers = { 'x-amzn-errortype': code, date: ahead().toUTCString() };
    const refuse = ({ result }: Received) => (result.ok ? undefined : new Response('', { status, headers }));
    const service = createService(lookupSecret, ahead, refuse);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    expect((await send(url)).status).toBe(200);
    expect(codes(service.received)).toEqual(['skewed', 'ok']);
  });

  it('is corrected also by the answer to HEAD, which cannot say why', async () => {
    const refuse = ({ result }: Received) =>
      new Response(null, { status: result.ok ? 200 : 403, headers: { date: ahead().toUTCString() } });
    const service = createService(lookupSecret, ahead, refuse);
    const send = createSignedFetch({ ...scope, service: 's3', credentials, clock, fetch: service.fetch });
    expect((await send('https://bucket.s3.amazonaws.com/key', { method: 'HEAD' })).status).toBe(200);
    expect(codes(service.received)).toEqual(['skewed', 'ok']);
  });

  it('is not looked for in the body of an answer whose header names the error', async () => {
    const headers = { 'x-amzn-errortype': 'AccessDeniedException' };
    const refuse = () => new Response(new ReadableStream(), { status: 403, headers }); // a body that is still to come
    const { fetch } = createService(lookupSecret, clock, refuse);
    const response = await createSignedFetch({ ...scope, credentials, clock, fetch })(url);
    expect([response.status, response.bodyUsed]).toEqual([403, false]);
  });

  it('is looked for in the beginning of an error alone, which may have no end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent === 1000) controller.close();
        else controller.enqueue(new Uint8Array(16_384).fill(120));
      },
    });
    const send = createSignedFetch({
      ...{ ...scope, credentials, clock },
      fetch: () =>
        Promise.resolve(new Response(endless, { status: 403, headers: { date: ahead().toUTCString() } })),
    });
    const { body, status } = await send(url);
    expect([status, sent < 10]).toEqual([403, true]);
    const reader = body?.getReader();
    expect((await reader?.read())?.value).toEqual(new Uint8Array(16_384).fill(120));
    await reader?.cancel();
  });

  it('is given up on after one more try', async () => {
    const refuse = () =>
      new Response('{"__type":"RequestTimeTooSkewed"}', {
        status: 403,
        headers: { date: new Date(start + received.length * 3_600_000).toUTCString() },
      });
    const { fetch, received } = createService(lookupSecret, ahead, refuse);
    const response = await createSignedFetch({ ...scope, credentials, clock, fetch })(url);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ __type: 'RequestTimeTooSkewed' });
    expect(received).toHaveLength(2);
  });

  it('is not looked for in a refusal that names no error, as of a proxy, which is handed on', async () => {
    const refuse = () => new Response('<html>Forbidden</html>', { status: 403 });
    const { fetch, received } = createService(lookupSecret, ahead, refuse);
    const response = await createSignedFetch({ ...scope, credentials, clock, fetch })(url);
    expect([response.status, await response.text()]).toEqual([403, '<html>Forbidden</html>']);
    expect(received).toHaveLength(1);
  });

  it('is not the reason when the clocks agree, or when the answer comes out of a cache', async () => {
    for (const headers of [{ date: clock().toUTCString() }, { date: ahead().toUTCString(), age: '60' }]) {
      const refuse = () =>
        new Response('', {
          status: 403,
          headers: { ...headers, 'x-amzn-errortype': 'InvalidSignatureException:http://x/' },
        });
      const { fetch, received } = createService(lookupSecret, clock, refuse);
      expect((await createSignedFetch({ ...scope, credentials, clock, fetch })(url)).status).toBe(403);
      expect(received).toHaveLength(1);
    }
  });
});

describe('credentials that have expired', () => {
  const provider = () =>
    vi.fn(
      (options?: CredentialRequest): Promise<AwsCredentials> =>
        Promise.resolve({
          ...credentials,
          sessionToken: options?.forceRefresh ? 'new' : 'old',
          expiration: new Date(start + 3_600_000),
        }),
    );
  const expiring = ({ request }: Received) =>
    request.headers.get('x-amz-security-token') === 'new'
      ? undefined
      : new Response('<Error><Code>ExpiredToken</Code></Error>', { status: 400 });

  it('are loaded anew, once, and the request is signed once more', async () => {
    const load = provider();
    const { fetch, received } = createService(lookupSecret, clock, expiring);
    const response = await createSignedFetch({ ...scope, credentials: load, clock, fetch })(url, {
      method: 'POST',
      body: 'x',
    });
    expect(response.status).toBe(200);
    expect(load.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
    expect(received.map(({ request }) => request.headers.get('x-amz-security-token'))).toEqual([
      'old',
      'new',
    ]);
  });

  it('are loaded anew once for all requests that were under way', async () => {
    const load = provider();
    const { fetch } = createService(lookupSecret, clock, expiring);
    const send = createSignedFetch({ ...scope, credentials: load, clock, fetch });
    const responses = await Promise.all([send(url), send(url), send(url)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(load.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
  });

  it.each([
    [
      'EC2 says that the request has expired, though the clock is right',
      '<Response><Errors><Error><Code>RequestExpired</Code></Error></Errors></Response>',
    ],
    ['S3 wants a token refreshed', '<Error><Code>TokenRefreshRequired</Code></Error>'],
    ['the service says so in another member of its JSON', '{"code":"ExpiredToken"}'],
  ])('are loaded anew also when %s', async (_said, answer) => {
    const load = provider();
    const { fetch, received } = createService(lookupSecret, clock, (request) =>
      expiring(request)
        ? new Response(answer, { status: 400, headers: { date: clock().toUTCString() } })
        : undefined,
    );
    expect((await createSignedFetch({ ...scope, credentials: load, clock, fetch })(url)).status).toBe(200);
    expect(load.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
    expect(received).toHaveLength(2);
  });

  it('are given up on after one more try', async () => {
    const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
    const { fetch, received } = createService(lookupSecret, clock, refuse);
    expect((await createSignedFetch({ ...scope, credentials: provider(), clock, fetch })(url)).status).toBe(
      403,
    );
    expect(received).toHaveLength(2);
  });

  it('are loaded anew also after the clock was corrected, and neither is done twice', async () => {
    const refusals = ['RequestTimeTooSkewed', 'ExpiredToken', 'RequestTimeTooSkewed'];
    const refuse = () =>
      Response.json(
        { __type: refusals[received.length - 1] },
        { status: 403, headers: { date: new Date(start + received.length * 3_600_000).toUTCString() } },
      );
    const { fetch, received } = createService(lookupSecret, clock, refuse);
    const response = await createSignedFetch({ ...scope, credentials: provider(), clock, fetch })(url);
    expect(await response.json()).toEqual({ __type: 'RequestTimeTooSkewed' });
    expect(received).toHaveLength(3);
  });

  it('are final when there is no function to load others', async () => {
    const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
    const { fetch, received } = createService(lookupSecret, clock, refuse);
    expect((await createSignedFetch({ ...scope, credentials, clock, fetch })(url)).status).toBe(403);
    expect(received).toHaveLength(1);
  });

  it('are loaded once for many requests', async () => {
    const load = provider();
    const { fetch } = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials: load, clock, fetch });
    await Promise.all(Array.from({ length: 50 }, () => send(url)));
    expect(load).toHaveBeenCalledTimes(1);
  });
});
