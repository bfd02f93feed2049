// What a model of one's own is told when it answers with something that is no answer.
import { describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { asking, errorOf, messagesOf, modelId, openBedrock, readable, urlOf } from '../in-process.ts';

describe('a model of one’s own', () => {
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
          `LocalBedrockError: The handler of ${modelId} answered ${name} with ${answer}, but must answer with ` +
          'a text, { content }, a generator or a ServiceError; { body } and { chunks } are for the InvokeModel operations.',
      });
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
          `LocalBedrockError: The handler of ${modelId} yielded ${part}, but must yield ` +
          'a text, a block, an event or an end such as { stopReason }.',
      });
    }
  });

  it.each([
    ['is undefined, in place of JSON, bytes or a text', undefined],
    ['is a promise, in place of JSON, bytes or a text', Promise.resolve({ a: 1 })],
    ['is a function, in place of JSON, bytes or a text', () => ({ a: 1 })],
    ['JSON has no place for: TypeError: Do not know how to serialize a BigInt', { a: 1n }],
  ])('that answers with a body that %s is told so', async (what, body) => {
    // As JavaScript may answer.
    const local = openBedrock({ models: { '*': () => ({ body }) as unknown as ModelAnswer } });
    const model = 'amazon.titan-embed-text-v2:0';
    const response = await local.fetch(urlOf('invoke', model), { method: 'POST', body: '{}' });
    expect(await errorOf(response)).toMatchObject({
      status: 500,
      message: `The handler of ${model} answered InvokeModel with a body that ${what}.`,
    });
  });

  it('whose chunk is nothing is told so, when it is its turn and at once where it stands in a list', async () => {
    const yielding = function* () {
      yield { a: 1 };
      yield undefined;
    };
    const bad = 'a chunk that is undefined, in place of JSON, bytes or a text';
    const ask = async (chunks: unknown): Promise<Response> => {
      const answer = { chunks } as ModelAnswer; // as JavaScript may write it
      const messages = [{ role: 'user', content: 'hi' }];
      const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages });
      const local = openBedrock({ models: { '*': () => answer } });
      return local.fetch(urlOf('invoke-with-response-stream'), { method: 'POST', body });
    };
    const [first, last] = (await messagesOf(await ask(yielding()))).map(readable);
    expect(first?.payload).toEqual({ bytes: btoa('{"a":1}') });
    expect(last?.payload).toEqual({ message: `The handler of ${modelId} yielded ${bad}.` });
    const how = `The handler of ${modelId} answered InvokeModelWithResponseStream with`;
    expect(await errorOf(await ask([...yielding()]))).toMatchObject({
      status: 500,
      message: `${how} ${bad}.`,
    });
    expect((await errorOf(await ask(5))).message).toBe(
      `${how} chunks that are 5, in place of a list or a generator.`,
    );
  });

  it.each<[object, string]>([
    [
      { content: 'a', stop_reason: 'x' },
      'stop_reason, which is not a known member (did you mean stopReason?)',
    ],
    [
      { content: 'a', role: 'assistant' },
      'role, which is not a known member (choose from content, stopReason, usage, additionalModelResponseFields, ' +
        'trace, performanceConfig, serviceTier)',
    ],
    [{ content: [{ txt: 'a' }] }, 'content[0].txt, which is not a known member (did you mean text?)'],
    [
      { content: [{ text: 'a' }, { toolUse: { tool_use_id: 't', name: 'n', input: {} } }] },
      'content[1].toolUse.tool_use_id, which is not a known member (did you mean toolUseId?)',
    ],
    [
      { content: 'a', usage: { inputTokens: 1, outputToken: 1, totalTokens: 2 } },
      'usage.outputToken, which is not a known member (did you mean outputTokens?)',
    ],
    [
      { content: [{ reasoningContent: { text: 'as a delta' } }] },
      'content[0].reasoningContent.text, which is not a known member (choose from reasoningText, redactedContent)',
    ],
    [{ content: { text: 'a' } }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [
      { stream: undefined },
      'undefined, but must answer with a text, { content }, a generator or a ServiceError; { body } and { chunks } are for the ' +
        'InvokeModel operations',
    ],
    [{ output: undefined }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [{ output: { mesage: {} } }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [
      { output: { message: { content: [] } }, stop_reason: 'x' },
      'stop_reason, which is not a known member (did you mean stopReason?)',
    ],
    [{ content: ['a'] }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [{ content: [null] }, 'content that is neither a text nor a list of blocks, such as [{ text }]'],
    [
      { body: {}, contenttype: 'text/plain' },
      'contenttype, which is not a known member (did you mean contentType?)',
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
      'mesageStop, which is not a known member (did you mean messageStop?)',
    ],
    [{ stopReason: 'end_turn', usag: {} }, 'usag, which is not a known member (did you mean usage?)'],
    [
      { usage: { inputTokens: 1, outputToken: 1, totalTokens: 2 } },
      'usage.outputToken, which is not a known member (did you mean outputTokens?)',
    ],
    [
      { messageStop: { stopreason: 'end_turn' } },
      'messageStop.stopreason, which is not a known member (did you mean stopReason?)',
    ],
    [
      { contentBlockDelta: { contentBlockIndex: 0, delta: { txt: 'a' } } },
      'contentBlockDelta.delta.txt, which is not a known member (did you mean text?)',
    ],
    [
      { reasoningContent: { text: 'as a delta' } },
      'reasoningContent.text, which is not a known member (choose from reasoningText, redactedContent)',
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
        /^LocalBedrockError: The handler of amazon\.titan-embed-text-v2:0 answered InvokeModel with contentType that cannot be sent: TypeError/,
      );
    await local.close();
  });

  it.each<[unknown, string]>([
    [[['a b', 'c']], 'TypeError'],
    [[['content-length', '5']], 'TypeError: content-length is set by whatever sends the body'],
    [{ 'x a': 'b' }, 'TypeError'],
    ['x-a: b', 'TypeError'],
    [null, 'TypeError'],
  ])('whose headers %j no answer can have is told so', async (headers, reason) => {
    const answer = { body: {}, headers } as unknown as ModelAnswer; // as JavaScript may give it
    const local = openBedrock({ models: { '*': () => answer } });
    const init = { method: 'POST', body: '{}' };
    const { hint } = await errorOf(await local.fetch(urlOf('invoke', 'amazon.titan-embed-text-v2:0'), init));
    expect(hint).toContain(
      `The handler of amazon.titan-embed-text-v2:0 answered InvokeModel with headers that cannot be sent: ${reason}`,
    );
  });

  it('that answers Converse with an InvokeModel body is told so', async () => {
    const response = await openBedrock({ models: { '*': () => ({ body: {} }) } }).fetch(
      urlOf('converse'),
      asking('hi'),
    );
    expect((await errorOf(response)).hint).toContain('answered Converse with { body } or { chunks }');
  });

  it('that answers with words for which it has no body is told to send one', async () => {
    const local = openBedrock({ models: { '*': () => 'words' } });
    const asked = [
      ['InvokeModel', 'invoke', 'amazon.titan-embed-text-v2:0', '{"inputText":"hi"}'],
      ['InvokeModel', 'invoke', 'my-very-own-model', '{}'],
      ['InvokeModelWithResponseStream', 'invoke-with-response-stream', 'my-very-own-model', '{}'],
      // A built-in model writes its whole answer, and no chunks.
      [
        'InvokeModelWithResponseStream',
        'invoke-with-response-stream',
        'us.deepseek.r1-v1:0',
        '{"prompt":"hi"}',
      ],
    ] as const;
    for (const [name, path, id, body] of asked) {
      const init = { method: 'POST', body };
      const { status, message } = await errorOf(await local.fetch(urlOf(path, id), init));
      const forms = name === 'InvokeModel' ? '{ body }' : '{ body } or { chunks }';
      expect({ status, message }).toEqual({
        status: 500,
        message:
          `The handler of ${id} answered ${name} with no body, but must answer with ${forms}: ` +
          'no built-in model writes a body of this model.',
      });
    }
  });
});
