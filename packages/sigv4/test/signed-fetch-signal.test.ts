// What an aborted signal ends in a signed fetch.
import { describe, expect, it, vi } from 'vitest';
import { type AwsCredentials, createSignedFetch } from '../src/index.ts';
import { credentials, scope, url } from './caller.ts';

describe('an aborted signal', () => {
  it('ends the wait for credentials', async () => {
    const send = vi.fn();
    const never = () => new Promise<AwsCredentials>(() => undefined);
    const controller = new AbortController();
    const pending = createSignedFetch({ ...scope, credentials: never, fetch: send })(url, {
      signal: controller.signal,
    });
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    expect(send).not.toHaveBeenCalled();
  });

  it('ends the wait for the body of a Request', async () => {
    const send = vi.fn();
    const controller = new AbortController();
    const init = {
      method: 'POST',
      body: new ReadableStream(),
      duplex: 'half' as const,
      signal: controller.signal,
    };
    const pending = createSignedFetch({ ...scope, credentials, fetch: send })(new Request(url, init));
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    expect(send).not.toHaveBeenCalled();
  });

  it('that was aborted before keeps everything from happening', async () => {
    const load = vi.fn(() => Promise.resolve(credentials));
    const send = vi.fn();
    const signal = AbortSignal.abort();
    await expect(
      createSignedFetch({ ...scope, credentials: load, fetch: send })(url, { signal }),
    ).rejects.toBe(signal.reason);
    await expect(
      createSignedFetch({ ...scope, credentials, fetch: send })(new Request(url, { signal })),
    ).rejects.toBe(signal.reason);
    expect(send).not.toHaveBeenCalled();
  });

  it('reaches fetch', async () => {
    const send = vi.fn(() => Promise.resolve(new Response()));
    const { signal } = new AbortController();
    await createSignedFetch({ ...scope, credentials, fetch: send })(url, { signal });
    expect(send).toHaveBeenCalledWith(url, expect.objectContaining({ signal }));
  });

  it('may be of the package abort-controller, which has no throwIfAborted and no reason', async () => {
    const polyfill = (aborted: boolean): AbortSignal =>
      Object.defineProperties(new EventTarget(), { aborted: { value: aborted } }) as AbortSignal;
    const send = createSignedFetch({ ...scope, credentials, fetch: () => Promise.resolve(new Response()) });
    expect((await send(url, { signal: polyfill(false) })).status).toBe(200);
    await expect(send(url, { signal: polyfill(true) })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
