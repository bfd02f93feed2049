// Names of inputs in a tool loop of the AI SDK: as the model takes them on the way there, the tool's own on the way back.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { isStepCount, jsonSchema, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, delta, messageStop, NOVA_PRO, start, stop } from '../messages.ts';
import { scripted } from './scripted-model.ts';

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
});
