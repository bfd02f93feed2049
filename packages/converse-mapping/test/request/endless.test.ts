// What contains itself, or is nested more deeply than a runtime reads, is refused by its place.
import { expect, it } from 'vitest';
import type { JSONObject } from '@ai-sdk/provider';
import { bedrock, type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';
import { tool } from './declared-tools.ts';

/** As a library gives it that puts the schema itself in the place of each reference to it. */
const endless: Record<string, unknown> = { type: 'object' };
endless['properties'] = { parent: endless };

const deep = (levels: number): object => {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { type: 'object', properties: { a: value } };
  return value;
};

const told = / cannot be sent: .+\. It must be JSON, in which a schema contains itself by a \$ref\.$/s;
const refusedAt = (argument: string) =>
  expect.objectContaining({
    name: 'AI_InvalidArgumentError',
    argument,
    message: expect.stringMatching(told) as string,
  }) as Error;

it.each([
  ['Claude', CLAUDE_4_5],
  ['an earlier Claude', CLAUDE_3_HAIKU],
  ['Nova', NOVA_PRO],
])('a schema that contains itself, or is too deep, for %s', (_name, model) => {
  for (const inputSchema of [endless, deep(20_000)])
    for (const strict of [false, true]) {
      const tools = [tool('a'), tool('look', { inputSchema, strict })];
      expect(() => map({ tools }, model)).toThrow(refusedAt('tools[1]'));
    }
  for (const schema of [endless, { type: 'array', items: endless }, deep(20_000)])
    for (const structuredOutputMode of ['auto', 'instruction']) {
      const call: Call = {
        responseFormat: { type: 'json', schema: schema },
        providerOptions: bedrock({ structuredOutputMode }),
      };
      expect(() => map(call, model)).toThrow(refusedAt('responseFormat.schema'));
    }
});

it('a default that contains itself', () => {
  const endlessDefault: Record<string, unknown> = {};
  endlessDefault['parent'] = endlessDefault;
  const a = { type: 'object', default: endlessDefault };
  const schema: Record<string, unknown> = { type: 'object', properties: { a } };
  for (const strict of [false, true]) {
    const tools = [tool('look', { inputSchema: schema, strict })];
    expect(() => map({ tools })).toThrow(refusedAt('tools[0]'));
  }
  for (const structuredOutputMode of ['auto', 'instruction']) {
    const call: Call = {
      responseFormat: { type: 'json', schema },
      providerOptions: bedrock({ structuredOutputMode }),
    };
    expect(() => map(call)).toThrow(refusedAt('responseFormat.schema'));
  }
});

it('a schema that is no JSON for another reason', () => {
  const schema = { type: 'object', properties: { a: { type: 'integer', maximum: 5n } } } as object;
  for (const strict of [false, true])
    expect(() => map({ tools: [tool('look', { inputSchema: schema, strict })] })).toThrow(
      refusedAt('tools[0]'),
    );
});

it('fields of the model that have no JSON', () => {
  for (const value of [endless, deep(20_000), { top_k: 5n }]) {
    const argument = 'additionalModelRequestFields';
    const message = `providerOptions.bedrock.${argument} must be a JSON object.`;
    expect(() => map({ providerOptions: bedrock({ [argument]: value }) })).toThrow(message);
  }
});

it('a value in the prompt that is too deep', () => {
  const call = { type: 'tool-call', toolCallId: 'c', toolName: 'look' } as const;
  const asked = user('a');
  const result = { type: 'tool-result', toolCallId: 'c', toolName: 'look' } as const;
  const output = { type: 'json', value: deep(20_000) as JSONObject } as const;
  const refused = (path: string) =>
    expect.objectContaining({
      name: 'AI_InvalidPromptError',
      message: expect.stringMatching(new RegExp(`: ${path}: .*(?:stack|recursion)`)) as string,
    }) as Error;
  expect(() =>
    map({ prompt: [asked, { role: 'assistant', content: [{ ...call, input: deep(20_000) }] }] }),
  ).toThrow(refused('prompt\\[1\\]\\.content\\[0\\]'));
  expect(() =>
    map({
      prompt: [
        asked,
        { role: 'assistant', content: [{ ...call, input: {} }] },
        { role: 'tool', content: [{ ...result, output }] },
      ],
    }),
  ).toThrow(refused('prompt\\[2\\]\\.content\\[0\\]'));
});
