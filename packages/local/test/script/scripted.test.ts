import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Message } from '@bedrock-kit/eventstream';
import {
  type AnswerPart,
  type ModelCall,
  type NativeChunk,
  scripted,
  type ScriptedTurn,
  ServiceError,
} from '../../src/index.ts';
import { asking, errorOf, messagesOf, modelId, openBedrock, readable, urlOf } from '../in-process.ts';
import { thrownBy } from '../thrown-by.ts';

function play(turns: readonly ScriptedTurn[]) {
  const script = scripted(turns);
  const local = openBedrock({ models: { '*': script } });
  const say = (text: string): Promise<Response> => local.fetch(urlOf('converse'), asking(text));
  return { local, script, say };
}

function* failing(): Generator<NativeChunk> {
  yield { chunk: { bytes: new TextEncoder().encode('{"a":1}') } };
  throw new TypeError('not so');
}

async function textOf(response: Response): Promise<unknown> {
  const { output } = (await response.json()) as { output: { message: { content: unknown } } };
  return output.message.content;
}

describe('a script', () => {
  it('answers the expected requests in their order, and is then verified', async () => {
    const { script, say } = play([
      { expect: { operation: 'Converse', modelId: 'us.anthropic.*', text: 'one' }, answer: 'first' },
      {
        expect: { text: /^tw/, request: { messages: [{ role: 'user' }] } },
        answer: ({ count }) => `call ${count}`,
      },
      { answer: new ServiceError('ThrottlingException', 'slow') },
    ]);
    expect(await textOf(await say('one'))).toEqual([{ text: 'first' }]);
    expect(script.remaining).toBe(2);
    expect(await textOf(await say('two'))).toEqual([{ text: 'call 2' }]);
    expect(await errorOf(await say('three'))).toMatchObject({ status: 429, message: 'slow' });
    expect(script.remaining).toBe(0);
    expect(() => {
      script.verify();
    }).not.toThrow();
  });

  it('answers another request with the difference, does not go on, and fails the verification with the same words', async () => {
    const { script, say } = play([{ expect: { text: 'one', modelId: 'amazon.*' }, answer: 'first' }]);
    const { status, type, message } = await errorOf(await say('two'));
    const words =
      'The request is not the one that turn 1 of the script expects (- expected, + received):\n' +
      `  modelId\n  - "amazon.*"\n  + "${modelId}"\n  text\n  - "one"\n  + "two"`;
    expect({ status, type, message }).toEqual({ status: 400, type: 'ValidationException', message: words });
    expect(script.remaining).toBe(1);
    const thrown = thrownBy(() => {
      script.verify();
    });
    expect([thrown.code, thrown.message]).toEqual([
      'script-mismatch',
      `${words}\n\n1 of 1 scripted turns were not played.`,
    ]);
  });

  it('expects by what a matcher of the test runner says, also of the id', async () => {
    const modelIdLike = expect.stringContaining('claude') as string;
    const { script, say } = play([
      { expect: { modelId: modelIdLike, text: expect.any(String) as string }, answer: 'first' },
      { expect: { modelId: expect.stringContaining('nova') as string }, answer: 'second' },
    ]);
    expect(await textOf(await say('one'))).toEqual([{ text: 'first' }]);
    expect((await errorOf(await say('two'))).message).toContain(
      `modelId\n  - StringContaining "nova"\n  + "${modelId}"`,
    );
    expect(script.remaining).toBe(1);
  });

  it('fits a regular expression by its pattern alone, also one that searches on from where it was', async () => {
    const text = /tw/gy;
    const { say } = play([
      { expect: { text }, answer: 'first' },
      { expect: { text }, answer: 'second' },
    ]);
    expect(await textOf(await say('two'))).toEqual([{ text: 'first' }]);
    expect(await textOf(await say('twelve'))).toEqual([{ text: 'second' }]);
  });

  it.each<[string, unknown, string]>([
    ['no list', { answer: 'a' }, 'The script must be a list of { expect, answer }.'],
    ['a turn that is a text', ['a'], 'turn 1 must be an object with the members expect, answer.'],
    [
      'a misspelt member',
      [{ expects: {}, answer: 'a' }],
      'turn 1 has no member expects (choose from expect, answer).',
    ],
    ['a turn without an answer', [{ answer: 'a' }, {}], 'turn 2 has no answer.'],
    [
      'an expectation that is none',
      [{ expect: { texts: 'a' }, answer: 'a' }],
      'expect of turn 1 has no member texts (choose from operation, modelId, text, request, body).',
    ],
    [
      'an expectation that is a text',
      [{ expect: 'a', answer: 'a' }],
      'expect of turn 1 must be an object with the members operation, modelId, text, request, body.',
    ],
  ])('with %s is refused', (_what, turns, message) => {
    const { code, message: said } = thrownBy(() => scripted(turns as ScriptedTurn[]));
    expect([code, said]).toEqual(['invalid-option', message]);
  });

  it.each<[string, unknown, string]>([
    [
      'throws, as an assertion does',
      ({ text }: ModelCall) => {
        throw new TypeError(`not ${text}`);
      },
      'failed: TypeError: not one.',
    ],
    [
      'answers with what is none',
      { text: 'a' },
      'answers with an object, but must answer with a text, { content }, a generator or a ServiceError; ' +
        '{ body } and { chunks } are for the InvokeModel operations.',
    ],
    [
      'answers with nothing',
      () => undefined,
      'answers with undefined, but must answer with a text, { content }, a generator or a ServiceError; ' +
        '{ body } and { chunks } are for the InvokeModel operations.',
    ],
    [
      'answers with a misspelt member',
      { content: 'a', stop_reason: 'end_turn' },
      'answers with stop_reason, which is not a known member (did you mean stopReason?).',
    ],
    [
      'answers later with a misspelt member',
      () => Promise.resolve({ content: 'a', stop_reason: 'end_turn' }),
      'answers with stop_reason, which is not a known member (did you mean stopReason?).',
    ],
    [
      'answers with what is for another operation',
      { body: {} },
      'answers with { body } or { chunks }, which are for the InvokeModel operations.',
    ],
    [
      'answers with a misspelt part',
      ['a', { messageStop: { stopreason: 'end_turn' } }],
      'answers with messageStop.stopreason, which is not a known member (did you mean stopReason?).',
    ],
  ])('whose turn %s says so, is not asked again, and is not verified', async (_what, wrong, how) => {
    const answer = wrong as ScriptedTurn['answer']; // as JavaScript may write it
    const { script, say } = play([{ answer }, { answer: 'second' }]);
    const words = `Turn 1 of the script ${how}`;
    const cause = how.startsWith('failed') ? (expect.any(TypeError) as TypeError) : undefined;
    expect(await errorOf(await say('one'))).toEqual({
      status: 400,
      type: 'ValidationException',
      message: words,
      hint: 'What fails is the script, not the request.',
    });
    expect(await textOf(await say('two'))).toEqual([{ text: 'second' }]);
    const thrown = thrownBy(() => {
      script.verify();
    });
    expect([thrown.message, thrown.cause]).toEqual([words, cause]);
    expect(await errorOf(await say('three'))).toMatchObject({
      message: 'The script has ended: it has 2 turns, and this is request 3.',
    });
  });

  it.each<[string, () => Generator<AnswerPart>, string]>([
    [
      'throws',
      function* () {
        yield 'a';
        throw new TypeError('not so');
      },
      'failed: TypeError: not so.',
    ],
    [
      'yields a misspelt part',
      function* () {
        yield 'a';
        yield { stop_reason: 'end_turn' } as AnswerPart; // as JavaScript may write it
      },
      'answers with stop_reason, which is not a known member (did you mean stopReason?).',
    ],
  ])('whose generator %s says so, is not asked again, and is not verified', async (_what, generator, how) => {
    const words = `Turn 1 of the script ${how}`;
    // The last as AWS's client, or a mock of it, gives a stream.
    const asClient = () => ({ $metadata: {}, stream: Readable.from(generator()) });
    for (const answer of [generator, async () => Promise.resolve(generator()), asClient]) {
      const { local, script, say } = play([{ answer }]);
      expect(await errorOf(await say('one'))).toMatchObject({ status: 400, message: words });
      expect(
        thrownBy(() => {
          script.verify();
        }).message,
      ).toBe(words);
      expect(local.requests[0]?.error?.message).toBe(words);
    }
    const { local, script } = play([{ answer: generator }]);
    const stream = await local.fetch(urlOf('converse-stream'), asking('one'));
    const last = readable((await messagesOf(stream)).at(-1) as Message);
    expect(last).toMatchObject({
      headers: { ':exception-type': 'validationException' },
      payload: { message: words },
    });
    expect(
      thrownBy(() => {
        script.verify();
      }).message,
    ).toBe(words);
  });

  const asked = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] };
  const body = JSON.stringify({ ...asked, messages: [{ role: 'user', content: 'hi' }] });

  it.each<[string, () => unknown]>([
    ['chunks', () => ({ chunks: failing() })],
    ['chunks, as AWS’s client gives them,', () => ({ body: Readable.from(failing()) })],
  ])('whose %s fail on the way says so, and is not verified', async (_what, answer) => {
    const { local, script } = play([{ answer: answer as ScriptedTurn['answer'] }]); // of either form
    const stream = await local.fetch(urlOf('invoke-with-response-stream'), { method: 'POST', body });
    const events = (await messagesOf(stream)).map(readable);
    expect(events.map(({ payload }) => payload)).toEqual([
      { bytes: btoa('{"a":1}') },
      { message: 'Turn 1 of the script failed: TypeError: not so.' },
    ]);
    expect(events.at(-1)?.headers).toMatchObject({ ':exception-type': 'validationException' });
    expect(() => {
      script.verify();
    }).toThrow('Turn 1 of the script failed: TypeError: not so.');
  });

  const embedding = 'amazon.titan-embed-text-v2:0';
  it.each<[string, string, string, unknown, string]>([
    [
      'chunks for a whole answer',
      'invoke',
      modelId,
      { chunks: [{ a: 1 }] },
      '{ chunks }, but must answer with { body }.',
    ],
    [
      'words where a vector is asked for',
      'invoke',
      embedding,
      'words',
      'no body, but must answer with { body }: no built-in model writes a body of this model.',
    ],
    [
      'a header that is none',
      'invoke',
      embedding,
      { body: {}, headers: { 'x a': 'b' } },
      'headers that cannot be sent: TypeError',
    ],
    [
      'nothing as a chunk',
      'invoke-with-response-stream',
      modelId,
      { chunks: [undefined] },
      'a chunk that is',
    ],
  ])('that answers with %s says so, and is not verified', async (_what, operation, model, wrong, how) => {
    const answer = wrong as ScriptedTurn['answer']; // as JavaScript may write it
    const { local, script } = play([{ answer }]);
    const response = await local.fetch(urlOf(operation, model), { method: 'POST', body });
    const { status, message } = await errorOf(response);
    expect(status).toBe(400);
    expect(message).toContain(`Turn 1 of the script answers with ${how}`);
    expect(() => {
      script.verify();
    }).toThrow(message);
  });

  it('has not failed where the client goes away, and a generator fails of that', async () => {
    const client = new AbortController();
    let failed: (() => void) | undefined;
    const failure = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const { local, script } = play([
      {
        answer: async function* ({ signal }) {
          yield 'a';
          queueMicrotask(() => {
            client.abort();
          });
          await once(signal, 'abort');
          failed?.();
          throw new Error('gone');
        },
      },
    ]);
    const stream = await local.fetch(urlOf('converse-stream'), { ...asking('one'), signal: client.signal });
    await expect(stream.text()).rejects.toThrow('aborted');
    await failure;
    await new Promise(setImmediate);
    script.verify();
  });

  it('answers with an error of the service that a turn throws', async () => {
    const { script, say } = play([
      {
        answer: () => {
          throw new ServiceError('ThrottlingException', 'slow');
        },
      },
    ]);
    expect(await errorOf(await say('one'))).toMatchObject({ status: 429, message: 'slow' });
    script.verify();
  });

  it('has an end', async () => {
    const { script, say } = play([{ answer: 'only' }]);
    await say('x');
    expect(await errorOf(await say('y'))).toMatchObject({
      status: 400,
      message: 'The script has ended: it has 1 turn, and this is request 2.',
    });
    const longer = play([{ answer: 'one' }, { answer: 'two' }]);
    await longer.say('x');
    await longer.say('y');
    expect(await errorOf(await longer.say('z'))).toMatchObject({
      message: 'The script has ended: it has 2 turns, and this is request 3.',
    });
    expect(() => {
      script.verify();
    }).toThrow('The script has ended');
  });

  it('compares the body of InvokeModel', async () => {
    const script = scripted([
      { expect: { body: { inputText: 'hi' } }, answer: { body: { embedding: [1] } } },
    ]);
    const local = openBedrock({ models: { '*': script } });
    const response = await local.fetch(urlOf('invoke', 'amazon.titan-embed-text-v2:0'), {
      method: 'POST',
      body: '{"inputText":"hi"}',
    });
    expect(await response.json()).toEqual({ embedding: [1] });
  });
});
