// Every kind of fault, on the wire: by the options and by the request header. The last test counts the kinds.
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { EventStreamDecoder, EventStreamError } from '@bedrock-kit/eventstream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaultKind, FaultRule } from '../../src/index.ts';
import { faultKinds } from '../../src/faults/check.ts';
import { modelId as signedModelId, startBench, runtime } from '../aws-clients.ts';
import {
  asking,
  bodyOf,
  decode,
  errorOf,
  messagesOf,
  openBedrock,
  partsOf,
  readable,
  urlOf,
} from '../in-process.ts';

const shown = new Set<FaultKind>();

/** A stream of five words that goes wrong. */
function stream(fault: FaultRule, text = 'echo one two three four five'): Promise<Response> {
  shown.add(fault.kind);
  return openBedrock({ faults: [fault] }).fetch(urlOf('converse-stream'), asking(text));
}

function whole(fault: FaultRule): Promise<Response> {
  shown.add(fault.kind);
  return openBedrock({ faults: [fault] }).fetch(urlOf('converse'), asking('echo hi'));
}

async function flat(response: Response): Promise<Uint8Array> {
  return Buffer.concat(await partsOf(response));
}

/** The intact stream, message by message. */
async function frames(text?: string): Promise<Uint8Array[]> {
  const response = await openBedrock().fetch(
    urlOf('converse-stream'),
    asking(text ?? 'echo one two three four five'),
  );
  const bytes = await flat(response);
  const list: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(0);
    list.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return list;
}

const names = (bytes: readonly Uint8Array[]) =>
  decode(bytes).map(
    ({ headers }) => (headers[':event-type'] ?? headers[':exception-type'] ?? headers[':error-code'])?.value,
  );

beforeEach(() => {
  // Sockets keep their own time; what the service waits for is moved on by hand.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: false });
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many milliseconds of the faked time pass until the promise is settled. */
async function arrivalOf(promise: Promise<unknown>): Promise<number> {
  const state = { settled: false };
  const settle = (): void => {
    state.settled = true;
  };
  promise.then(settle, settle);
  const step = 100;
  for (let passed = 0; passed < 1_000_000; passed += step) {
    // Not by the clock: whatever needs no waiting happens in these turns.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (state.settled) return passed;
    await vi.advanceTimersByTimeAsync(step);
  }
  return Infinity;
}

describe('in place of the answer', () => {
  it('error: any code, with its own status, message and retry-after', async () => {
    const response = await whole({
      kind: 'error',
      code: 'ModelNotReadyException',
      message: 'wait',
      retryAfter: 2,
    });
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('x-amzn-errortype')).toMatch(
      /^ModelNotReadyException:http:\/\/internal\.amazon\.com\/coral\//,
    );
    expect(await errorOf(response)).toMatchObject({ status: 429, message: 'wait' });
    const custom = await whole({ kind: 'error', code: 'Novel', status: 418 });
    expect(await errorOf(custom)).toMatchObject({ status: 418, type: 'Novel' });
  });

  it('throttle: the n-th call alone', async () => {
    shown.add('throttle');
    const local = openBedrock({ faults: [{ kind: 'throttle', when: { call: 2 } }] });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      statuses.push((await local.fetch(urlOf('converse'), asking('echo hi'))).status);
    }
    expect(statuses).toEqual([200, 429, 200]);
    expect(local.requests.map(({ error }) => error?.code)).toEqual([
      undefined,
      'ThrottlingException',
      undefined,
    ]);
  });

  it('throttle: a model and an operation alone, counted by themselves', async () => {
    const local = openBedrock({
      faults: [{ kind: 'throttle', when: { call: [1, 3], model: 'amazon.*', operation: 'ConverseStream' } }],
    });
    const call = async (operation: string, model: string): Promise<number> =>
      (await local.fetch(urlOf(operation, model), asking('echo hi'))).status;
    expect(await call('converse-stream', signedModelId)).toBe(200);
    expect(await call('converse', 'amazon.nova-lite-v1:0')).toBe(200);
    expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(429);
    expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(200);
    expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(429);
  });

  it('capital-message: the message stands under Message', async () => {
    const response = await whole({ kind: 'capital-message', message: 'no' });
    expect([response.status, await response.json()]).toEqual([403, { Message: 'no' }]);
  });

  it('expired-token: the first call is refused, the next is let in', async () => {
    shown.add('expired-token');
    const local = openBedrock({ faults: [{ kind: 'expired-token' }] });
    const first = await local.fetch(urlOf('converse'), asking('echo hi'));
    expect(await errorOf(first)).toEqual({
      status: 403,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
      hint: null,
    });
    expect((await local.fetch(urlOf('converse'), asking('echo hi'))).status).toBe(200);
  });

  it('coral-200: the body of an unknown operation under status 200', async () => {
    const response = await whole({ kind: 'coral-200' });
    expect([response.status, await response.json()]).toEqual([
      200,
      { Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' },
    ]);
  });

  it('proxy-html: a page of a proxy, with no header of AWS but those of every reply', async () => {
    const response = await whole({ kind: 'proxy-html', status: 504 });
    expect([response.status, response.headers.get('content-type')]).toEqual([504, 'text/html']);
    expect(await response.text()).toMatch(/^<html>[^]*504[^]*<\/html>\r\n$/);
  });

  it('clock-skew: the server tells another time and measures signatures by it', async () => {
    vi.useRealTimers();
    shown.add('clock-skew');
    const bench = await startBench({ faults: [{ kind: 'clock-skew', seconds: 3600 }] });
    const command = () =>
      new runtime.ConverseCommand({
        modelId: signedModelId,
        messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
      });
    await expect(bench.client('HTTP/1.1').send(command())).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature expired: /) as string,
    });
    // AWS's client takes the time from the date header and signs again.
    const answer = await bench
      .client('HTTP/1.1', { maxAttempts: 3, disableClockSkewCorrection: false })
      .send(command());
    expect(answer.$metadata.attempts).toBeGreaterThan(1);
    const dates = bench.local.requests.map(({ status }) => status);
    expect(dates).toEqual([403, 403, 200]);
    await bench.close();
  });

  it('slow-start: the answer begins late', async () => {
    const answer = whole({ kind: 'slow-start', ms: 5000 });
    expect(await arrivalOf(answer)).toBe(5000);
    expect((await answer).status).toBe(200);
  });
});

describe('inside a stream', () => {
  it('exception: an event of that name after k deltas, and no more', async () => {
    const response = await stream({
      kind: 'exception',
      after: 2,
      name: 'throttlingException',
      message: 'slow down',
    });
    const parts = await partsOf(response);
    expect(names(parts)).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockDelta',
      'throttlingException',
    ]);
    expect(decode(parts).map(readable)[3]).toEqual({
      headers: {
        ':exception-type': 'throttlingException',
        ':content-type': 'application/json',
        ':message-type': 'exception',
      },
      payload: { message: 'slow down' },
    });
  });

  it('exception: a modelStreamErrorException carries its two members', async () => {
    const messages = await messagesOf(
      await stream({ kind: 'exception', after: 1, name: 'modelStreamErrorException' }),
    );
    expect(messages.map(readable).at(-1)?.payload).toEqual({
      message: 'The stream was ended by a fault.',
      originalStatusCode: 500,
      originalMessage: 'The model failed.',
    });
  });

  it('error-frame: code and message as headers, no payload', async () => {
    const messages = await messagesOf(
      await stream({ kind: 'error-frame', after: 5, code: 'InternalError', message: 'broken' }),
    );
    expect(messages.map(readable).at(-1)).toEqual({
      headers: { ':error-code': 'InternalError', ':error-message': 'broken', ':message-type': 'error' },
      payload: undefined,
    });
  });

  it('exception, error-frame: the record of the request tells the error', async () => {
    const local = openBedrock({
      faults: [
        { kind: 'exception', name: 'throttlingException', message: 'slow', when: { call: 1 } },
        { kind: 'error-frame', code: 'Broken', message: 'no', when: { call: 2 } },
      ],
    });
    for (const text of ['one', 'two'])
      await (await local.fetch(urlOf('converse-stream'), asking(text))).arrayBuffer();
    expect(local.requests.map(({ error }) => error)).toEqual([
      { code: 'ThrottlingException', message: 'slow', hint: undefined },
      { code: 'Broken', message: 'no', hint: undefined },
    ]);
  });

  it('torn-frame: the stream ends so many bytes into the next message', async () => {
    const intact = await frames();
    const bytes = await flat(await stream({ kind: 'torn-frame', after: 1, bytes: 20 }));
    expect(Buffer.from(bytes)).toEqual(
      Buffer.concat([...intact.slice(0, 2), (intact[2] ?? new Uint8Array(0)).subarray(0, 20)]),
    );
  });

  it.each([
    ['prelude', 8],
    ['message', -1],
  ] as const)(
    'bad-checksum: one bit of the checksum of the %s is wrong, the rest follows',
    async (part, place) => {
      const intact = await frames();
      const broken = await flat(await stream({ kind: 'bad-checksum', after: 1, part }));
      const expected = Buffer.concat(intact);
      const start = (intact[0]?.length ?? 0) + (intact[1]?.length ?? 0);
      const at = place < 0 ? start + (intact[2]?.length ?? 0) + place : start + place;
      expected[at] = (expected[at] ?? 0) ^ 1;
      // The metadata at the end tells a latency of its own.
      const end = expected.length - (intact.at(-1)?.length ?? 0);
      expect(Buffer.from(broken.subarray(0, end))).toEqual(expected.subarray(0, end));
      expect(() => new EventStreamDecoder().push(broken)).toThrow(EventStreamError);
    },
  );

  it('stall: nothing comes for a while, then the rest', async () => {
    const reader = bodyOf(await stream({ kind: 'stall', after: 3, ms: 130_000 })).getReader();
    const first = await reader.read();
    const second = reader.read();
    expect(await arrivalOf(second)).toBe(130_000);
    const parts = [first, await second].map(({ value = new Uint8Array(0) }) => value);
    expect(names(parts.slice(0, 1))).toEqual(['messageStart', ...Array<string>(3).fill('contentBlockDelta')]);
    expect(names(parts)).toEqual(names(await frames()));
  });

  it('end-early: a clean end without messageStop', async () => {
    const parts = await partsOf(await stream({ kind: 'end-early', after: 5 }));
    expect(names(parts)).toEqual(['messageStart', ...Array<string>(5).fill('contentBlockDelta')]);
  });

  it('reset: after k deltas the body fails', async () => {
    const response = await stream({ kind: 'reset', after: 2 });
    await expect(flat(response)).rejects.toThrow('fetch failed');
  });

  it('the same in a stream of InvokeModel, where chunks are counted', async () => {
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'echo one two three' }],
    };
    const local = openBedrock({ faults: [{ kind: 'exception', after: 3, name: 'modelTimeoutException' }] });
    const response = await local.fetch(urlOf('invoke-with-response-stream'), {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(names(await partsOf(response))).toEqual(['chunk', 'chunk', 'chunk', 'modelTimeoutException']);
  });
});

describe('in the transport', () => {
  it('reset: before the answer, in process as a failed fetch', async () => {
    await expect(whole({ kind: 'reset' })).rejects.toThrow(TypeError);
  });

  it('reset: before the answer and inside it, on a socket', async () => {
    vi.useRealTimers();
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

  it('reset: before the answer and inside it, on a stream of HTTP/2', async () => {
    vi.useRealTimers();
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
    const cut = parts.slice(0, -1).filter((part) => (part.at(-1) ?? 0) >= 0xc2);
    expect(cut.length).toBeGreaterThanOrEqual(5);
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
});

it('a fault finds its model also behind a profile, as a handler does', async () => {
  const statuses = async (model: string): Promise<number[]> => {
    const local = openBedrock({ faults: [{ kind: 'throttle', when: { model } }] });
    const ids = [signedModelId, 'amazon.nova-lite-v1:0'];
    return Promise.all(
      ids.map(async (id) => (await local.fetch(urlOf('converse', id), asking('hi'))).status),
    );
  };
  expect(await statuses('anthropic.*')).toEqual([429, 200]);
  expect(await statuses('us.*')).toEqual([429, 200]);
  expect(await statuses('claude*')).toEqual([200, 200]);
});

describe('by the request header', () => {
  const header = (value: string, operation = 'converse-stream') =>
    openBedrock().fetch(urlOf(operation), asking('echo one two three', { 'x-bedrock-local-fault': value }));

  it('a fault in short', async () => {
    const parts = await partsOf(await header('exception; after=1; name=internalServerException'));
    expect(names(parts)).toEqual(['messageStart', 'contentBlockDelta', 'internalServerException']);
  });

  it('whose text has a sign of equality in it', async () => {
    const fault = 'throttle; message=1 = 1';
    const response = await openBedrock().fetch(
      urlOf('converse'),
      asking('hi', { 'x-bedrock-local-fault': fault }),
    );
    expect((await errorOf(response)).message).toBe('1 = 1');
  });

  it.each(['404', '1+2'])('whose text is made of figures: %s', async (text) => {
    expect((await errorOf(await header(`throttle; message=${text}`))).message).toBe(text);
  });

  it('several, separated by commas; sizes joined by +', async () => {
    const parts = await partsOf(await header('end-early; after=2, chunks; sizes=3+4'));
    expect(parts.slice(0, 4).map(({ length }) => length)).toEqual([3, 4, 3, 4]);
    expect(names(parts)).toEqual(['messageStart', 'contentBlockDelta', 'contentBlockDelta']);
  });

  it('as JSON', async () => {
    expect(
      await errorOf(await header('{"kind":"error","code":"ThrottlingException","message":"a, b; c"}')),
    ).toMatchObject({
      status: 429,
      message: 'a, b; c',
    });
  });

  it.each([
    ['thorttle', /kind is "thorttle"; it must be one of error, throttle/],
    ['stall; after=1', /ms is missing/],
    ['stall; ms=-1', /ms must be a whole number from 0/],
    ['throttle; afterr=1', /afterr is not a member of the fault throttle/],
    ['chunks; sizes=0', /sizes must be a size in bytes from 1/],
    ['{"kind"', /is not valid JSON/],
    [
      '[{"kind":"throttle","when":{"call":2}}]',
      /^x-bedrock-local-fault\.when has no place here: the fault hits this very request\.$/,
    ],
  ])('that cannot be understood is refused, so that no test passes by a slip: %s', async (value, message) => {
    expect(await errorOf(await header(value))).toMatchObject({
      status: 400,
      type: 'ValidationException',
      message: expect.stringMatching(message) as string,
    });
  });
});

it('every kind of fault has been shown', () => {
  expect([...shown].sort()).toEqual([...faultKinds].sort());
});

function rawRequest(url: string, operation: string): Promise<{ text: string; code: string | undefined }> {
  const { hostname, port, host } = new URL(url);
  const body = asking('echo one two three').body as string;
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ text, code: error.code });
    });
    socket.on('end', () => {
      resolve({ text, code: undefined });
    });
    socket.write(
      `POST ${new URL(urlOf(operation, undefined, url)).pathname} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

function overHttp2(url: string, operation: string): Promise<{ status: number | undefined; error: string }> {
  return new Promise((resolve) => {
    const session = connectHttp2(url);
    const stream = session.request({
      ':method': 'POST',
      ':path': new URL(urlOf(operation, undefined, url)).pathname,
    });
    let status: number | undefined;
    let failure = 'none';
    stream.on('response', (headers) => (status = headers[':status']));
    stream.on('error', (error: Error) => {
      failure = error.message;
    });
    stream.on('close', () => {
      session.close();
      resolve({ status, error: failure });
    });
    stream.resume();
    stream.end(asking('echo one two three').body);
  });
}
