// Constrained decoding: references and the definitions to which they lead.
import { describe, expect, it } from 'vitest';
import { strictSchema as strictSchemaFor } from '../../src/request/strict-schema.ts';

const strictSchema = (schema: object) => strictSchemaFor(schema, true);

describe('the schema for constrained decoding', () => {
  it('has a reference alone, without what stands beside it', () => {
    const $defs = { c: { type: 'string', enum: ['red', 'green'] } };
    const given = {
      type: 'object',
      properties: {
        a: { $ref: '#/$defs/c', description: 'The first.', default: 'red' },
        b: { allOf: [{ $ref: '#/$defs/c' }], description: 'The second.' },
        c: { allOf: [{ type: 'string' }], description: 'The third.' },
      },
      $defs,
    };
    expect(strictSchema(given)).toEqual({
      type: 'object',
      properties: {
        a: { $ref: '#/$defs/c' },
        b: { $ref: '#/$defs/c' },
        c: { type: 'string', description: 'The third.' },
      },
      additionalProperties: false,
      $defs,
    });
  });

  it.each<[string, object]>([
    ['a name that is escaped', { $ref: '#/$defs/a~1b', $defs: { 'a/b': { type: 'string' } } }],
    [
      'a name that is encoded',
      { $ref: '#/$defs/List%3CItem%3E', $defs: { 'List<Item>': { type: 'string' } } },
    ],
    ['a name with a sign of percent', { $ref: '#/$defs/100%', $defs: { '100%': { type: 'string' } } }],
    [
      'one of several',
      { $ref: '#/$defs/a/anyOf/1', $defs: { a: { anyOf: [{ type: 'null' }, { type: 'string' }] } } },
    ],
  ])('is there for a reference to %s', (_, schema) => {
    expect(strictSchema(schema)).toEqual(schema);
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
      const required = ['a', 'b'];
      return [
        `t${level}`,
        { type: 'object', properties: { a: next, b: next }, required, additionalProperties: false },
      ];
    });
    const $defs: object = { ...Object.fromEntries(levels), t40: { type: 'string' } };
    expect(strictSchema({ $ref: '#/$defs/t0', $defs })).toEqual({ $ref: '#/$defs/t0', $defs });
  });
});
