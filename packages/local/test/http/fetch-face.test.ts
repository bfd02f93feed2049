import { getEventListeners } from 'node:events';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { createLocalBedrock, type LocalBedrock, type LocalBedrockOptions } from '../../src/index.ts';
import { asking, bodyOf, modelId, openBedrock, urlOf } from '../in-process.ts';

const url = urlOf('converse');

describe('the in-process fetch', () => {
  const bytes = new TextEncoder().encode(asking('echo hi').body as string);

  it.each<[string, () => Exclude<RequestInit['body'], undefined>]>([
    ['a text', () => asking('echo hi').body as string],
    ['bytes', () => bytes],
    ['an ArrayBuffer', () => bytes.buffer],
    ['a Blob', () => new Blob([bytes])],
    ['a stream', () => new Blob([bytes]).stream()],
  ])('takes %s as the body', async (_title, body) => {
    const init: RequestInit = { method: 'POST', body: body(), duplex: 'half' };
    const response = await openBedrock().fetch(url, init);
    expect(await response.json()).toMatchObject({ output: { message: { content: [{ text: 'hi' }] } } });
  });

  it('takes bytes as they are when it is called, and not as they are when it reads them', async () => {
    const reused = bytes.slice();
    const answer = openBedrock().fetch(url, { method: 'POST', body: reused });
    reused.fill(0);
    expect(await (await answer).json()).toMatchObject({ output: { message: { content: [{ text: 'hi' }] } } });
  });

  it('takes a Request, and what the second argument changes of it', async () => {
    const local = openBedrock();
    const request = new Request(url, { method: 'POST', body: bytes, headers: { 'x-a': '1' } });
    expect((await local.fetch(request)).status).toBe(200);
    const again = new Request(url, { method: 'POST', body: bytes, headers: { 'x-a': '1' } });
    await local.fetch(again, { headers: { 'x-b': '2' } });
    expect(local.requests.map(({ headers }) => [headers['x-a'], headers['x-b']])).toEqual([
      ['1', undefined],
      [undefined, '2'],
    ]);
  });

  // https://github.com/mswjs/interceptors/blob/v0.41.9/src/interceptors/ClientRequest/utils/recordRawHeaders.ts
  it('takes all headers of a Request where a copy of Headers has some of them alone, as under Mock Service Worker', async () => {
    const Whole = Headers;
    class Forgetful extends Whole {
      constructor(init?: ConstructorParameters<typeof Headers>[0]) {
        super(init instanceof Whole ? [['content-type', 'text/plain']] : init);
      }
    }
    const local = openBedrock();
    const request = new Request(url, { method: 'POST', body: bytes, headers: { 'x-a': '1' } });
    vi.stubGlobal('Headers', Forgetful);
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    await local.fetch(request);
    expect(local.requests[0]?.headers).toMatchObject({ 'x-a': '1' });
  });

  it('takes a Request that does not show its body, as in Firefox', async () => {
    const request = new Request(url, { method: 'POST', body: bytes });
    Object.defineProperty(request, 'body', { value: undefined });
    const response = await openBedrock().fetch(request);
    expect(await response.json()).toMatchObject({ output: { message: { content: [{ text: 'hi' }] } } });
  });

  it('answers with the address that was asked, and the headers of every reply', async () => {
    const response = await openBedrock().fetch(url, asking('echo hi'));
    expect(response.url).toBe(url);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'content-length': expect.stringMatching(/^\d+$/) as string,
      'x-amzn-requestid': expect.stringMatching(/^[\da-f-]{36}$/) as string,
      date: expect.stringMatching(/ GMT$/) as string,
    });
  });

  it('keeps the path as it was written, so that its signature holds', async () => {
    const local = openBedrock();
    await local.fetch(
      `http://any.host/model/${encodeURIComponent(modelId)}/converse?a=%2F&b`,
      asking('echo hi'),
    );
    expect(local.requests[0]?.target).toBe(`/model/${encodeURIComponent(modelId)}/converse?a=%2F&b`);
    expect(local.requests[0]?.headers['host']).toBe('any.host');
  });

  it('is aborted before it begins, while it waits, and inside the body', async () => {
    const reason = new Error('enough');
    await expect(
      openBedrock().fetch(url, { ...asking('hi'), signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);

    const slow = openBedrock({ faults: [{ kind: 'slow-start', ms: 60_000 }] });
    const waiting = new AbortController();
    const answer = slow.fetch(url, { ...asking('hi'), signal: waiting.signal });
    waiting.abort(reason);
    await expect(answer).rejects.toBe(reason);

    const stalled = openBedrock({ faults: [{ kind: 'stall', after: 1, ms: 60_000 }] });
    const reading = new AbortController();
    const response = await stalled.fetch(urlOf('converse-stream'), {
      ...asking('echo a b'),
      signal: reading.signal,
    });
    const reader = bodyOf(response).getReader();
    await reader.read();
    const next = reader.read();
    reading.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  it('is aborted at whichever moment, and what reached the service comes to its end there', async () => {
    const local = openBedrock();
    const reason = new Error('enough');
    for (let moment = 0; moment < 40; moment++) {
      const caller = new AbortController();
      const init = { ...asking('echo a b c d e f g h i'), signal: caller.signal };
      const answer = local.fetch(urlOf('converse-stream'), init).then((response) => response.text());
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      caller.abort(reason);
      await expect(answer).rejects.toBe(reason);
    }
    await vi.waitFor(() => {
      expect(local.requests.map(({ ms }) => ms)).not.toContain(undefined);
    });
    expect(local.requests.length).toBeGreaterThan(20);
  });

  it('takes a signal of the package abort-controller, which has no throwIfAborted and no reason', async () => {
    const polyfill = (aborted: boolean): AbortSignal =>
      Object.defineProperties(new EventTarget(), { aborted: { value: aborted } }) as AbortSignal;
    const send = (signal: AbortSignal) => openBedrock().fetch(url, { ...asking('hi'), signal });
    expect((await send(polyfill(false))).status).toBe(200);
    await expect(send(polyfill(true))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends the model’s stream and tells onRequest when it is aborted while it waits', async () => {
    const { local, ended } = endless({ faults: [{ kind: 'slow-start', ms: 60_000 }] });
    const waiting = new AbortController();
    const answer = local.fetch(urlOf('converse-stream'), { ...asking('hi'), signal: waiting.signal });
    setTimeout(() => {
      waiting.abort();
    });
    await expect(answer).rejects.toThrow('aborted');
    await vi.waitFor(() => {
      expect(ended).toEqual(['the model', 'the request']);
    });
  });

  it('ends the model’s stream and tells onRequest when it is aborted inside the body', async () => {
    const { local, ended } = endless();
    const reading = new AbortController();
    const init = { ...asking('hi'), signal: reading.signal };
    const response = await local.fetch(urlOf('converse-stream'), init);
    await bodyOf(response).getReader().read();
    reading.abort();
    await vi.waitFor(() => {
      expect(ended).toEqual(['the model', 'the request']);
    });
  });

  it('ends the model’s stream and tells onRequest when the body is cancelled before it is read', async () => {
    const { local, ended } = endless();
    const response = await local.fetch(urlOf('converse-stream'), asking('hi'));
    await bodyOf(response).cancel();
    await vi.waitFor(() => {
      expect(ended).toEqual(['the model', 'the request']);
    });
  });

  it.each(['aborted', 'cancelled'])(
    'comes to its end when it is %s, also when the model’s stream fails at that',
    async (how) => {
      const heard: unknown[] = [];
      const local = openBedrock({
        models: {
          '*': async function* () {
            try {
              for (;;) yield await Promise.resolve('word ');
            } finally {
              // eslint-disable-next-line no-unsafe-finally -- a handler that does not clean up well
              throw new Error('no cleaning up');
            }
          },
        },
        onRequest: ({ error }) => heard.push(error?.hint),
      });
      const reading = new AbortController();
      const init = { ...asking('hi'), signal: reading.signal };
      const response = await local.fetch(urlOf('converse-stream'), init);
      const reader = bodyOf(response).getReader();
      await reader.read();
      if (how === 'aborted') reading.abort();
      else await reader.cancel();
      await vi.waitFor(() => {
        expect(heard).toEqual([expect.stringMatching(/^Error: no cleaning up \(at /)]);
      });
    },
  );

  it('leaves nothing behind on a signal that goes on', async () => {
    const { signal } = new AbortController();
    const local = openBedrock();
    const init = { ...asking('echo hi'), signal };
    await (await local.fetch(urlOf('converse'), init)).text();
    await (await local.fetch(urlOf('converse-stream'), init)).text();
    await bodyOf(await local.fetch(urlOf('converse-stream'), init)).cancel();
    const cut = openBedrock({ faults: [{ kind: 'reset' }] });
    await expect(cut.fetch(urlOf('converse'), init)).rejects.toThrow('fetch failed');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('answers a bidirectional stream while its input still comes', async () => {
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        feed = controller;
      },
    });
    const local = openBedrock({
      models: {
        '*': ({ events }) => ({
          chunks: (async function* () {
            for await (const event of events) yield { heard: event };
          })(),
        }),
      },
    });
    const { eventFrame } = await import('../../src/wire/event-frames.ts');
    const say = (value: object): void => {
      feed?.enqueue(eventFrame('chunk', { bytes: btoa(JSON.stringify(value)) }));
    };
    const init: RequestInit = { method: 'POST', body, duplex: 'half' };
    const response = await local.fetch(
      urlOf('invoke-with-bidirectional-stream', 'amazon.nova-2-sonic-v1:0'),
      init,
    );
    const reader = bodyOf(response).getReader();
    say({ n: 1 });
    const first = await reader.read();
    say({ n: 2 });
    const second = await reader.read();
    feed?.close();
    const last = await reader.read();
    const heard = [first, second].map(
      ({ value }) => /"bytes":"([^"]*)"/.exec(new TextDecoder().decode(value))?.[1] ?? '',
    );
    expect(heard.map(atob)).toEqual(['{"heard":{"n":1}}', '{"heard":{"n":2}}']);
    expect(last.done).toBe(true);
  });
});

/** A model that speaks for ever, and what comes to its end when nobody listens any more. */
function endless(options: LocalBedrockOptions = {}): { local: LocalBedrock; ended: string[] } {
  const ended: string[] = [];
  const local = openBedrock({
    ...options,
    models: {
      '*': async function* () {
        try {
          for (;;) yield await Promise.resolve('word ');
        } finally {
          ended.push('the model');
        }
      },
    },
    onRequest: () => ended.push('the request'),
  });
  return { local, ended };
}

test('where the global Uint8Array is not the one that Node makes, as under jsdom, bytes are bytes', async () => {
  vi.stubGlobal('Uint8Array', runInNewContext('Uint8Array'));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  await using bedrock = createLocalBedrock({
    auth: 'off',
    models: { 'meta.*': () => ({ body: Buffer.from('{"a":1}') }) },
  });
  const image = { format: 'png', source: { bytes: 'aGk=' } };
  const messages = [{ role: 'user', content: [{ text: 'x' }, { image }] }];
  const converse = { method: 'POST', body: JSON.stringify({ messages }) };
  const answered = await bedrock.fetch('http://b/model/amazon.nova-lite-v1:0/converse', converse);
  expect(await answered.json()).toMatchObject({ stopReason: 'end_turn' });
  expect(bedrock.requests[0]?.input).toMatchObject({ messages: [{ content: [{}, { image: {} }] }] });
  const own = await bedrock.fetch('http://b/model/meta.llama3-70b-instruct-v1:0/invoke', {
    method: 'POST',
    body: Buffer.from('{"prompt":"x"}'),
  });
  expect(await own.text()).toBe('{"a":1}');
  const { url } = await bedrock.listen();
  const overSocket = await fetch(`${url}/model/amazon.nova-lite-v1:0/converse`, converse);
  expect(await overSocket.json()).toMatchObject({ stopReason: 'end_turn' });
});
