// The tools of a call as Converse takes them: description, examples, cache point, schema; none where the model has none.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type Call, map, NOVA_PRO } from '../messages.ts';
import { empty, tool } from './declared-tools.ts';

describe('a function tool', () => {
  it('is a toolSpec, its description left out when blank', () => {
    const { request, warnings } = map({
      tools: [tool('a', { description: 'Does a.' }), tool('b', { description: ' ' })],
    });
    expect(request.toolConfig).toEqual({
      tools: [
        { toolSpec: { name: 'a', description: 'Does a.', inputSchema: empty } },
        { toolSpec: { name: 'b', inputSchema: empty } },
      ],
    });
    expect(warnings).toEqual([]);
  });

  it('has its examples in the description', () => {
    const { request } = map({
      tools: [
        tool('a', { description: 'Does a.', inputExamples: [{ input: { x: 1 } }, { input: { x: 2 } }] }),
      ],
    });
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: { description: 'Does a.\n\nExamples of input:\n{"x":1}\n{"x":2}' },
    });
  });

  it('has its examples under the names of its schema', () => {
    const inputSchema: JSONSchema7 = { type: 'object', properties: { $top: { type: 'integer' } } };
    const { request } = map({ tools: [tool('a', { inputSchema, inputExamples: [{ input: { $top: 3 } }] })] });
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: {
        description: 'Examples of input:\n{"_top":3}',
        inputSchema: { json: { properties: { _top: { type: 'integer', title: '$top' } } } },
      },
    });
  });

  // What JavaScript and JSON call nothing; the AI SDK's own code takes it so.
  it('whose description and examples are null has none, and tools that are null are none', () => {
    const nothing = { description: null, inputExamples: null, strict: null } as object;
    expect(map({ tools: [tool('a', nothing)] })).toEqual(map({ tools: [tool('a')] }));
    expect(map({ tools: null } as unknown as Call)).toEqual(map({}));
  });

  it('may be followed by a cache point', () => {
    for (const providerOptions of [
      { bedrock: { cachePoint: { type: 'default' } } },
      { amazonBedrock: { cachePoint: true } },
      { anthropic: { cacheControl: { type: 'ephemeral' } } },
    ]) {
      const { request } = map({ tools: [tool('a', { providerOptions })] });
      expect(request.toolConfig?.tools).toEqual([
        { toolSpec: { name: 'a', inputSchema: empty } },
        { cachePoint: { type: 'default' } },
      ]);
    }
  });

  it('has a schema of three members for Nova, which passes over a tool that has others, or refuses it', () => {
    const properties = { a: { $ref: '#/$defs/a' } };
    const inputSchema: JSONSchema7 = {
      type: 'object',
      properties,
      additionalProperties: false,
      $defs: { a: { type: 'string' } },
    };
    const responseFormat = { type: 'json' as const, schema: inputSchema };
    const { request } = map({ tools: [tool('a', { inputSchema })], responseFormat }, NOVA_PRO);
    const json = { type: 'object', properties: { a: { type: 'string' } } };
    expect(request.toolConfig?.tools).toMatchObject([
      { toolSpec: { name: 'a', inputSchema: { json } } },
      { toolSpec: { name: 'json', inputSchema: { json } } },
    ]);
    for (const sent of request.toolConfig?.tools ?? [])
      expect('toolSpec' in sent && sent.toolSpec.inputSchema.json).toEqual(json);
  });

  it('names the tool whose union at the root was joined', () => {
    const inputSchema: JSONSchema7 = { anyOf: [{ type: 'object', properties: { a: {} } }] };
    expect(map({ tools: [tool('a', { inputSchema })] }).warnings).toEqual([
      expect.objectContaining({ type: 'compatibility', feature: 'tool a' }),
    ]);
  });
});

it('a model without tools gets none, with a warning', () => {
  const { request, warnings } = map({ tools: [tool('a')] }, 'amazon.titan-text-express-v1');
  expect(request.toolConfig).toBeUndefined();
  expect(warnings).toEqual([
    { type: 'unsupported', feature: 'tools', details: 'Titan Text Express does not use tools.' },
  ]);
});
