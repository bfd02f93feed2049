// Definitions in the schema of a tool: where references find them, and what stands in their place for a model that takes none.
import { describe, expect, it } from 'vitest';
import { toolSchema } from '../../src/request/tool-schema.ts';
import { bare, closed, object } from './schema-limits.ts';

const cut =
  ' takes no references in a schema. One that cannot be replaced, such as one that leads back to itself, allows anything.';

describe('the schema of a tool', () => {
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

  it('a reference to the root by its name leads there without it, and one by another name leads nowhere', () => {
    const node = { $id: 'Node', type: 'object', properties: { nodes: { items: { $ref: 'Node' } } } };
    const root = { type: 'object', properties: { nodes: { items: { $ref: '#' } } } };
    expect(toolSchema(node, closed)).toEqual({ schema: root });
    const named = { a: { $ref: '#name' }, b: { $ref: 'Other' } };
    const $defs = { A: { $anchor: 'name', type: 'string' } };
    expect(toolSchema({ type: 'object', properties: named, $defs }, bare)).toEqual({
      schema: { type: 'object', properties: { a: {}, b: {} } },
      note: cut,
    });
  });

  it('a reference to a part of a tuple leads there in the words of the newest draft', () => {
    const point = { type: 'object', properties: { x: { type: 'number' } } };
    const box = (key: string) => ({
      box: { type: 'array', [key]: [point, { $ref: `#/properties/box/${key}/0` }] },
      items: { $ref: `#/properties/box/${key}/0/properties/x` },
      same: { $ref: '#/properties/items' },
    });
    expect(toolSchema({ type: 'object', properties: box('items') }, closed)).toEqual({
      schema: { type: 'object', properties: box('prefixItems') },
    });
  });

  it('thousands of definitions take no longer to move for each that was moved before', {
    timeout: 5_000,
  }, () => {
    const names = Array.from({ length: 8_000 }, (_, index) => `d${index}`);
    const own = (name: string) => ({ $ref: `#/$defs/${name}`, $defs: { [name]: { type: 'string' } } });
    const properties = Object.fromEntries(names.map((name) => [name, own(name)]));
    const { $defs } = toolSchema({ type: 'object', properties }, closed).schema;
    expect(Object.keys($defs ?? {})).toHaveLength(8_000);
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
      note: cut,
    });
    const flat = { type: 'object', properties: { a: { $ref: '#/$defs/A' } }, $defs: { A: a } };
    expect(toolSchema(flat, bare)).toEqual({ schema: { type: 'object', properties: { a } } });
    expect(toolSchema({}, bare)).toEqual({ schema: object });
    expect(toolSchema({ ...object, additionalProperties: { not: {} } }, bare)).toEqual({ schema: object });
    for (const open of [{ additionalProperties: { type: 'string' } }, { patternProperties: { '^a': {} } }]) {
      expect(toolSchema({ ...object, ...open }, bare)).toEqual({
        schema: object,
        note: ' takes no map at the root of a schema, so it is not told which members it may add.',
      });
    }
  });

  it('a reference goes with what stands beside it, at the root and further in', () => {
    const [a, b] = [{ type: 'string' }, { type: 'number' }];
    const $defs = {
      Base: { type: 'object', description: 'The base.', properties: { a, b: {} }, required: ['a'] },
    };
    const given = {
      $ref: '#/$defs/Base',
      description: 'The input.',
      properties: { b },
      required: ['b'],
      $defs,
    };
    const schema = {
      type: 'object',
      description: 'The input.',
      properties: { a, b },
      required: ['b', 'a'],
    };
    expect(toolSchema(given, closed)).toEqual({ schema: { ...schema, $defs } });
    const nested = { ...given, $defs: undefined };
    const deep = { type: 'object', properties: { in: nested, list: { items: nested } }, $defs };
    expect(toolSchema(deep, bare)).toEqual({
      schema: { type: 'object', properties: { in: schema, list: { items: schema } } },
    });
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

  it('one large definition is put in place of many references until there are 20,000 schemas', () => {
    const names = Array.from({ length: 700 }, (_, index) => `p${index}`);
    const large = Object.fromEntries(names.slice(0, 49).map((name) => [name, {}]));
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/Large' }]));
    const $defs = { Large: { type: 'object', properties: large } };
    const { schema, note } = toolSchema({ type: 'object', properties, $defs }, bare);
    // Each copy is one schema with 49 in it.
    expect(JSON.stringify(schema).match(/"object"/g)).toHaveLength(1 + 20_000 / 50);
    expect(note).toBe(cut);
  });
});
