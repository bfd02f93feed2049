import { describe, expect, it } from 'vitest';
import { strictSchema } from '../../src/request/strict-schema.ts';

describe('the schema for constrained decoding', () => {
  it('closes every object and turns oneOf into anyOf', () => {
    const given = {
      type: 'object',
      properties: { a: { oneOf: [{ type: 'object', properties: {} }, { type: 'null' }] } },
      required: ['a'],
    };
    expect(strictSchema(given)).toEqual({
      type: 'object',
      properties: {
        a: { anyOf: [{ type: 'object', properties: {}, additionalProperties: false }, { type: 'null' }] },
      },
      required: ['a'],
      additionalProperties: false,
    });
  });

  it('tells the constraints that it cannot hold in the description', () => {
    const given = {
      type: 'string',
      minLength: 2,
      pattern: '^a',
      format: 'date',
      description: 'A day.',
      $comment: 'x',
    };
    expect(strictSchema(given)).toEqual({
      type: 'string',
      format: 'date',
      description: 'A day. (minLength: 2, pattern: "^a")',
    });
    expect(strictSchema({ type: 'array', minItems: 1, maxItems: 3 })).toEqual({
      type: 'array',
      minItems: 1,
      description: '(maxItems: 3)',
    });
    expect(strictSchema({ type: 'string', not: { const: '' } })).toEqual({
      type: 'string',
      description: '(not: {"const":""})',
    });
    expect(strictSchema({ type: 'string', format: 'phone' })).toEqual({
      type: 'string',
      description: '(format: "phone")',
    });
  });

  it.each<[string, object]>([
    ['open objects', { type: 'object', properties: { a: { type: 'object', additionalProperties: true } } }],
    ['maps', { type: 'object', additionalProperties: { type: 'string' } }],
    ['an object that names nothing', { type: 'object', properties: { a: { type: 'object' } } }],
    ['an object that names nothing, or null', { type: ['object', 'null'] }],
    ['parts that hold together', { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }],
    [
      'an object and what it has in each case',
      { properties: { a: {} }, anyOf: [{ properties: { b: {} } }, { properties: { c: {} } }] },
    ],
    ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }],
    ['a tuple as before 2020', { type: 'array', items: [{ type: 'string' }, { type: 'number' }] }],
    ['patterns of names', { type: 'object', patternProperties: { '^a': {} } }],
    ['a schema that contains itself', { type: 'object', properties: { next: { $ref: '#' } } }],
    [
      'a definition that contains itself by way of another',
      {
        $ref: '#/$defs/a',
        $defs: { a: { properties: { b: { $ref: '#/$defs/b' } } }, b: { items: { $ref: '#/$defs/a' } } },
      },
    ],
  ])('is not there for %s', (_, schema) => {
    expect(strictSchema(schema)).toBeUndefined();
  });

  it('is there for an object without a property, and for one part under another name', () => {
    const empty = { type: 'object', properties: {} };
    const given = {
      type: 'object',
      properties: { a: empty, b: { allOf: [{ $ref: '#/$defs/e' }] } },
      $defs: { e: empty },
    };
    const closed = { ...empty, additionalProperties: false };
    expect(strictSchema(given)).toEqual({
      type: 'object',
      properties: { a: closed, b: { allOf: [{ $ref: '#/$defs/e' }] } },
      additionalProperties: false,
      $defs: { e: closed },
    });
  });

  it('is there for a definition that is used twice', () => {
    const schema = {
      type: 'object',
      properties: { a: { $ref: '#/$defs/s' }, b: { $ref: '#/$defs/s' } },
      $defs: { s: { type: 'string' } },
    };
    expect(strictSchema(schema)).toEqual({ ...schema, additionalProperties: false });
  });

  it('is there for definitions that share others in many ways', () => {
    const levels = Array.from({ length: 40 }, (_, level): [string, object] => {
      const next = { $ref: `#/$defs/t${level + 1}` };
      return [`t${level}`, { type: 'object', properties: { a: next, b: next }, additionalProperties: false }];
    });
    const $defs: object = { ...Object.fromEntries(levels), t40: { type: 'string' } };
    expect(strictSchema({ $ref: '#/$defs/t0', $defs })).toEqual({ $ref: '#/$defs/t0', $defs });
  });
});
