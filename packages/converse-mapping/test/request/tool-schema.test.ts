// The schema of a tool as models take it: an object at the root, and below it nothing that JSON Schema does not have today.
import { describe, expect, it } from 'vitest';
import { toolSchema } from '../../src/request/tool-schema.ts';
import { closed, object } from './schema-limits.ts';

describe('the schema of a tool', () => {
  it.each<[string, unknown, object]>([
    ['nothing', undefined, object],
    ['an empty schema', {}, object],
    ['a boolean schema', true, object],
    ['a schema without a type', { properties: { a: {} } }, { type: 'object', properties: { a: {} } }],
    ['a nullable object', { type: ['object', 'null'], properties: {} }, object],
    [
      '$schema and $id',
      { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'x', type: 'object' },
      object,
    ],
    [
      'a reference at the root',
      { $ref: '#/$defs/In', $defs: { In: { type: 'object', properties: { a: { type: 'string' } } } } },
      {
        type: 'object',
        properties: { a: { type: 'string' } },
        $defs: { In: { type: 'object', properties: { a: { type: 'string' } } } },
      },
    ],
    [
      'a reference at the root to a generic type of TypeScript',
      { $ref: '#/definitions/List%3CItem%3E', definitions: { 'List<Item>': { properties: { a: {} } } } },
      { type: 'object', properties: { a: {} }, definitions: { 'List<Item>': { properties: { a: {} } } } },
    ],
  ])('%s becomes an object at the root', (_, given, schema) => {
    expect(toolSchema(given, closed)).toEqual({ schema });
  });

  it('an integer that schema libraries call safe loses its bounds, anywhere in the schema', () => {
    const int = { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 };
    const given = {
      type: 'object',
      properties: { a: int, b: { type: 'array', items: { anyOf: [int, { type: 'null' }] } } },
    };
    const plain = { type: 'integer' };
    expect(toolSchema(given, closed).schema).toEqual({
      type: 'object',
      properties: { a: plain, b: { type: 'array', items: { anyOf: [plain, { type: 'null' }] } } },
    });
    expect(given.properties.a.maximum).toBe(9007199254740991);
  });

  it('a member that says itself whether it is required is named by its object, anywhere in the schema', () => {
    const given = {
      type: 'object',
      required: true,
      properties: {
        a: { type: 'string', required: true },
        b: { type: 'string', required: false },
        c: {
          type: 'object',
          properties: { d: { type: 'string', required: true }, e: { type: 'string' } },
          required: ['e'],
        },
        required: { type: 'array', items: { type: 'string', required: true } },
      },
    };
    const string = { type: 'string' };
    expect(toolSchema(given, closed)).toEqual({
      schema: {
        type: 'object',
        properties: {
          a: string,
          b: string,
          c: { type: 'object', properties: { d: string, e: string }, required: ['e', 'd'] },
          required: { type: 'array', items: string },
        },
        required: ['a'],
      },
    });
  });

  it('types that JSON has not, and lists in the place of properties, are left out, anywhere in the schema', () => {
    const given = {
      type: 'object',
      properties: {
        a: { type: 'any', description: 'Any.' },
        b: { type: ['string', 'file'] },
        c: { type: 'object', properties: [] },
        d: { type: 'array', items: { type: 'float' } },
        type: { type: 'string' },
      },
    };
    expect(toolSchema(given, closed)).toEqual({
      schema: {
        type: 'object',
        properties: {
          a: { description: 'Any.' },
          b: {},
          c: { type: 'object' },
          d: { type: 'array', items: {} },
          type: { type: 'string' },
        },
      },
    });
  });

  it('members that are null, and what is required when it is no list, are left out, anywhere in the schema', () => {
    const given = {
      type: 'object',
      required: {},
      additionalProperties: null,
      properties: {
        a: { type: 'object', properties: null, required: null, description: null, default: null },
        b: { type: 'array', items: null, enum: null },
        c: { const: null },
        d: { type: 'object', properties: {}, required: '' },
        required: { enum: ['x', null] },
      },
    };
    expect(toolSchema(given, closed)).toEqual({
      schema: {
        type: 'object',
        properties: {
          a: { type: 'object', default: null },
          b: { type: 'array' },
          c: { const: null },
          d: { type: 'object', properties: {} },
          required: { enum: ['x', null] },
        },
      },
    });
  });

  it('a tuple and an exclusive bound are written as in draft 2020-12, anywhere in the schema', () => {
    const [number, text] = [{ type: 'number' }, { type: 'string' }];
    const pair = { type: 'array', items: [number, { type: 'array', items: [text] }], additionalItems: false };
    const properties = {
      pair,
      open: { type: 'array', items: [number], additionalItems: { type: 'array', items: [text] } },
      none: { type: 'array', items: [], additionalItems: false },
      list: { type: 'array', items: text },
      above: { ...number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      below: { ...number, maximum: 1, exclusiveMaximum: true, exclusiveMinimum: 0 },
    };
    const modern = { type: 'array', prefixItems: [text] };
    expect(toolSchema({ type: 'object', properties }, undefined).schema).toEqual({
      type: 'object',
      properties: {
        pair: { type: 'array', prefixItems: [number, modern], items: false },
        open: { type: 'array', prefixItems: [number], items: modern },
        none: { type: 'array', items: false },
        list: { type: 'array', items: text },
        above: { ...number, exclusiveMinimum: 0, maximum: 9 },
        below: { ...number, exclusiveMaximum: 1, exclusiveMinimum: 0 },
      },
    });
  });

  it('bounds, defaults and examples beyond 32 bits stay', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'integer', minimum: 0, maximum: 5_000_000_000, default: 1_700_000_000_000 },
        b: { type: 'array', maxItems: 4_294_967_296, examples: [[1], [-1_704_067_200_000]] },
      },
    };
    expect(toolSchema(schema, closed).schema).toEqual(schema);
  });

  it('lengths, counts, defaults and examples that are no safe integers go, and those below stay', () => {
    const properties = {
      a: { type: 'string', minLength: 1, maxLength: 9007199254740991, default: 2 ** 63 },
      b: { type: 'array', items: {}, maxItems: 2 ** 53, examples: [[1], [2 ** 64]] },
      c: { type: 'object', maxProperties: 2 ** 63, example: { since: { ns: -(2 ** 63) } } },
      // As the AI SDK writes `z.number().max(Infinity)` of Zod 3. JSON makes null of it.
      e: { type: 'number', minimum: -Infinity, exclusiveMaximum: Infinity, default: NaN },
      d: { type: 'integer', examples: [2 ** 53 - 2], maxItems: 9 },
    };
    expect(toolSchema({ type: 'object', properties }, closed).schema).toEqual({
      type: 'object',
      properties: {
        a: { type: 'string', minLength: 1 },
        b: { type: 'array', items: {} },
        c: { type: 'object' },
        e: { type: 'number' },
        d: properties.d,
      },
    });
  });

  // Bedrock takes an object alone, and a tool of a list cannot be called rightly as one without members.
  it.each(['array', 'string', ['array', 'null']])(
    'of the type %j gives way to an object, with a note',
    (type) => {
      expect(toolSchema({ type }, closed)).toEqual({
        schema: object,
        note: 'The input of a tool is an object, and its schema refuses one.',
      });
    },
  );
});
