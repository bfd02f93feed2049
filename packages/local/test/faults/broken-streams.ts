// Faults inside a stream: messages that tell of an error, that are damaged, that are late or do not come.
import { EventStreamDecoder, EventStreamError } from '@bedrock-kit/eventstream';
import { expect, it } from 'vitest';
import type { FaultRule } from '../../src/index.ts';
import { asking, bodyOf, decode, messagesOf, openBedrock, partsOf, readable, urlOf } from '../in-process.ts';
import { flat, frames, names, stream } from './faulty-answers.ts';
import { arrivalOf } from './held-time.ts';

export function brokenStreams(): void {
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

  it('stall: with another fault at its place, which comes after the pause', async () => {
    const faults: FaultRule[] = [
      { kind: 'stall', after: 2, ms: 5000 },
      { kind: 'exception', after: 2, name: 'throttlingException' },
    ];
    const response = await openBedrock({ faults }).fetch(
      urlOf('converse-stream'),
      asking('echo one two three'),
    );
    const parts = partsOf(response);
    expect(await arrivalOf(parts)).toBe(5000);
    expect(names(await parts)).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockDelta',
      'throttlingException',
    ]);
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
}
