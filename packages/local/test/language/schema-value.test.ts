import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { schemaValue } from '../../src/language/schema-value.ts';

// The module is CommonJS: its function stands under `default` here.
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true, ownProperties: true }));

function problemsOf(schema: JsonObject, value: Json): unknown {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors;
}

const formats = 'date-time time date duration email hostname uri ipv4 ipv6 uuid'.split(' ');

/** The subset that Bedrock documents: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html */
const scalar = fc.oneof(
  fc.constantFrom('string', 'integer', 'number', 'boolean', 'null').map((type): JsonObject => ({ type })),
  fc.constantFrom(...formats).map((format): JsonObject => ({ type: 'string', format })),
  fc
    .constantFrom(['string', 'null'], ['integer', 'null'], ['null', 'boolean'])
    .map((type): JsonObject => ({ type })),
  fc
    .uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((values): JsonObject => ({ enum: values })),
  fc.oneof(fc.string(), fc.integer(), fc.boolean()).map((value): JsonObject => ({ const: value })),
);

const names = fc.constantFrom(
  'city',
  'name',
  'count',
  'due date',
  'a"b',
  'is_open',
  'price',
  'Items',
  'constructor',
);

const { schema: anySchema } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    scalar,
    tie('object'),
    fc.record({ items: tie('schema'), minItems: fc.constantFrom(undefined, 0, 1) }).map(
      ({ items, minItems }): JsonObject => ({
        type: 'array',
        items,
        ...(minItems === undefined ? {} : { minItems }),
      }),
    ),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf): JsonObject => ({ anyOf })),
    fc
      .tuple(tie('object'), tie('object'))
      .map(([left, right]): JsonObject => ({ allOf: [loose(left), renamed(loose(right))] })),
    fc.constantFrom('#/$defs/Place', '#/$defs/Money').map((ref): JsonObject => ({ $ref: ref })),
  ),
  object: fc
    .uniqueArray(fc.tuple(names, tie('schema'), fc.boolean()), { maxLength: 4, selector: ([name]) => name })
    .map((members): JsonObject => {
      const properties = Object.fromEntries(members.map(([name, schema]) => [name, schema]));
      const required = members.filter(([, , isRequired]) => isRequired).map(([name]) => name);
      return { type: 'object', properties, required, additionalProperties: false };
    }),
}));

/** Two objects that are both to hold must let each other's members pass. */
function loose({ additionalProperties: _closed, ...rest }: JsonObject): JsonObject {
  expect(_closed).toBe(false);
  return rest;
}

/** With names of its own, so that the two do not contradict each other. */
function renamed(object: JsonObject): JsonObject {
  const properties = Object.entries(object['properties'] as JsonObject);
  return {
    ...object,
    properties: Object.fromEntries(properties.map(([name, schema]) => [`other ${name}`, schema])),
    required: (object['required'] as string[]).map((name) => `other ${name}`),
  };
}

const definitions = {
  Place: {
    type: 'object',
    properties: { city: { type: 'string' }, zip: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
    required: ['city', 'zip'],
    additionalProperties: false,
  },
  Money: {
    type: 'object',
    properties: { amount: { type: 'number' }, currency: { enum: ['EUR', 'USD'] } },
    required: ['amount', 'currency'],
    additionalProperties: false,
  },
};

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'Book a table for 4 in Lisbon on 2026-12-24 at 20:00:00Z, name: Ada, city: Porto',
    'city = 12, count: many, is_open: yes, price: -3.5e9, Items: "x"',
    'mail me@example.com, see https://example.com/a?b=1, ids 10.0.0.1 and ::1',
    '2026-13-45 99:99:99Z P 256.1.1.1 a@b http://[ 00000000-0000-0000-0000-00000000000g',
    'date: 2026-02-30T25:61:61Z, duration PT, P1Y2M, host -a-.-b-',
  ),
);

describe('a value for a schema', () => {
  it('is valid for every schema of the subset, whatever the text', () => {
    fc.assert(
      fc.property(anySchema, texts, (schema, text) => {
        const whole = { $defs: definitions, ...schema };
        expect(problemsOf(whole, schemaValue(whole, text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is valid for bounds beyond the subset', () => {
    const bounded = fc.oneof(
      fc
        .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20), fc.constantFrom('integer', 'number'))
        .map(([minimum, width, type]): JsonObject => ({ type, minimum, maximum: minimum + width })),
      fc
        .tuple(
          fc.integer({ min: -50, max: 50 }),
          fc.integer({ min: 2, max: 20 }),
          fc.constantFrom('integer', 'number'),
        )
        .map(
          ([low, width, type]): JsonObject => ({
            type,
            exclusiveMinimum: low,
            exclusiveMaximum: low + width,
          }),
        ),
      fc
        .tuple(fc.nat(10), fc.nat(10))
        .map(([minLength, more]): JsonObject => ({ type: 'string', minLength, maxLength: minLength + more })),
      fc.integer({ min: 1, max: 9 }).map((multipleOf): JsonObject => ({ type: 'integer', multipleOf })),
      fc.tuple(fc.nat(5), fc.nat(5)).map(
        ([minItems, more]): JsonObject => ({
          type: 'array',
          items: { type: 'boolean' },
          minItems,
          maxItems: minItems + more,
        }),
      ),
    );
    fc.assert(
      fc.property(bounded, texts, (schema, text) => {
        expect(problemsOf(schema, schemaValue(schema, text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same text', () => {
    fc.assert(
      fc.property(anySchema, texts, (schema, text) => {
        const whole = { $defs: definitions, ...schema };
        expect(schemaValue(whole, text)).toEqual(schemaValue(whole, text));
      }),
    );
  });

  it.each(formats)('has the format %s without any help of the text', (format) => {
    const schema = { type: 'string', format };
    expect(problemsOf(schema, schemaValue(schema, ''))).toEqual([]);
  });
});

it('a value takes what the text says', () => {
  const schema = {
    type: 'object',
    properties: {
      city: { type: 'string' },
      guests: { type: 'integer' },
      day: { type: 'string', format: 'date' },
      seat: { enum: ['inside', 'outside'] },
      vegetarian: { type: 'boolean' },
    },
    required: ['city', 'guests', 'day', 'seat', 'vegetarian'],
  };
  const text = 'A table in Lisbon for 4 on 2026-12-24, outside please, vegetarian: yes';
  expect(schemaValue(schema, text)).toEqual({
    city: 'Lisbon',
    guests: 4,
    day: '2026-12-24',
    seat: 'outside',
    vegetarian: true,
  });
});

it('a map of required names has a value of its own kind for each', () => {
  const schema = {
    type: 'object',
    propertyNames: { type: 'string', enum: ['adults', 'children'] },
    additionalProperties: { type: 'integer' },
    required: ['adults', 'children'],
  };
  expect(schemaValue(schema, 'adults: 2, children: 1')).toEqual({ adults: 2, children: 1 });
});

it('a tuple has its items in order, in the words of any draft', () => {
  const parts = [{ const: 'a' }, { const: 2 }];
  const rest = { type: 'boolean' };
  expect(schemaValue({ type: 'array', prefixItems: parts, items: rest, minItems: 3 }, '')).toEqual([
    'a',
    2,
    false,
  ]);
  const earlier = { type: 'array', items: parts, minItems: 3, additionalItems: rest };
  expect(schemaValue(earlier, '')).toEqual(['a', 2, false]);
});

it('a schema that asks for more than any answer holds ends soon', { timeout: 5_000 }, () => {
  const twice = (index: number): JsonObject => ({
    type: 'object',
    properties: { a: { $ref: `#/$defs/d${index}` }, b: { $ref: `#/$defs/d${index}` } },
    required: ['a', 'b'],
  });
  const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d${index}`, twice(index + 1)]));
  expect(schemaValue({ ...twice(0), $defs }, '')).toMatchObject({ a: {}, b: null });
  const list = schemaValue({ type: 'array', items: { type: 'integer' }, minItems: 1e9 }, '');
  expect(list).toHaveLength(99_999);
  expect(schemaValue({ type: 'string', minLength: 1e9 }, '')).toHaveLength(100_000);
  expect(schemaValue({ type: 'string' }, `${'“a '.repeat(100_000)}”`)).toBe('a ');
});

it('a type that refers to itself ends where another branch does, and one that has no end ends all the same', () => {
  const self = { $ref: '#/$defs/it' };
  const object = (properties: JsonObject): JsonObject => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const schemaOf = (it: JsonObject): JsonObject => ({ ...object({ it: self }), $defs: { it } });
  const finite: JsonObject[] = [
    { anyOf: [object({ op: { type: 'string' }, left: self, right: self }), { type: 'number' }] },
    { oneOf: [object({ not: self }), object({ field: { enum: ['a', 'b'] } })] },
    { anyOf: [{ type: 'array', items: self, minItems: 1 }, { const: 'leaf' }] },
    {
      anyOf: [
        object({ pair: { type: 'array', prefixItems: [self, self], minItems: 2 } }),
        { type: 'boolean' },
      ],
    },
    { type: ['object', 'string'], properties: { child: self }, required: ['child'] },
    { allOf: [object({ child: { anyOf: [self, { type: 'null' }] } })] },
  ];
  for (const schema of finite.map(schemaOf)) expect(problemsOf(schema, schemaValue(schema, ''))).toEqual([]);
  const endless: JsonObject[] = [
    object({ child: self }),
    { anyOf: [self] },
    { anyOf: [self, { type: 'string' }] },
    { allOf: [self] },
    { anyOf: [object({ left: self, right: self })] },
  ];
  for (const schema of endless.map(schemaOf)) expect(schemaValue(schema, '')).toHaveProperty('it');
});

it('a type that is twice all of the next one, forty times over, is put together soon', {
  timeout: 10_000,
}, () => {
  const twice = (index: number): JsonObject => ({
    allOf: [{ $ref: `#/$defs/d${index}` }, { $ref: `#/$defs/d${index}` }],
  });
  const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d${index}`, twice(index + 1)]));
  expect(schemaValue({ ...twice(0), $defs, type: 'integer' }, '')).toBe(1);
});

it('a reference finds a name with a percent sign, encoded or not', () => {
  const $defs = { '50%': { const: 'half' } };
  expect(schemaValue({ $ref: '#/$defs/50%25', $defs }, '')).toBe('half');
  expect(schemaValue({ $ref: '#/$defs/50%', $defs }, '')).toBe('half');
});

it('a member that is required by what is no name is none', () => {
  expect(schemaValue({ required: [{ toString: {} }, {}, null, 'city'] }, '')).toEqual({ city: '' });
});
