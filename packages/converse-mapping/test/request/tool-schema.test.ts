import { describe, expect, it } from 'vitest';
import { toolSchema } from '../../src/request/tool-schema.ts';

const closed = { rootUnions: false, largeIntegers: false, otherRootMembers: true } as const;
const bare = { ...closed, otherRootMembers: false } as const;
const object = { type: 'object', properties: {} };

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

  it('definitions stand at the root, where references look for them', () => {
    const [one, two] = [{ $ref: '#/$defs/one' }, { $ref: '#/definitions/two' }];
    const given = {
      type: 'object',
      properties: {
        a: {
          type: 'object',
          properties: { b: one, c: two, d: { type: 'string' } },
          $defs: { one: { type: 'array', items: one }, root: { type: 'number' } },
          definitions: { two: { type: 'string' } },
        },
      },
      $defs: { root: { type: 'boolean' } },
    };
    expect(toolSchema(given, closed)).toEqual({
      schema: {
        type: 'object',
        properties: { a: { type: 'object', properties: { b: one, c: two, d: { type: 'string' } } } },
        $defs: { root: { type: 'boolean' }, one: { type: 'array', items: one } },
        definitions: { two: { type: 'string' } },
      },
    });
  });

  it('definitions stay where references find them', () => {
    const a = { properties: { b: { $ref: '#/properties/a/$defs/b' } }, $defs: { b: { type: 'string' } } };
    const given = { type: 'object', properties: { a, c: { $ref: '#/$defs/c' } }, $defs: { c: {} } };
    expect(toolSchema(given, closed)).toEqual({ schema: given });
  });

  it('has type, properties and required alone at the root for a model that takes no more, and nothing by reference', () => {
    const given = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'In',
      description: 'What goes in.',
      type: 'object',
      properties: {
        a: { $ref: '#/$defs/A', description: 'The first.' },
        b: { type: 'array', items: { $ref: '#/$defs/A' } },
        tree: { $ref: '#/definitions/Tree' },
        self: { $ref: '#', title: 'Self' },
        none: { $ref: '#/$defs/None' },
      },
      required: ['a'],
      additionalProperties: false,
      $defs: { A: { type: 'object', properties: { x: { $ref: '#/$defs/B' } } }, B: { type: 'string' } },
      definitions: {
        Tree: {
          type: 'object',
          properties: { child: { $ref: '#/definitions/Tree' }, b: { $ref: '#/$defs/B' } },
        },
      },
    };
    const a = { type: 'object', properties: { x: { type: 'string' } } };
    expect(toolSchema(given, bare)).toEqual({
      schema: {
        type: 'object',
        properties: {
          a: { ...a, description: 'The first.' },
          b: { type: 'array', items: a },
          tree: { type: 'object', properties: { child: {}, b: { type: 'string' } } },
          self: { title: 'Self' },
          none: {},
        },
        required: ['a'],
      },
    });
    expect(toolSchema({}, bare)).toEqual({ schema: object });
  });

  it('definitions that all refer to each other are put in place no more than a thousand times', () => {
    const names = Array.from({ length: 12 }, (_, index) => `D${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const $defs = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
    const { schema } = toolSchema({ type: 'object', properties, $defs }, bare);
    const text = JSON.stringify(schema);
    expect(text.match(/"object"/g)).toHaveLength(1001);
    expect(text).not.toContain('$ref');
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

  it('bounds and defaults beyond 32 bits go only where they are known to overflow', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'integer', minimum: 0, maximum: 5_000_000_000, default: 1_700_000_000_000 } },
    };
    expect(toolSchema(schema, { ...closed, largeIntegers: 'unknown' }).schema).toEqual(schema);
    expect(toolSchema(schema, closed).schema).toEqual({
      type: 'object',
      properties: { a: { type: 'integer', minimum: 0 } },
    });
  });

  // Bedrock takes an object alone, and a tool of a list cannot be called rightly as one without members.
  it.each(['array', 'string', ['array', 'null']])(
    'of the type %j gives way to an object, with a note',
    (type) => {
      expect(toolSchema({ type }, closed)).toEqual({
        schema: object,
        note: 'The input of a tool is an object, but its schema takes none, so the model gives an object that the schema refuses.',
      });
    },
  );

  it('a union at the root becomes one object, with what all alternatives require', () => {
    const given = {
      anyOf: [
        {
          type: 'object',
          properties: { kind: { const: 'a' }, x: { type: 'string' } },
          required: ['kind', 'x'],
        },
        { type: 'object', properties: { kind: { const: 'b' }, y: { type: 'number' } }, required: ['kind'] },
      ],
    };
    expect(toolSchema(given, closed)).toEqual({
      schema: {
        type: 'object',
        properties: {
          kind: { anyOf: [{ const: 'a' }, { const: 'b' }] },
          x: { type: 'string' },
          y: { type: 'number' },
        },
        required: ['kind'],
      },
      note: 'The model takes no union at the root of a schema, so the alternatives were joined into one object.',
    });
  });

  it('alternatives and parts at the root that are named types are joined like those written out', () => {
    const $defs = {
      A: {
        type: 'object',
        properties: { kind: { const: 'a' }, x: { type: 'string' } },
        required: ['kind', 'x'],
      },
      B: { $ref: '#/$defs/Base', properties: { kind: { const: 'b' }, y: {} }, required: ['kind'] },
      Base: { type: 'object', title: 'B' },
      Input: { oneOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }] },
    };
    const properties = { kind: { anyOf: [{ const: 'a' }, { const: 'b' }] }, x: { type: 'string' }, y: {} };
    const flat = { type: 'object', properties, required: ['kind'], $defs };
    const note = expect.any(String) as string;
    for (const given of [{ $ref: '#/$defs/Input' }, $defs.Input]) {
      expect(toolSchema({ ...given, $defs }, closed)).toEqual({ schema: flat, note });
    }
    expect(toolSchema({ allOf: [{ $ref: '#/$defs/A' }, { properties: { z: {} } }], $defs }, closed)).toEqual({
      schema: { ...$defs.A, properties: { ...$defs.A.properties, z: {} }, $defs },
    });
  });

  it('a named type that is an alternative of itself ends', () => {
    const $defs = { A: { anyOf: [{ $ref: '#/$defs/A' }, { properties: { a: {} } }] } };
    expect(toolSchema({ $ref: '#/$defs/A', $defs }, closed).schema).toEqual({
      type: 'object',
      properties: { a: {} },
      $defs,
    });
  });

  it('definitions that double each other at the root end, as a hostile server of tools may send them', {
    timeout: 5_000,
  }, () => {
    for (const union of ['anyOf', 'oneOf', 'allOf']) {
      const twice = (index: number) => ({ [union]: [1, 2].map(() => ({ $ref: `#/$defs/d${index}` })) });
      const $defs = Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`d${index}`, twice(index + 1)]),
      );
      const given = { ...twice(0), type: 'object', properties: { a: {} }, $defs };
      expect(toolSchema(given, closed).schema).toMatchObject({
        type: 'object',
        properties: { a: {} },
        $defs,
      });
    }
  });

  it('allOf at the root is joined without a loss', () => {
    const given = {
      type: 'object',
      properties: { a: {} },
      allOf: [{ properties: { b: {} }, required: ['b'] }, { required: ['a'] }],
    };
    expect(toolSchema(given, closed)).toEqual({
      schema: { type: 'object', properties: { a: {}, b: {} }, required: ['b', 'a'] },
    });
  });

  it('a union at the root stays where the model takes it', () => {
    const given = { type: 'object', properties: {}, anyOf: [{ required: ['a'] }] };
    expect(toolSchema(given, { rootUnions: true, largeIntegers: true, otherRootMembers: true })).toEqual({
      schema: given,
    });
  });
});
