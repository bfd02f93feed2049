import { describe, expect, it, vi } from 'vitest';
import { type AwsCredentials, type CredentialProvider, cacheCredentials, SigV4Error } from '../src/index.ts';

const start = Date.parse('2026-01-15T12:00:00Z');
let counter = 0;

function issue(seconds?: number, now = start): AwsCredentials {
  const id = `AKID${counter++}`;
  return {
    accessKeyId: id,
    secretAccessKey: 'secret',
    expiration: seconds === undefined ? undefined : new Date(now + seconds * 1000),
  };
}

/** A clock to be set by hand. */
function setup(provider: CredentialProvider) {
  const time = { now: start };
  const spy = vi.fn(provider);
  return { time, spy, load: cacheCredentials(spy, { clock: () => new Date(time.now) }) };
}

/** Credentials that come when the test says so. */
function resolvable() {
  let resolve: (credentials: AwsCredentials) => void = () => undefined;
  const promise = new Promise<AwsCredentials>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const later = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('cacheCredentials', () => {
  it('asks once, however many ask at the same time', async () => {
    const { spy, load } = setup(async () => {
      await later();
      return issue(3600);
    });
    const loaded = await Promise.all(Array.from({ length: 50 }, () => load()));
    expect(spy).toHaveBeenCalledTimes(1);
    expect(new Set(loaded).size).toBe(1);
  });

  it('keeps credentials until five minutes before they expire', async () => {
    const { time, spy, load } = setup(() => Promise.resolve(issue(3600)));
    const first = await load();
    time.now += 3_299_000;
    expect(await load()).toBe(first);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  it('loads new ones five minutes early, and hands out the old ones meanwhile', async () => {
    const issued = [issue(3600), issue(7200)];
    let release = (): void => undefined;
    const { time, spy, load } = setup(async () => {
      const next = issued.shift();
      if (issued.length === 0) await new Promise<void>((resolve) => (release = resolve));
      if (next === undefined) throw new Error('asked too often');
      return next;
    });
    const first = await load();
    time.now += 3_300_000;
    expect(await load()).toBe(first);
    expect(await load()).toBe(first);
    expect(spy).toHaveBeenCalledTimes(2);
    release();
    await later();
    expect((await load()).accessKeyId).not.toBe(first.accessKeyId);
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it('hands out the old ones as long as they hold when new ones fail to load, then fails', async () => {
    let fails = false;
    const { time, load } = setup(() =>
      fails ? Promise.reject(new Error('no route to host')) : Promise.resolve(issue(3600)),
    );
    const first = await load();
    fails = true;
    time.now += 3_500_000;
    expect(await load()).toBe(first);
    await later();
    time.now += 200_000;
    await expect(load()).rejects.toThrow('no route to host');
    fails = false;
    expect((await load()).accessKeyId).not.toBe(first.accessKeyId);
  });

  // "source returns stale credentials" in credential-refresh-tests.json, which AWS's clients share:
  // https://github.com/smithy-lang/smithy-rs/tree/main/aws/rust-runtime/aws-runtime/test-data
  it('hands out the old ones as long as they hold when new ones have expired already', async () => {
    const issued = [issue(3600), issue(3400), issue(3400), issue(7200)];
    const { time, spy, load } = setup(() => Promise.resolve(issued.shift() ?? issue()));
    const first = await load();
    time.now += 3_500_000;
    for (const calls of [2, 3, 4]) {
      expect(await load()).toBe(first);
      await later();
      expect(spy).toHaveBeenCalledTimes(calls);
    }
    expect(await load()).not.toBe(first);
  });

  it('never hands out what has expired', async () => {
    const { time, load } = setup(() => Promise.resolve(issue(3600, time.now)));
    const first = await load();
    time.now += 3_600_000;
    expect((await load()).accessKeyId).not.toBe(first.accessKeyId);
  });

  it('asks each time for credentials without an expiration, so that a changed file is noticed', async () => {
    const { spy, load } = setup(() => Promise.resolve(issue()));
    await load();
    await load();
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it('reads an expiration that is text or milliseconds, as JSON has it', async () => {
    for (const expiration of [new Date(start + 3_600_000).toJSON(), start + 3_600_000]) {
      const answer = { ...issue(), expiration } as unknown as AwsCredentials; // not in the types
      const { time, spy, load } = setup(() => Promise.resolve(answer));
      await load();
      time.now = start + 3_299_000;
      await load();
      expect(spy).toHaveBeenCalledTimes(1);
      time.now = start + 3_600_000;
      await load();
      expect(spy).toHaveBeenCalledTimes(2);
    }
  });

  it('takes an expiration that is no date for none, not for a time that never comes', async () => {
    const { spy, load } = setup(() => Promise.resolve({ ...issue(), expiration: new Date('') }));
    await load();
    await load();
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it('keeps credentials without an expiration for as long as it is told', async () => {
    const spy = vi.fn(() => Promise.resolve(issue()));
    const time = { now: start };
    const load = cacheCredentials(spy, { keepUndatedSeconds: 60, clock: () => new Date(time.now) });
    const first = await load();
    time.now += 59_000;
    expect(await load()).toBe(first);
    expect(spy).toHaveBeenCalledTimes(1);
    time.now += 1000;
    expect(await load()).not.toBe(first);
  });

  it('asks with forceRefresh for new ones, once for all who want that', async () => {
    const { spy, load } = setup(async () => {
      await later();
      return issue(3600);
    });
    const first = await load();
    const [second, third] = await Promise.all([load({ forceRefresh: true }), load({ forceRefresh: true })]);
    expect(second).toBe(third);
    expect(second).not.toBe(first);
    expect(spy.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
    expect(await load()).toBe(second);
  });

  it('lets a forced refresh wait for an ordinary one, whose answer may come out of a memory', async () => {
    const { spy, load } = setup(async (options) => {
      await later();
      return { ...issue(3600), sessionToken: options?.forceRefresh ? 'new' : 'old' };
    });
    const [ordinary, forced] = await Promise.all([load(), load({ forceRefresh: true })]);
    expect([ordinary.sessionToken, forced.sessionToken]).toEqual(['old', 'new']);
    expect(spy).toHaveBeenCalledTimes(2);
    expect(await load()).toBe(forced);
  });

  // As one whose Cloudflare Worker has ended the request that began it, or whose socket died while the process was frozen.
  it.each([{}, { forceRefresh: true }])(
    'does not wait for a load that began half a minute ago and may never end, when asked for %j',
    async (request) => {
      const answers = [issue(3600), new Promise<never>(() => undefined), issue(7200)];
      const { time, spy, load } = setup(() => answers.shift() ?? issue());
      const first = await load();
      time.now += 3_595_000;
      expect(await load()).toBe(first); // begins the one that hangs
      time.now += 29_000;
      void load(request);
      await later();
      expect(spy).toHaveBeenCalledTimes(2);
      time.now += 1000;
      const last = load(request);
      await later();
      expect(spy.mock.calls.slice(2)).toEqual([request.forceRefresh ? [request] : []]);
      expect((await last).accessKeyId).not.toBe(first.accessKeyId);
    },
  );

  it.each([{}, { forceRefresh: true }])(
    'keeps the credentials of the later load, asked for with %j, where the earlier one ends after it',
    async (request) => {
      const early = resolvable();
      const answers = [early.promise, Promise.resolve(issue(7200))];
      const { time, load } = setup(() => answers.shift() ?? Promise.resolve(issue()));
      const first = load();
      time.now += 30_000;
      const last = await load(request);
      early.resolve(issue(3600));
      expect(await first).toBe(last);
      expect(await load()).toBe(last);
    },
  );

  it('does not wait for such a load after the clock was set back, either', async () => {
    const answers = [new Promise<never>(() => undefined), issue(3600)];
    const { time, spy, load } = setup(() => answers.shift() ?? issue());
    void load();
    time.now -= 3_600_000;
    void load();
    await later();
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it('refuses what has no key, or is nothing', async () => {
    const none = undefined as unknown as AwsCredentials; // as JavaScript may answer
    for (const answer of [{ accessKeyId: '', secretAccessKey: 'secret' }, none]) {
      const { load } = setup(() => Promise.resolve(answer));
      const error: unknown = await load().catch((reason: unknown) => reason);
      expect(SigV4Error.isInstance(error) && error.code).toBe('missing-credentials');
    }
  });

  it('tells a function that gives a function, as one that makes providers does, that it needs a call', async () => {
    const { load } = setup(() => (() => undefined) as never);
    await expect(load()).rejects.toMatchObject({
      message: 'credentials: are a function: call it, or use the form without Sync',
    });
  });

  it.each([undefined, null, 'a key'])(
    'refuses %j, which a function may give in JavaScript',
    async (given) => {
      const { load } = setup(() => Promise.resolve(given as never));
      await expect(load()).rejects.toMatchObject({
        code: 'missing-credentials',
        message: 'credentials: need accessKeyId and secretAccessKey, as text without line breaks',
      });
    },
  );
});
