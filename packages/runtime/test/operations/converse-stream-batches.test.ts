// How the events of one chunk are given together, and those of a long chunk in pieces between which others have their turn.
import { describe, expect, test, vi } from 'vitest';
import { bearerAuth, converseStream, createClient } from '../../src/index.ts';
import { answer, bytesOf, fakeFetch, streamResponse } from '../far-side.ts';
import { collect, events, open, request } from './converse-answer.ts';

describe('a whole answer', () => {
  test('gives a chunk that is long in pieces, every event once and in order', async () => {
    const texts = Array.from({ length: 1000 }, (_, index) => `word ${index}`);
    const stream = await open([bytesOf(answer(...texts))]);
    const batches: unknown[][] = [];
    for await (const batch of stream.batches()) batches.push([...batch]);
    expect(batches.length).toBeGreaterThan(5);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThan(200);
    const told = batches.flat().flatMap((each) => {
      const { contentBlockDelta } = each as { contentBlockDelta?: { delta: { text: string } } };
      return contentBlockDelta ? [contentBlockDelta.delta.text] : [];
    });
    expect(told).toEqual(texts);
  });

  test('lets another stream begin before the rest of a long chunk is read', async () => {
    const long = bytesOf(answer(...Array.from({ length: 1000 }, () => 'word')));
    const order: string[] = [];
    const read = async (name: string) => {
      const stream = await open([long]);
      const batches = stream.batches();
      while ((await batches.next()).done !== true) order.push(name);
    };
    await Promise.all([read('one'), read('other')]);
    // By turns: neither has two pieces while the other waits with its first.
    expect(order.slice(0, 4).sort()).toEqual(['one', 'one', 'other', 'other']);
  });

  test('reads a long chunk to its end also where a test holds the timers', async () => {
    vi.useFakeTimers();
    try {
      const texts = Array.from({ length: 1000 }, () => 'word');
      const { events: seen, error } = await collect(await open([bytesOf(answer(...texts))]));
      expect(error).toBeUndefined();
      expect(seen).toHaveLength(texts.length + 4);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(['abort', 'cancel'] as const)('%s between two pieces of a chunk ends it there', async (way) => {
    const controller = new AbortController();
    const { fetch } = fakeFetch(
      streamResponse([bytesOf(answer(...Array.from({ length: 1000 }, () => 'word')))]),
    );
    const client = createClient({ authorize: bearerAuth('key'), region: 'us-east-1', fetch });
    const stream = await converseStream(client, request, { signal: controller.signal });
    const batches = stream.batches();
    expect((await batches.next()).done).toBe(false);
    const next = batches.next();
    if (way === 'abort') {
      controller.abort();
      await expect(next).rejects.toMatchObject({ code: 'Aborted', name: 'AbortError' });
    } else {
      await stream.cancel();
      expect(await next).toEqual({ done: true, value: undefined });
    }
  });

  test('gives all events of one chunk as one batch', async () => {
    const frames = answer('Hel', 'lo');
    const stream = await open([bytesOf(frames.slice(0, 3)), bytesOf(frames.slice(3))]);
    const batches = [];
    for await (const batch of stream.batches()) batches.push(batch);
    expect(batches).toEqual([events.slice(0, 3), events.slice(3)]);
  });
});
