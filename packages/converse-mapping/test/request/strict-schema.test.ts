import { describe, expect, it } from 'vitest';
import { strictSchema as strictSchemaFor } from '../../src/request/strict-schema.ts';

const strictSchema = (schema: object) => strictSchemaFor(schema, true);

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
    // In the words in which it was given, or each level would double the escapes of the one inside.
    const not = { type: 'string', not: { minLength: 2, contains: { oneOf: [{ pattern: '"' }] } } };
    expect(strictSchema({ type: 'string', not })).toEqual({
      type: 'string',
      description: `(not: ${JSON.stringify(not)})`,
    });
    expect(strictSchema({ type: 'string', format: 'phone' })).toEqual({
      type: 'string',
      description: '(format: "phone")',
    });
  });

  it('tells no constraint that says nothing, such as the bounds that schema libraries write for an integer', () => {
    const integer = { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 };
    const age = { ...integer, minimum: 0, description: 'In years.' };
    const name = { type: 'string', maxLength: 19, pattern: null };
    const given = { type: 'object', properties: { integer, age, name }, additionalProperties: false };
    expect(strictSchema(given)).toEqual({
      ...given,
      properties: {
        integer: { type: 'integer' },
        age: { type: 'integer', description: 'In years. (minimum: 0)' },
        name: { type: 'string', description: '(maxLength: 19)' },
      },
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
    ['a tuple of nothing', { type: 'array', items: false }],
    ['patterns of names', { type: 'object', patternProperties: { '^a': {} } }],
    [
      'a definition that is not where the reference leads, as the AI SDK 6 writes an array of a named type',
      {
        type: 'object',
        properties: {
          elements: {
            type: 'array',
            items: {
              type: 'object',
              properties: { a: { $ref: '#/definitions/A' } },
              definitions: { A: { type: 'string' } },
            },
          },
        },
      },
    ],
    [
      'a reference to another document',
      { type: 'object', properties: { a: { $ref: 'https://a.example/b.json' } } },
    ],
    ['a member that may be anything', { type: 'object', properties: { a: { description: 'Any.' } } }],
    ['items that may be anything', { type: 'array', items: {} }],
    ['a member that may be anything, in a word', { type: 'object', properties: { a: true } }],
    ['more than 24 members that may be left out', { type: 'object', properties: strings(25) }],
    [
      'more than 24 members that may be left out, in several objects',
      {
        type: 'object',
        properties: { a: { type: 'object', properties: strings(12) }, b: { $ref: '#/$defs/b' } },
        $defs: { b: { type: 'object', properties: strings(11) } },
      },
    ],
    [
      'more than 16 members of several types',
      { type: 'object', properties: strings(17, { type: ['string', 'null'] }), required: names(17) },
    ],
    [
      'a reference to what the subset has no place for',
      {
        type: 'object',
        properties: { a: { $ref: '#/components/schemas/A' } },
        components: { schemas: { A: { type: 'string' } } },
      },
    ],
    ['values that are objects', { type: 'object', properties: { a: { enum: [{ b: 1 }, { b: 2 }] } } }],
    ['an object with values of another type', { type: 'object', properties: {}, enum: ['a'] }],
    ['a value that is a list', { type: 'object', properties: { a: { const: ['b'] } } }],
    ['two unions of one value', { oneOf: [{ type: 'string' }], anyOf: [{ const: 'a' }] }],
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

  it('takes null where OpenAPI says nullable, and not at the root', () => {
    const object = { type: 'object', properties: {}, additionalProperties: false };
    const given = {
      type: 'object',
      nullable: true,
      properties: {
        a: { type: 'string', enum: ['x'], nullable: true, example: 'x' },
        b: { $ref: '#/$defs/b', nullable: true },
        c: { type: 'string', nullable: false },
      },
      $defs: { b: object },
    };
    expect(strictSchema(given)).toEqual({
      type: 'object',
      properties: {
        a: { anyOf: [{ type: 'string', enum: ['x'] }, { type: 'null' }] },
        b: { anyOf: [{ $ref: '#/$defs/b' }, { type: 'null' }] },
        c: { type: 'string' },
      },
      additionalProperties: false,
      $defs: { b: object },
    });
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
      properties: { a: closed, b: { $ref: '#/$defs/e' } },
      additionalProperties: false,
      $defs: { e: closed },
    });
  });

  it('has values without a type that is not that of each', () => {
    const values = { enum: ['a', 'b'] };
    const given = {
      a: { type: ['string', 'null'], enum: ['a', null] },
      // As `z.enum(['a', 'b']).catch('a')` is written by some.
      b: { type: ['string', 'null'], ...values },
      c: { type: 'string', enum: ['a', null], nullable: true },
      d: { type: 'integer', enum: [1, 2] },
      e: { type: 'number', enum: [1, 2.5] },
      f: { type: 'string', ...values },
    };
    const sent = {
      a: { enum: ['a', null] },
      b: values,
      c: { anyOf: [{ enum: ['a', null] }, { type: 'null' }] },
    };
    const required = Object.keys(given);
    expect(strictSchema({ type: 'object', properties: given, required })).toEqual({
      type: 'object',
      properties: { ...given, ...sent },
      required,
      additionalProperties: false,
    });
    const { a } = given;
    expect(strictSchemaFor({ type: 'object', properties: { a } }, false)).toHaveProperty('properties.a', a);
  });

  it('is there for 24 members that may be left out and 16 of several types', () => {
    const several = strings(16, { anyOf: [{ type: 'string' }, { type: 'null' }] });
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'object', properties: strings(24), additionalProperties: false },
        b: { type: 'object', properties: several, required: names(16), additionalProperties: false },
      },
      required: ['a', 'b'],
      additionalProperties: false,
    };
    expect(strictSchema(schema)).toEqual(schema);
  });

  it('is there for constraints that say nothing of a type', () => {
    const given = {
      type: 'object',
      properties: { a: { type: 'string' } },
      if: { properties: { a: { const: 'x' } } },
      then: { required: ['a'] },
      not: {},
    };
    expect(strictSchema(given)).toMatchObject({ properties: { a: { type: 'string' } } });
  });
});

it('the grammars of other models than Claude are held to the subset alone', () => {
  const schema = { type: 'object', properties: { ...strings(25), any: {} }, additionalProperties: false };
  expect(strictSchemaFor(schema, false)).toEqual(schema);
});

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `m${index}`);
}

/** So many members, each a string unless another schema is given. */
function strings(count: number, schema: object = { type: 'string' }): Record<string, object> {
  return Object.fromEntries(names(count).map((name) => [name, schema]));
}
