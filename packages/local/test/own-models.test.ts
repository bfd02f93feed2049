import { describe, expect, it } from 'vitest';
import { type ModelAnswer, type ModelHandler, ServiceError } from '../src/index.ts';
import { asking, bodyOf, errorOf, messagesOf, modelId, openBedrock, readable, urlOf } from './in-process.ts';

async function converse(answer: ModelAnswer): Promise<unknown> {
  const response = await openBedrock({ models: { '*': () => answer } }).fetch(
    urlOf('converse'),
    asking('hi'),
  );
  return response.json();
}

async function stream(handler: ModelHandler): Promise<{ name: unknown; payload: unknown }[]> {
  const response = await openBedrock({ models: { '*': handler } }).fetch(
    urlOf('converse-stream'),
    asking('hi'),
  );
  return (await messagesOf(response)).map(readable).map(({ headers, payload }) => ({
    name: headers[':event-type'] ?? headers[':exception-type'] ?? headers[':error-code'],
    payload,
  }));
}

const latencyMs = expect.any(Number) as number;

const delta = (contentBlockIndex: number, value: object) => ({
  name: 'contentBlockDelta',
  payload: { contentBlockIndex, delta: value },
});
const stop = (contentBlockIndex: number) => ({ name: 'contentBlockStop', payload: { contentBlockIndex } });

describe('a model of one’s own', () => {
  it('answers with a text, usage counted', async () => {
    expect(await converse('hello there')).toEqual({
      output: { message: { role: 'assistant', content: [{ text: 'hello there' }] } },
      stopReason: 'end_turn',
      usage: {
        inputTokens: 1,
        outputTokens: 2,
        totalTokens: 3,
        cacheReadInputTokens: 0,
        cacheWriteInputTokens: 0,
      },
      metrics: { latencyMs },
    });
  });

  it('answers whole, its own usage and stop reason kept', async () => {
    const usage = { inputTokens: 7, outputTokens: 8, totalTokens: 15, cacheReadInputTokens: 5 };
    const toolUse = { toolUseId: 't', name: 'n', input: { a: 1 } };
    expect(await converse({ content: [{ toolUse }], usage })).toEqual({
      output: { message: { role: 'assistant', content: [{ toolUse }] } },
      stopReason: 'tool_use',
      usage,
      metrics: { latencyMs },
    });
  });

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
      usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
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
        payload: { usage: { inputTokens: 1, outputTokens: 6, totalTokens: 7 }, metrics: { latencyMs } },
      },
    ]);
  });

  it('counts the same tokens however it cuts its words', async () => {
    const delta = (text: string) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: { text } } });
    const answers: ModelAnswer[] = [
      'one two',
      ['one ', 'two'],
      ['on', 'e t', 'wo'],
      [delta('one '), delta('two')],
    ];
    for (const answer of answers) {
      expect(await converse(answer)).toMatchObject({
        output: { message: { content: [{ text: 'one two' }] } },
        usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
      });
    }
  });

  it('tells the tier and the latency that were asked for, unless it says its own', async () => {
    const asked = { serviceTier: { type: 'default' }, performanceConfig: { latency: 'standard' } };
    const told: ModelAnswer[] = ['a', ['a'], ['a', { serviceTier: { type: 'flex' } }]];
    const answers: unknown[] = [];
    for (const answer of told) {
      const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
      const local = openBedrock({ models: { '*': () => answer } });
      const init = { method: 'POST', body: JSON.stringify({ messages, ...asked }) };
      const whole = (await (await local.fetch(urlOf('converse'), init)).json()) as typeof asked;
      const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
      const streamed = (last === undefined ? undefined : readable(last).payload) as typeof asked;
      for (const { serviceTier, performanceConfig } of [whole, streamed])
        answers.push({ serviceTier, performanceConfig });
    }
    const own = { ...asked, serviceTier: { type: 'flex' } };
    expect(answers).toEqual([asked, asked, asked, asked, own, own]);
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

  it('fails before its first event with the HTTP status of the error', async () => {
    const failing: ModelHandler[] = [
      () => new ServiceError('ModelTimeoutException', 'too long'),
      () => {
        throw new ServiceError('ModelTimeoutException', 'too long');
      },
      // eslint-disable-next-line require-yield -- a stream that fails before its first word
      async function* () {
        await Promise.resolve();
        throw new ServiceError('ModelTimeoutException', 'too long');
      },
    ];
    for (const handler of failing) {
      const response = await openBedrock({ models: { '*': handler } }).fetch(
        urlOf('converse-stream'),
        asking('hi'),
      );
      expect(await errorOf(response)).toEqual({
        status: 408,
        type: 'ModelTimeoutException',
        message: 'too long',
        hint: null,
      });
    }
  });

  it('fails inside a stream with an exception event, or an error message where the stream models none', async () => {
    const failing = (code: string): ModelHandler =>
      async function* () {
        await Promise.resolve();
        yield 'a';
        throw new ServiceError(code, 'broken');
      };
    const local = (code: string) => stream(failing(code)).then((list) => list.at(-1));
    expect(await local('ThrottlingException')).toEqual({
      name: 'throttlingException',
      payload: { message: 'broken' },
    });
    // ModelTimeoutException is an event of InvokeModel's stream alone.
    for (const name of ['AccessDeniedException', 'ModelTimeoutException']) {
      expect(await local(name)).toEqual({ name, payload: undefined });
    }
  });

  it.each<[string, ServiceError, RegExp]>([
    [
      'a message that no header holds',
      new ServiceError('AccessDeniedException', 'x'.repeat(40_000)),
      /at most 32767 bytes/,
    ],
    [
      'a body that is no JSON',
      new ServiceError('ThrottlingException', 'x', { members: { big: 1n } }),
      /BigInt/,
    ],
    ['a misspelt option', new ServiceError('Odd', 'x', { satus: 503 } as object), /satus is no option of it/], // as JavaScript may
  ])('fails inside a stream with %s by what says so', async (_what, error, reason) => {
    const local = openBedrock({
      models: {
        async *'*'() {
          await Promise.resolve();
          yield 'a';
          throw error;
        },
      },
    });
    const messages = (await messagesOf(await local.fetch(urlOf('converse-stream'), asking('hi')))).map(
      readable,
    );
    expect(messages.at(-1)).toMatchObject({
      headers: { ':exception-type': 'internalServerException' },
      payload: { message: expect.stringContaining('unexpected error') as string },
    });
    expect(local.requests[0]?.error).toMatchObject({
      code: 'InternalServerException',
      hint: expect.stringMatching(reason) as string,
    });
  });

  it.each([{ nope: 1 }])('that answers with the object %j is told what an answer is', async (answer) => {
    const models = { '*': () => answer as unknown as ModelAnswer }; // no answer, as JavaScript may give it
    const response = await openBedrock({ models }).fetch(urlOf('converse'), asking('hi'));
    expect(await errorOf(response)).toMatchObject({
      status: 500,
      hint:
        `LocalBedrockError: The handler of ${modelId} must answer with a text, { content }, a generator or a ServiceError; ` +
        '{ body } and { chunks } are for the InvokeModel operations.',
    });
  });

  it('that throws anything else is an InternalServerException; the reason is in the hint alone', async () => {
    const handler = (): never => {
      throw new TypeError('my own bug');
    };
    const response = await openBedrock({ models: { '*': handler } }).fetch(urlOf('converse'), asking('hi'));
    expect(await errorOf(response)).toEqual({
      status: 500,
      type: 'InternalServerException',
      message: 'The system encountered an unexpected error during processing. Try your request again.',
      hint: 'TypeError: my own bug',
    });
  });

  it('is found by the first pattern that fits the id, or the model behind a profile', async () => {
    const local = openBedrock({
      models: { 'anthropic.*': () => 'of Anthropic', '*': () => 'any other' },
    });
    const say = async (id: string) => {
      const response = await local.fetch(urlOf('converse', id), asking('hi'));
      return JSON.stringify(await response.json());
    };
    expect(await say(modelId)).toContain('of Anthropic');
    expect(await say('amazon.nova-lite-v1:0')).toContain('any other');
    expect(await say('my-very-own-model')).toContain('any other');
  });

  it('sees what the options change of a model, also behind a profile', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      capabilities: { 'anthropic.*': { toolUse: false }, 'us.*': { citations: false } },
      models: {
        '*': ({ capabilities: { toolUse, citations } }) => {
          seen.push({ toolUse, citations });
          return '';
        },
      },
    });
    await local.fetch(urlOf('converse'), asking('hi'));
    expect(seen).toEqual([{ toolUse: false, citations: false }]);
  });

  it('sees the request in protocol’s shapes, with its text and its number', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      models: {
        '*': ({ text, count, operation, request }) => {
          seen.push({ text, count, operation, content: request.messages?.[0]?.content });
          return '';
        },
      },
    });
    const body = JSON.stringify({
      messages: [
        {
          role: 'user',
          content: [{ text: 'look' }, { image: { format: 'png', source: { bytes: 'AQID' } } }],
        },
      ],
    });
    await local.fetch(urlOf('converse'), { method: 'POST', body });
    await local.fetch(urlOf('converse'), { method: 'POST', body });
    const content = [
      { text: 'look' },
      { image: { format: 'png', source: { bytes: new Uint8Array([1, 2, 3]) } } },
    ];
    expect(seen).toEqual([
      { text: 'look', count: 1, operation: 'Converse', content },
      { text: 'look', count: 2, operation: 'Converse', content },
    ]);
  });

  it.each([undefined, null, 5])('that answers %s is told what an answer is', async (answer) => {
    // As JavaScript may answer.
    const local = openBedrock({ models: { '*': () => answer as unknown as ModelAnswer } });
    for (const operation of ['converse', 'converse-stream', 'invoke', 'invoke-with-response-stream']) {
      const messages = [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }];
      const native = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages };
      const init = operation.startsWith('invoke')
        ? { method: 'POST', body: JSON.stringify(native) }
        : asking('hi');
      const { status, hint } = await errorOf(await local.fetch(urlOf(operation), init));
      const { operation: name } = local.requests.at(-1) ?? {};
      expect({ status, hint }).toEqual({
        status: 500,
        hint:
          `LocalBedrockError: The handler of ${modelId} answered ${name} with ${answer}, and must answer with ` +
          'a text, { content }, a generator or a ServiceError; { body } and { chunks } are for the InvokeModel operations.',
      });
    }
  });

  it('sends a body of bytes as it is, in one piece and as a chunk of either stream', async () => {
    const bytes = new TextEncoder().encode('{"a": 1}');
    const local = openBedrock({ models: { '*': () => ({ body: bytes }) } });
    const model = 'amazon.nova-2-sonic-v1:0';
    const init = { method: 'POST', body: '{}' };
    const whole = await local.fetch(urlOf('invoke', 'amazon.titan-embed-text-v2:0'), init);
    expect(await whole.text()).toBe('{"a": 1}');
    const asked = { method: 'POST', body: '{"prompt":"hi"}' };
    const two = [
      await local.fetch(
        urlOf('invoke-with-response-stream', 'us.meta.llama4-scout-17b-instruct-v1:0'),
        asked,
      ),
      await local.fetch(urlOf('invoke-with-bidirectional-stream', model), { method: 'POST' }),
    ];
    for (const response of two) {
      const [first] = (await messagesOf(response)).map(readable);
      expect(first?.payload).toEqual({ bytes: btoa('{"a": 1}') });
    }
  });

  it.each([undefined, null, 5])('that yields %s is told what a part of an answer is', async (part) => {
    // As JavaScript may answer.
    const local = openBedrock({ models: { '*': () => [part] as unknown as ModelAnswer } });
    for (const operation of ['converse', 'converse-stream']) {
      const { status, hint } = await errorOf(await local.fetch(urlOf(operation), asking('hi')));
      expect({ status, hint }).toEqual({
        status: 500,
        hint:
          `LocalBedrockError: The handler of ${modelId} yielded ${part}, and must yield ` +
          'a text, a block, an event or how it ends.',
      });
    }
  });

  it.each<[object, string]>([
    [{ content: 'a', stop_reason: 'x' }, 'stop_reason, which is no member of it (did you mean stopReason?)'],
    [
      { content: 'a', role: 'assistant' },
      'role, which is no member of it (there are content, stopReason, usage, additionalModelResponseFields, ' +
        'trace, performanceConfig, serviceTier)',
    ],
    [{ content: [{ txt: 'a' }] }, 'content[0].txt, which is no member of it (did you mean text?)'],
    [
      { content: [{ text: 'a' }, { toolUse: { tool_use_id: 't', name: 'n', input: {} } }] },
      'content[1].toolUse.tool_use_id, which is no member of it (did you mean toolUseId?)',
    ],
    [
      { content: 'a', usage: { inputTokens: 1, outputToken: 1, totalTokens: 2 } },
      'usage.outputToken, which is no member of it (did you mean outputTokens?)',
    ],
    [{ content: { text: 'a' } }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [{ content: ['a'] }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [{ content: [null] }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [
      { body: {}, contenttype: 'text/plain' },
      'contenttype, which is no member of it (did you mean contentType?)',
    ],
  ])('that answers with the misspelt %j is told what was meant', async (answer, wrong) => {
    const local = openBedrock({ models: { '*': () => answer as ModelAnswer } }); // as JavaScript may write it
    for (const operation of ['converse', 'converse-stream']) {
      const { status, hint } = await errorOf(await local.fetch(urlOf(operation), asking('hi')));
      const name = operation === 'converse' ? 'Converse' : 'ConverseStream';
      expect({ status, hint }).toEqual({
        status: 500,
        hint: `LocalBedrockError: The handler of ${modelId} answered ${name} with ${wrong}.`,
      });
    }
  });

  it.each<[object, string]>([
    [
      { mesageStop: { stopReason: 'end_turn' } },
      'mesageStop, which is no member of it (did you mean messageStop?)',
    ],
    [{ stopReason: 'end_turn', usag: {} }, 'usag, which is no member of it (did you mean usage?)'],
    [
      { messageStop: { stopreason: 'end_turn' } },
      'messageStop.stopreason, which is no member of it (did you mean stopReason?)',
    ],
    [
      { contentBlockDelta: { contentBlockIndex: 0, delta: { txt: 'a' } } },
      'contentBlockDelta.delta.txt, which is no member of it (did you mean text?)',
    ],
  ])('that yields the misspelt %j is told what was meant', async (part, wrong) => {
    const local = openBedrock({ models: { '*': () => [part] } });
    for (const operation of ['converse', 'converse-stream']) {
      const { status, hint } = await errorOf(await local.fetch(urlOf(operation), asking('hi')));
      expect({ status, hint }).toEqual({
        status: 500,
        hint: `LocalBedrockError: The handler of ${modelId} yielded ${wrong}.`,
      });
    }
  });

  it('sends what AWS may add one day inside of blocks and events as it is', async () => {
    const fresh = { colour: 'red' };
    const block = { text: 'a', fresh };
    const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2, freshTokens: 3 };
    const message = (content: object[]) => ({ output: { message: { role: 'assistant', content } } });
    // The casts: no type knows of it yet.
    const whole = { content: [block, { freshBlock: fresh }], usage } as unknown as ModelAnswer;
    expect(await converse(whole)).toEqual({
      ...message([block, { freshBlock: fresh }]),
      stopReason: 'end_turn',
      usage,
      metrics: { latencyMs },
    });
    const parts = [
      { messageStart: { role: 'assistant', fresh } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'a' }, fresh } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { freshDelta: fresh } } },
      { contentBlockStop: { contentBlockIndex: 0, fresh } },
      { messageStop: { stopReason: 'fresh', fresh } },
      { metadata: { usage, metrics: { latencyMs: 1, fresh }, fresher: fresh } },
    ] as unknown as ModelAnswer; // as above
    expect(await stream(() => parts)).toEqual(
      (parts as object[]).flatMap((part) =>
        Object.entries(part).map(([name, payload]) => ({ name, payload: payload as object })),
      ),
    );
    expect(await converse(parts)).toEqual({
      ...message([{ text: 'a' }]),
      stopReason: 'fresh',
      fresh,
      usage,
      fresher: fresh,
      metrics: { latencyMs },
    });
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

  it('whose content type no header can hold is told so', async () => {
    const local = openBedrock({ models: { '*': () => ({ body: {}, contentType: 'text/plain\n' + 'x' }) } });
    const { url } = await local.listen();
    const target = 'amazon.titan-embed-text-v2:0';
    const init = { method: 'POST', body: '{}' };
    for (const answer of [
      await local.fetch(urlOf('invoke', target), init),
      await fetch(urlOf('invoke', target, url), init),
    ])
      expect((await errorOf(answer)).hint).toMatch(
        /^LocalBedrockError: The contentType that the handler of amazon\.titan-embed-text-v2:0 gave cannot be sent: TypeError/,
      );
    await local.close();
  });

  it('that answers Converse with an InvokeModel body is told so', async () => {
    const response = await openBedrock({ models: { '*': () => ({ body: {} }) } }).fetch(
      urlOf('converse'),
      asking('hi'),
    );
    expect((await errorOf(response)).hint).toContain('answered Converse with { body } or { chunks }');
  });
});
