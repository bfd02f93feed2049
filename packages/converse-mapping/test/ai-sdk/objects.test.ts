// Objects inside the AI SDK: streamed in parts, after a call of a tool, and whole.
import { generateText, isStepCount, Output, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { delta, messageStop, NOVA_PRO, start, stop } from '../messages.ts';
import { answer, scripted, weather } from './scripted-model.ts';

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
