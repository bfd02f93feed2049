// The mapping inside the AI SDK itself: objects that stream, tool loops, histories that come back.
import type { JSONSchema7, LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ConverseStreamRequest } from '@bedrock-kit/protocol';
import { generateText, isStepCount, jsonSchema, Output, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { createStreamMapper, fromConverseResponse } from '../src/index.ts';
import { toConverseRequest } from './witness.ts';
import {
  arrived,
  CLAUDE_4_5,
  delta,
  messageStop,
  NOVA_2,
  NOVA_PRO,
  received,
  start,
  stop,
} from './messages.ts';

/** A model that answers from a list, and keeps what it was sent. */
function scripted(modelId: string, turns: readonly (readonly object[])[]) {
  const requests: ConverseStreamRequest[] = [];
  const next = (call: LanguageModelV4CallOptions, stream: boolean) => {
    const { request, context } = toConverseRequest(call, { modelId }, { stream });
    const turn = turns[requests.length] ?? [];
    requests.push(request);
    return { turn, context };
  };
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'amazon-bedrock',
    modelId,
    supportedUrls: {},
    doGenerate(call) {
      const { turn, context } = next(call, false);
      return Promise.resolve(fromConverseResponse(received(turn[0] ?? {}), context));
    },
    doStream(call) {
      const { turn, context } = next(call, true);
      const mapper = createStreamMapper(context);
      const parts = mapper.start();
      for (const event of turn) mapper.push(arrived(event), parts);
      parts.push(...mapper.end());
      return Promise.resolve({
        stream: new ReadableStream({
          start(controller) {
            for (const part of parts) controller.enqueue(part);
            controller.close();
          },
        }),
      });
    },
  };
  return { model, requests };
}

const weather = tool({
  inputSchema: jsonSchema<{ city: string }>({ type: 'object', properties: { city: { type: 'string' } } }),
  execute: ({ city }) => ({ city, sky: 'clear' }),
});

const answer = jsonSchema<{ a: number; b: string }>({
  type: 'object',
  properties: { a: { type: 'number' }, b: { type: 'string' } },
  required: ['a', 'b'],
});

describe('an object', () => {
  it('streams from a tool in partial objects, whatever is said before', async () => {
    const fragments = ['{"a"', ': 1', ', "b": "x', 'y"', '}'];
    const { model } = scripted(NOVA_PRO, [
      [
        delta(0, { text: '<thinking>{a set}</thinking>' }),
        stop(0),
        start(1, { toolUse: { toolUseId: 'j', name: 'json' } }),
        ...fragments.map((input) => delta(1, { toolUse: { input } })),
        stop(1),
        messageStop('tool_use'),
      ],
    ]);
    const result = streamText({ model, prompt: 'x', output: Output.object({ schema: answer }) });
    const partials: unknown[] = [];
    for await (const partial of result.partialOutputStream) partials.push(partial);
    expect(partials).toEqual([{}, { a: 1 }, { a: 1, b: 'x' }, { a: 1, b: 'xy' }]);
    expect(await result.output).toEqual({ a: 1, b: 'xy' });
    expect(await result.finishReason).toBe('stop');
  });

  it('comes after a call of a tool, in the same loop', async () => {
    const use = (name: string, input: object) => [
      start(0, { toolUse: { toolUseId: `t-${name}`, name } }),
      delta(0, { toolUse: { input: JSON.stringify(input) } }),
      stop(0),
      messageStop('tool_use'),
    ];
    const { model, requests } = scripted(NOVA_PRO, [
      use('weather', { city: 'Oslo' }),
      use('json', { a: 2, b: 'z' }),
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      stopWhen: isStepCount(3),
      output: Output.object({ schema: answer }),
    });
    expect(await result.output).toEqual({ a: 2, b: 'z' });
    expect(requests.map(({ toolConfig }) => toolConfig?.toolChoice)).toEqual([{ any: {} }, { any: {} }]);
    expect(requests[1]?.messages?.slice(1)).toEqual([
      {
        role: 'assistant',
        content: [{ toolUse: { toolUseId: 't-weather', name: 'weather', input: { city: 'Oslo' } } }],
      },
      {
        role: 'user',
        content: [
          { toolResult: { toolUseId: 't-weather', content: [{ text: '{"city":"Oslo","sky":"clear"}' }] } },
        ],
      },
    ]);
  });

  it('and an array come from a whole answer too', async () => {
    const response = (input: object) => ({
      output: {
        message: {
          role: 'assistant',
          content: [{ text: 'So:' }, { toolUse: { toolUseId: 'j', name: 'json', input } }],
        },
      },
      stopReason: 'tool_use',
    });
    const object = scripted(NOVA_PRO, [[response({ a: 1, b: 'x' })]]);
    expect(
      (await generateText({ model: object.model, prompt: 'x', output: Output.object({ schema: answer }) }))
        .output,
    ).toEqual({ a: 1, b: 'x' });
    const array = scripted(NOVA_PRO, [[response({ elements: [{ a: 1, b: 'x' }] })]]);
    expect(
      (await generateText({ model: array.model, prompt: 'x', output: Output.array({ element: answer }) }))
        .output,
    ).toEqual([{ a: 1, b: 'x' }]);
  });
});

describe('a tool loop', () => {
  it('names the inputs of a tool as Claude takes them, and gives them to the tool by their own names', async () => {
    const string = { type: 'string' } as const;
    const long = 'x'.repeat(70);
    const names = ['$top', 'start<', 'start>', 'start_', 'filter[name]', 'a.b-c_1', long];
    const given: unknown[] = [];
    const list = tool({
      inputSchema: jsonSchema<object>({
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, string])),
        required: ['$top', 'start_'],
        additionalProperties: false,
      }),
      strict: true,
      execute: (input) => {
        given.push(input);
        return 'ok';
      },
    });
    const input = { _top: '1', start__2: '2', start__3: '3', start_: '4', other: '5', 'start>': '6' };
    const call = [
      start(0, { toolUse: { toolUseId: 't', name: 'list' } }),
      delta(0, { toolUse: { input: JSON.stringify(input).slice(0, 20) } }),
      delta(0, { toolUse: { input: JSON.stringify(input).slice(20) } }),
      stop(0),
      messageStop('tool_use'),
    ];
    const { model, requests } = scripted(CLAUDE_4_5, [call, [messageStop('end_turn')]]);
    const { steps } = streamText({ model, prompt: 'x', tools: { list }, stopWhen: isStepCount(2) });
    expect((await steps)[0]?.toolCalls).toMatchObject([{ toolName: 'list' }]);
    expect(given).toEqual([{ $top: '1', 'start<': '2', 'start>': '6', start_: '4', other: '5' }]);
    const cut = expect.stringMatching(/^x{56}[0-9a-z]{8}$/) as string;
    const [sent] = requests[0]?.toolConfig?.tools ?? [];
    const json = (sent && 'toolSpec' in sent ? sent.toolSpec.inputSchema.json : {}) as JSONSchema7;
    const keys = Object.keys(json.properties ?? {});
    expect(keys).toEqual(['_top', 'start__2', 'start__3', 'start_', 'filter_name_', 'a.b-c_1', cut]);
    expect(json).toEqual({
      type: 'object',
      properties: Object.fromEntries(
        keys.map((key, index) => [key, key === names[index] ? string : { ...string, title: names[index] }]),
      ),
      required: ['_top', 'start_'],
      additionalProperties: false,
    });
    // The call goes back by the names that its schema has.
    expect(requests[1]?.messages?.[1]?.content).toEqual([
      {
        toolUse: {
          toolUseId: 't',
          name: 'list',
          input: { _top: '1', start__2: '2', start__3: '6', start_: '4', other: '5' },
        },
      },
    ]);
  });

  it('leaves the names of inputs alone for a model that takes any', async () => {
    const { model, requests } = scripted(NOVA_PRO, [[messageStop('end_turn')]]);
    const inputSchema = jsonSchema<object>({ type: 'object', properties: { $top: {} } });
    await streamText({ model, prompt: 'x', tools: { list: tool({ inputSchema }) } }).consumeStream();
    expect(requests[0]?.toolConfig?.tools).toMatchObject([
      { toolSpec: { inputSchema: { json: { properties: { $top: {} } } } } },
    ]);
  });

  it('sends signed reasoning back with the call that it led to', async () => {
    const { model, requests } = scripted(CLAUDE_4_5, [
      [
        delta(0, { reasoningContent: { text: ' Hm.\n' } }),
        delta(0, { reasoningContent: { signature: 'sig' } }),
        stop(0),
        delta(1, { text: 'Let me look.' }),
        stop(1),
        start(2, { toolUse: { toolUseId: 't1', name: 'weather' } }),
        delta(2, { toolUse: { input: '{"city":"Oslo"}' } }),
        stop(2),
        messageStop('tool_use'),
      ],
      [delta(0, { text: 'Clear.' }), stop(0), messageStop()],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      stopWhen: isStepCount(2),
      reasoning: 'high',
    });
    expect(await result.text).toBe('Clear.');
    expect(requests[1]?.messages?.[1]).toEqual({
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: ' Hm.\n', signature: 'sig' } } },
        { text: 'Let me look.' },
        { toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Oslo' } } },
      ],
    });
  });

  it('goes on after a call with broken JSON, which the AI SDK answers for', async () => {
    const { model, requests } = scripted(CLAUDE_4_5, [
      [
        start(0, { toolUse: { toolUseId: 't1', name: 'weather' } }),
        delta(0, { toolUse: { input: '{"city' } }),
        stop(0),
        messageStop('tool_use'),
      ],
      [delta(0, { text: 'Sorry.' }), stop(0), messageStop()],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      stopWhen: isStepCount(2),
      onError: () => undefined,
    });
    expect(await result.text).toBe('Sorry.');
    expect(requests[1]?.messages?.[2]?.content[0]).toMatchObject({
      toolResult: { toolUseId: 't1', status: 'error' },
    });
  });

  // https://github.com/strands-rl/strands-env/pull/252
  it('has its output when it ends with tool_use, but without a call', async () => {
    const { model } = scripted(CLAUDE_4_5, [
      [delta(0, { text: '{"a":1,"b":"x"}' }), stop(0), messageStop('tool_use')],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      output: Output.object({ schema: answer }),
    });
    expect(await result.output).toEqual({ a: 1, b: 'x' });
    expect(await result.finishReason).toBe('stop');
  });

  it('keeps an answer with a result whose call is not in it, for which the AI SDK would throw it away', async () => {
    const toolResult = { toolUseId: 's', status: 'success', content: [{ json: { hits: 1 } }] };
    const content = [{ toolResult }, { text: 'One hit.' }];
    const { model, requests } = scripted(NOVA_2, [
      [{ output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' }],
      [{ output: { message: { role: 'assistant', content: [{ text: 'Yes.' }] } }, stopReason: 'end_turn' }],
    ]);
    const result = await generateText({ model, prompt: 'x' });
    expect(result.content).toEqual([
      { type: 'custom', kind: 'bedrock.toolResult', providerMetadata: { bedrock: { toolResult } } },
      { type: 'text', text: 'One hit.' },
    ]);
    const messages = [
      { role: 'user' as const, content: 'x' },
      ...result.responseMessages,
      { role: 'user' as const, content: 'Sure?' },
    ];
    const next = await generateText({ model, messages });
    expect(next.warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'content of kind bedrock.toolResult',
        details: 'prompt[1].content[0] is left out.',
      },
    ]);
    expect(requests[1]?.messages?.slice(-2)).toEqual([
      { role: 'assistant', content: [{ text: 'One hit.' }] },
      { role: 'user', content: [{ text: 'Sure?' }] },
    ]);
  });
});
