import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServiceError } from '../../src/index.ts';
import { streamBody, type StreamItem, type StreamSettings } from '../../src/service/stream-body.ts';
import { decode } from '../in-process.ts';

const settings: StreamSettings = {
  members: { internalServerException: {}, modelTimeoutException: {}, validationException: {} },
  pace: {},
  faults: [],
  signal: new AbortController().signal,
  onError: () => undefined,
};

const delta = (text: string): StreamItem => ({ name: 'contentBlockDelta', payload: { delta: { text } } });

async function* coming(items: readonly StreamItem[]): AsyncGenerator<StreamItem> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function partsOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return parts;
}

describe('the body of a stream', () => {
  it('pads every event with a member that hides its length, the same for the same event', async () => {
    const items = [delta('a'), delta('ab'), { name: 'contentBlockStop', payload: {} }, delta('a')];
    const body = streamBody(items, { ...settings, isPadded: true });
    const payloads = decode(await partsOf(body)).map(({ body: bytes }) => new TextDecoder().decode(bytes));
    expect(payloads).toEqual([
      '{"delta":{"text":"a"},"p":"abcdefghijklmnopqrstuvwxyzABCDE"}',
      '{"delta":{"text":"ab"},"p":"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL"}',
      '{}',
      '{"delta":{"text":"a"},"p":"abcdefghijklmnopqrstuvwxyzABCDE"}',
    ]);
  });

  it('sends what is computed already in few parts, none of which cuts a message', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => delta(`word ${index} `));
    const parts = await partsOf(streamBody(items, settings));
    expect(parts.length).toBeLessThan(20);
    const counts = parts.map((part) => decode([part]).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
  });

  it('sends what comes one by one as it comes', async () => {
    const parts = await partsOf(streamBody(coming([delta('a'), delta('b'), delta('c')]), settings));
    expect(parts.map((part) => decode([part]).length)).toEqual([1, 1, 1]);
  });

  it('ends a failure with an exception event where the stream knows it, else with an error message', async () => {
    const failing = async function* (error: unknown): AsyncGenerator<StreamItem> {
      yield* coming([delta('a')]);
      throw error;
    };
    const heard: ServiceError[] = [];
    const last = async (error: unknown) => {
      const parts = await partsOf(
        streamBody(failing(error), { ...settings, onError: (one) => heard.push(one) }),
      );
      const headers = decode(parts).at(-1)?.headers ?? {};
      return (headers[':exception-type'] ?? headers[':error-code'])?.value;
    };
    expect(await last(new ServiceError('ValidationException', 'no'))).toBe('validationException');
    expect(await last(new ServiceError('ModelTimeoutException', 'no'))).toBe('modelTimeoutException');
    expect(await last(new ServiceError('ConflictException', 'no'))).toBe('ConflictException');
    expect(await last(new Error('bug'))).toBe('internalServerException');
    expect(heard.map(({ code }) => code)).toEqual([
      'ValidationException',
      'ModelTimeoutException',
      'ConflictException',
      'InternalServerException',
    ]);
  });

  it('is over when nobody listens any more', async () => {
    const gone = new AbortController();
    const body = streamBody(coming([delta('a'), delta('b'), delta('c')]), {
      ...settings,
      signal: gone.signal,
    });
    await body.next();
    gone.abort();
    expect((await body.next()).done).toBe(true);
  });
});

describe('its pace', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the time between deltas', async () => {
    const arrivals: number[] = [];
    const begun = Date.now();
    const read = (async () => {
      const items = [
        { name: 'messageStart', payload: {} },
        delta('a'),
        delta('b'),
        { name: 'messageStop', payload: {} },
      ];
      for await (const part of streamBody(items, { ...settings, pace: { betweenEventsMs: 40 } })) {
        arrivals.push(Date.now() - begun);
        expect(decode([part])).toHaveLength(1);
      }
    })();
    await vi.runAllTimersAsync();
    await read;
    expect(arrivals).toEqual([0, 0, 40, 80]);
  });
});
