// A promise that nobody awaited has no JSON but `{}`: it is refused by its place, wherever a caller gives JSON.
import { describe, expect, it } from 'vitest';
import type { JSONObject } from '@ai-sdk/provider';
import { bedrock, type Call, CLAUDE_4_5, map, NOVA_PRO, user } from './messages.ts';
import { tool } from './request/declared-tools.ts';

/** What the types forbid. */
const promised = (value: object): JSONObject => Promise.resolve(value) as object as JSONObject;
/** As query builders of databases are. */
const thenable = { then: () => undefined } as object as JSONObject;

const refusedAt = (argument: string) =>
  expect.objectContaining({
    name: 'AI_InvalidArgumentError',
    argument,
    message: `${argument} is a promise. Await it.`,
  }) as Error;

describe('a promise in place of JSON', () => {
  it.each<[key: string, options: object, path: string]>([
    ['bedrock', promised({ serviceTier: 'flex' }), ''],
    ['bedrock', { guardrailConfig: promised({}) }, '.guardrailConfig'],
    ['bedrock', { additionalModelRequestFields: promised({}) }, '.additionalModelRequestFields'],
    [
      'bedrock',
      { additionalModelRequestFields: { a: [1, { b: thenable }] } },
      '.additionalModelRequestFields.a.1.b',
    ],
    ['bedrock', { requestMetadata: { a: promised({}) } }, '.requestMetadata.a'],
    ['amazonBedrock', promised({ serviceTier: 'flex' }), ''],
  ])('of options of a call or a model under %s: %j', (key, options, path) => {
    expect(() => map({ providerOptions: { [key]: options as JSONObject } })).toThrow(
      refusedAt(`providerOptions.${key}${path}`),
    );
    expect(() => map({}, { modelId: CLAUDE_4_5, settings: options })).toThrow(refusedAt(`settings${path}`));
  });

  it('of the provider options', () => {
    const providerOptions = promised({ bedrock: {} }) as { [key: string]: JSONObject };
    expect(() => map({ providerOptions })).toThrow(refusedAt('providerOptions'));
  });

  it('of a part', () => {
    const text = { type: 'text' as const, text: 'a', providerOptions: bedrock({ cachePoint: promised({}) }) };
    expect(() => map({ prompt: [{ role: 'user', content: [text] }] })).toThrow(
      refusedAt('prompt[0].content[0].providerOptions.bedrock.cachePoint'),
    );
  });

  const called = { toolCallId: 'c', toolName: 'look' };
  // Claude gets inputs under other names, and Nova results as text.
  const tools = [tool('look', { inputSchema: { type: 'object', properties: { $top: {} } } })];
  const history = (input: unknown, value: JSONObject): Call => ({
    tools,
    prompt: [
      user('a'),
      { role: 'assistant', content: [{ type: 'tool-call', ...called, input }] },
      { role: 'tool', content: [{ type: 'tool-result', ...called, output: { type: 'json', value } }] },
    ],
  });

  it.each([CLAUDE_4_5, NOVA_PRO])('of a call and of a result for %s', (model) => {
    const at = (call: Call, place: string): void => {
      expect(() => map(call, model)).toThrow(refusedAt(place));
    };
    at(history(promised({}), {}), 'prompt[1].content[0].input');
    at(history({ a: [promised({})] }, {}), 'prompt[1].content[0].input.a.0');
    at(history({}, promised({})), 'prompt[2].content[0].output.value');
    at(history({}, { a: [promised({})] }), 'prompt[2].content[0].output.value.a.0');
  });

  it.each([CLAUDE_4_5, NOVA_PRO])('of a schema for %s', (model) => {
    const told = (path: string) =>
      expect.objectContaining({
        argument: path,
        message: `${path} cannot be sent: a schema in it is a promise. It must be JSON, in which a schema contains itself by a $ref.`,
      }) as Error;
    for (const schema of [promised({}), { type: 'object', properties: { a: promised({}) } }]) {
      const inputSchema = schema as object;
      expect(() => map({ tools: [tool('look', { inputSchema })] }, model)).toThrow(told('tools[0]'));
      expect(() => map({ responseFormat: { type: 'json', schema: inputSchema } }, model)).toThrow(
        told('responseFormat.schema'),
      );
    }
  });

  it('no promise: an empty object, a keyword of JSON Schema, a member that is a text, what JSON does not look into', () => {
    const stored = { toJSON: () => ({ id: {} }), query: thenable } as object as JSONObject;
    const { request } = map(history({ empty: {}, then: 'yes' }, { stored }), NOVA_PRO);
    expect(request.messages?.slice(1).map(({ content }) => content)).toEqual([
      [{ toolUse: { toolUseId: 'c', name: 'look', input: { empty: {}, then: 'yes' } } }],
      [{ toolResult: { toolUseId: 'c', content: [{ text: '{"stored":{"id":{}}}' }] } }],
    ]);
    const schema = { type: 'object' as const, if: { required: ['a'] }, then: { required: ['b'] } };
    expect(() => map({ tools: [tool('look', { inputSchema: schema })] })).not.toThrow();
  });
});
