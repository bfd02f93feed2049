// Faults in the transport: connections that break, and bodies in pieces of any size.
import { expect, it, vi } from 'vitest';
import { startBench } from '../aws-clients.ts';
import { bodyOf, decode, partsOf, readable } from '../in-process.ts';
import { frames, names, stream, whole } from './faulty-answers.ts';
import { arrivalOf } from './held-time.ts';
import { overHttp2, rawRequest } from './raw-requests.ts';

export function transport(): void {
  it('reset: before the answer, in process as a failed fetch', async () => {
    await expect(whole({ kind: 'reset' })).rejects.toThrow(TypeError);
  });

  it('reset: before the answer and inside it, on a socket, also while a test holds the time', async () => {
    for (const [fault, answered] of [
      [{ kind: 'reset' }, ''],
      [{ kind: 'reset', after: 1 }, 'HTTP/1.1 200 OK'],
    ] as const) {
      const bench = await startBench({ auth: 'off', faults: [fault] });
      const { text, code } = await rawRequest(bench.url, 'converse-stream');
      expect(code).toBe('ECONNRESET');
      expect(text.slice(0, 15)).toBe(answered);
      await bench.close();
    }
  });

  it('reset: before the answer and inside it, on a stream of HTTP/2, also while a test holds the time', async () => {
    for (const [fault, status] of [
      [{ kind: 'reset' }, undefined],
      [{ kind: 'reset', after: 1 }, 200],
    ] as const) {
      const bench = await startBench({ auth: 'off', faults: [fault] });
      expect(await overHttp2(bench.url, 'converse-stream')).toEqual({
        status,
        error: 'Stream closed with error code NGHTTP2_INTERNAL_ERROR',
      });
      await bench.close();
    }
  });

  it('chunks: one byte, or sizes in turn, over the whole body', async () => {
    const expected = Buffer.concat(await frames()).length;
    const single = await partsOf(await stream({ kind: 'chunks', sizes: 1 }));
    expect(new Set(single.map(({ length }) => length))).toEqual(new Set([1]));
    // A latency of more digits has another padding, of at most 62 letters.
    expect(Math.abs(single.length - expected)).toBeLessThan(70);
    expect(names(single).at(-1)).toBe('metadata');
    const turns = await partsOf(await stream({ kind: 'chunks', sizes: [7, 100, 3] }));
    expect(turns.slice(0, 6).map(({ length }) => length)).toEqual([7, 100, 3, 7, 100, 3]);
    expect(names(turns).at(-1)).toBe('metadata');
  });

  it('chunks: each one an HTTP chunk of its own on the wire', async () => {
    vi.useRealTimers();
    const bench = await startBench({ auth: 'off', faults: [{ kind: 'chunks', sizes: 9 }] });
    const { text } = await rawRequest(bench.url, 'converse');
    await bench.close();
    const body = text.slice(text.indexOf('\r\n\r\n') + 4);
    const sizes = body.split('\r\n').filter((_line, index) => index % 2 === 0);
    expect(sizes.slice(0, 5)).toEqual(['9', '9', '9', '9', '9']);
    expect(sizes.slice(-2)).toEqual(['0', '']);
  });

  it('chunks: inside the prelude of every message', async () => {
    const intact = await frames();
    const parts = await partsOf(await stream({ kind: 'chunks', sizes: 'prelude' }));
    expect(parts.length).toBe(intact.length + 1);
    expect(parts[0]?.length).toBe(6);
    expect(parts[1]?.length).toBe(intact[0]?.length);
    expect(parts[2]?.length).toBe(intact[1]?.length);
    expect(names(parts)).toEqual(names(intact));
  });

  it('chunks: inside every character of several bytes', async () => {
    const text = 'echo äö 世界 🌍';
    const parts = await partsOf(await stream({ kind: 'chunks', sizes: 'utf-8' }, text));
    expect(parts.length).toBeGreaterThan(5);
    // Before each cut the lead byte of a character, behind it one that goes on.
    for (const [index, part] of parts.slice(1).entries()) {
      expect(parts[index]?.at(-1)).toSatisfy((byte: number) => byte >= 0xc2 && byte <= 0xf4);
      expect(part[0]).toSatisfy((byte: number) => byte >= 0x80 && byte <= 0xbf);
    }
    const texts = decode(parts).flatMap((message) => {
      const { payload } = readable(message);
      return (payload as { delta?: { text?: string } }).delta?.text ?? [];
    });
    expect(texts.join('')).toBe('äö 世界 🌍');
  });

  it('trickle: so many bytes at a time, with a pause after each', async () => {
    const reader = bodyOf(await whole({ kind: 'trickle', bytes: 50, everyMs: 700 })).getReader();
    const parts = [(await reader.read()).value ?? new Uint8Array(0)];
    for (;;) {
      const next = reader.read();
      expect(await arrivalOf(next)).toBe(700);
      const { done, value } = await next;
      if (done) break;
      parts.push(value);
    }
    expect(parts.slice(0, -1).every(({ length }) => length === 50)).toBe(true);
    expect(JSON.parse(Buffer.concat(parts).toString())).toMatchObject({ stopReason: 'end_turn' });
  });
}
