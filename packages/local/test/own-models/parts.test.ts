// A model of one's own that answers part by part: texts, blocks and events, and each as soon as it is there.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { asking, bodyOf, openBedrock, urlOf } from '../in-process.ts';
import { converse, latencyMs, stream } from './handled-calls.ts';

const delta = (contentBlockIndex: number, value: object) => ({
  name: 'contentBlockDelta',
  payload: { contentBlockIndex, delta: value },
});
const stop = (contentBlockIndex: number) => ({ name: 'contentBlockStop', payload: { contentBlockIndex } });

describe('a model of one’s own', () => {
  it('answers in deltas; start, ends and usage are filled in', async () => {
    function* parts() {
      yield 'one ';
      yield 'two';
      yield { toolUse: { toolUseId: 't', name: 'n', input: {} } };
      yield 'three';
      yield { additionalModelResponseFields: { a: 1 } };
    }
    expect(await stream(() => parts())).toEqual([
      { name: 'messageStart', payload: { role: 'assistant' } },
      delta(0, { text: 'one ' }),
      delta(0, { text: 'two' }),
      stop(0),
      {
        name: 'contentBlockStart',
        payload: { contentBlockIndex: 1, start: { toolUse: { toolUseId: 't', name: 'n' } } },
      },
      delta(1, { toolUse: { input: '{}' } }),
      stop(1),
      delta(2, { text: 'three' }),
      stop(2),
      { name: 'messageStop', payload: { stopReason: 'tool_use', additionalModelResponseFields: { a: 1 } } },
      {
        name: 'metadata',
        payload: { usage: expect.objectContaining({ inputTokens: 1 }) as object, metrics: { latencyMs } },
      },
    ]);
  });

  it('says nothing by an end without members', async () => {
    function* parts() {
      yield {};
      yield 'one';
      yield {};
      yield ' two';
    }
    const events = await stream(() => parts());
    expect(events.slice(1, -2)).toEqual([delta(0, { text: 'one' }), delta(0, { text: ' two' }), stop(0)]);
  });

  it('answers in deltas also where every iterator has a method chunks, as on Bun', async () => {
    const shared = Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object; // Iterator.prototype
    const had = Object.getOwnPropertyDescriptor(shared, 'chunks');
    Object.defineProperty(shared, 'chunks', { value: () => [], configurable: true });
    onTestFinished(() => {
      Reflect.deleteProperty(shared, 'chunks');
      if (had) Object.defineProperty(shared, 'chunks', had);
    });
    function* parts() {
      yield 'one';
    }
    expect(await stream(() => parts())).toContainEqual(delta(0, { text: 'one' }));
    expect(await converse(parts())).toMatchObject({ stopReason: 'end_turn' });
  });

  it('answers in events as they are, and Converse gets the same in one piece', async () => {
    function* parts() {
      yield { messageStart: { role: 'assistant' as const } };
      yield { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'a' } } };
      yield { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'b' } } };
      yield { messageStop: { stopReason: 'max_tokens' as const } };
      yield {
        metadata: { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 }, metrics: { latencyMs: 9 } },
      };
    }
    expect((await stream(() => parts())).map(({ name }) => name)).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockDelta',
      'messageStop',
      'metadata',
    ]);
    expect(await converse(parts())).toEqual({
      output: { message: { role: 'assistant', content: [{ text: 'ab' }] } },
      stopReason: 'max_tokens',
      usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3, serverToolUsage: {} },
      metrics: { latencyMs },
    });
  });

  it('mixes texts, blocks and events; start, ends, usage and stop reason are filled in all the same', async () => {
    function* parts() {
      yield { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'one' } } };
      yield { contentBlockStop: { contentBlockIndex: 0 } };
      yield 'two';
      yield {
        contentBlockStart: { contentBlockIndex: 2, start: { toolUse: { toolUseId: 't', name: 'n' } } },
      };
      yield { contentBlockDelta: { contentBlockIndex: 2, delta: { toolUse: { input: '{}' } } } };
      yield { contentBlockStop: { contentBlockIndex: 2 } };
      yield 'three';
    }
    expect(await stream(() => parts())).toEqual([
      { name: 'messageStart', payload: { role: 'assistant' } },
      delta(0, { text: 'one' }),
      stop(0),
      delta(1, { text: 'two' }),
      stop(1),
      {
        name: 'contentBlockStart',
        payload: { contentBlockIndex: 2, start: { toolUse: { toolUseId: 't', name: 'n' } } },
      },
      delta(2, { toolUse: { input: '{}' } }),
      stop(2),
      delta(3, { text: 'three' }),
      stop(3),
      { name: 'messageStop', payload: { stopReason: 'tool_use' } },
      {
        name: 'metadata',
        payload: {
          usage: { inputTokens: 1, outputTokens: 6, totalTokens: 7, serverToolUsage: {} },
          metrics: { latencyMs },
        },
      },
    ]);
  });

  it('sends each delta when it has it, and learns that the client has gone', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let ended = false;
    let gone: AbortSignal | undefined;
    async function* parts(signal: AbortSignal) {
      gone = signal;
      try {
        yield 'first ';
        await gate;
        yield 'second';
        yield 'third';
      } finally {
        ended = true;
      }
    }
    const local = openBedrock({ models: { '*': ({ signal }) => parts(signal) } });
    const response = await local.fetch(urlOf('converse-stream'), asking('hi'));
    const reader = bodyOf(response).getReader();
    await reader.read();
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value)).toContain('first ');
    release();
    await reader.cancel();
    expect([ended, gone?.aborted]).toEqual([true, true]);
  });

  it('calls a tool without input where none is given', async () => {
    const call = { toolUse: { toolUseId: 't', name: 'n' } };
    const events = await stream(() => ({ content: [call] }) as unknown as ModelAnswer); // as JavaScript may write it
    expect(events.slice(1, 4)).toEqual([
      { name: 'contentBlockStart', payload: { contentBlockIndex: 0, start: call } },
      delta(0, { toolUse: { input: '{}' } }),
      stop(0),
    ]);
  });
});
