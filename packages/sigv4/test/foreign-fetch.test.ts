// A signed fetch where the fetch below it, the Request or the answer is not the platform's own.
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createSignedFetch } from '../src/index.ts';
import { credentials, scope, url } from './caller.ts';

describe('a fetch that is not that of the platform', () => {
  const refusal = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
  const sending = (...answers: Response[]) =>
    createSignedFetch({
      ...scope,
      credentials: () => Promise.resolve(credentials),
      fetch: () => Promise.resolve(answers.shift() ?? new Response('another')),
    });

  it('may give a stream of Node as the body of what is tried again, as node-fetch does', async () => {
    const withStream = () => Object.defineProperty(refusal(), 'body', { value: Readable.from(['{}']) });
    const refused = Object.defineProperty(withStream(), 'clone', { value: withStream });
    const send = sending(refused, new Response('done'));
    expect(await (await send(url)).text()).toBe('done');
  });

  it('may have read the error that it gives', async () => {
    const read = refusal();
    await read.text();
    expect(await sending(read)(url)).toBe(read);
  });

  it('gets the members of a Request of another class, such as that of the package undici', async () => {
    const given: unknown[] = [];
    const send = createSignedFetch({
      ...scope,
      credentials,
      fetch: (...sent) => {
        given.push(sent);
        return Promise.resolve(new Response());
      },
    });
    const own = new Request(url, { method: 'PUT', body: 'x', redirect: 'manual' });
    // The getters of a class of its own, without the class that fetch looks for.
    const other = new Proxy({} as unknown as Request, {
      get: (_, name) => {
        const value: unknown = Reflect.get(own, name, own);
        return typeof value === 'function' ? (value as () => unknown).bind(own) : value;
      },
      has: (_, name) => name in own,
    });
    await send(other);
    expect(given).toMatchObject([
      [url, { method: 'PUT', redirect: 'manual', body: new TextEncoder().encode('x'), signal: own.signal }],
    ]);
  });

  it('may have a code of any length and make', { timeout: 5_000 }, async () => {
    const body = `{"code":"${':'.repeat(300_000)}\n"}`;
    expect((await sending(new Response(body, { status: 400 }))(url)).status).toBe(400);
  });
});
