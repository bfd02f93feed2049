// The schema of a JSON answer where the model does not take it as it stands: unions, names, roots that are no object, definitions.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO } from '../messages.ts';
import { asked, LLAMA, mode } from './json-answer.ts';

describe('a JSON answer', () => {
  it('by a tool says so when the alternatives at the root of its schema are joined into one object', () => {
    const either: JSONSchema7 = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    };
    expect(asked(CLAUDE_3_HAIKU, { responseFormat: { type: 'json', schema: either } })).toMatchObject({
      tools: ['json'],
      warnings: [
        {
          type: 'compatibility',
          feature: 'responseFormat',
          details:
            'Claude 3 Haiku takes no union at the root of a schema, so the alternatives were joined into one object.',
        },
      ],
    });
  });

  it('by a tool travels as a member of an object where Claude would refuse the names in it', () => {
    const named: JSONSchema7 = { type: 'object', properties: { 'Account Number': { type: 'string' } } };
    const responseFormat = { type: 'json' as const, schema: named };
    const call = { responseFormat, ...mode('tool') };
    const { request, context } = map(call, CLAUDE_3_HAIKU);
    expect(context.structuredOutput).toMatchObject({ means: 'tool', wrapped: true });
    expect(request.toolConfig?.tools).toMatchObject([
      { toolSpec: { inputSchema: { json: { properties: { value: named }, required: ['value'] } } } },
    ]);
    for (const model of [NOVA_PRO, LLAMA])
      expect(map(call, model).context.structuredOutput).toMatchObject({ means: 'tool', wrapped: false });
    expect(asked(CLAUDE_4_5, { responseFormat }).output).toMatchObject({ means: 'native', wrapped: false });
  });

  it('that is a map travels as a member of an object where the model takes no map at the root', () => {
    const schema: JSONSchema7 = { type: 'object', additionalProperties: { type: 'number' } };
    const call = { responseFormat: { type: 'json' as const, schema } };
    const { request, context, warnings } = map(call, NOVA_PRO);
    expect(context.structuredOutput).toMatchObject({ means: 'tool', wrapped: true, root: 'object' });
    expect(request.toolConfig?.tools).toMatchObject([
      { toolSpec: { inputSchema: { json: { properties: { value: schema }, required: ['value'] } } } },
    ]);
    expect(warnings).toEqual([]);
    expect(map(call, CLAUDE_3_HAIKU).context.structuredOutput).toMatchObject({ wrapped: false });
  });

  it('whose root is no object travels as a member of one', () => {
    const list: JSONSchema7 = {
      type: 'array',
      items: { $ref: '#/$defs/n' },
      $defs: { n: { type: 'number' } },
    };
    const { request, context } = map({ responseFormat: { type: 'json', schema: list } }, CLAUDE_3_HAIKU);
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: {
        inputSchema: {
          json: {
            type: 'object',
            properties: { value: { type: 'array', items: { $ref: '#/$defs/n' } } },
            required: ['value'],
            $defs: { n: { type: 'number' } },
          },
        },
      },
    });
    expect(context.structuredOutput).toEqual({
      means: 'tool',
      toolName: 'json',
      wrapped: true,
      root: 'array',
      envelopes: ['input', 'parameter', 'properties'],
    });
  });

  it('a schema that is no object and contains itself still does so where it stands then', () => {
    const tree: JSONSchema7 = {
      anyOf: [{ $ref: '#/definitions/leaf' }, { type: 'array', items: { $ref: '#' } }, { $ref: '#/anyOf/0' }],
      definitions: { leaf: { type: 'string' }, forest: { type: 'array', items: { $ref: '#' } } },
    };
    const { request } = map({ responseFormat: { type: 'json', schema: tree } }, CLAUDE_3_HAIKU);
    const items = { $ref: '#/properties/value' };
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: {
        inputSchema: {
          json: {
            type: 'object',
            properties: {
              value: {
                anyOf: [
                  { $ref: '#/definitions/leaf' },
                  { type: 'array', items },
                  { $ref: '#/properties/value/anyOf/0' },
                ],
              },
            },
            required: ['value'],
            additionalProperties: false,
            definitions: { leaf: { type: 'string' }, forest: { type: 'array', items } },
          },
        },
      },
    });
  });

  it('whose definitions stand in an element, as the AI SDK 6 writes an array of a named type, has them at the root', () => {
    const named = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false };
    const properties = { p: { $ref: '#/definitions/Named' } };
    const closed = { type: 'object', additionalProperties: false };
    const items = { ...closed, properties, definitions: { Named: named } };
    const elements = (items: object) => ({ ...closed, properties: { elements: { type: 'array', items } } });
    const { request } = map({ responseFormat: { type: 'json', schema: elements(items) as JSONSchema7 } });
    expect(JSON.parse(request.outputConfig?.textFormat?.structure.jsonSchema.schema ?? '')).toEqual({
      ...elements({ ...closed, properties }),
      definitions: { Named: named },
    });
  });
});
