// Constrained decoding, a keyword at a time.
import { describe, expect, it } from 'vitest';
import { strictSchema } from '../../src/request/strict-schema.ts';

const text = { type: 'string' };
const object = { type: 'object', properties: { a: text }, additionalProperties: false };

describe('the schema for constrained decoding', () => {
  it.each<[string, object]>([
    ['allOf', { allOf: [object] }],
    ['anyOf', { anyOf: [object] }],
    ['oneOf', { oneOf: [object] }],
    ['$ref', { $ref: '#/$defs/a', $defs: { a: object } }],
    ['patternProperties', { patternProperties: { '^b': text } }],
    ['enum', { enum: ['a'] }],
    ['const', { const: 'a' }],
  ])('is not there for an object with %s beside its members', (_, beside) => {
    expect(strictSchema({ ...object, ...beside }, false)).toBeUndefined();
  });

  it('is not there for two parts that hold together, and for a map without a type', () => {
    expect(strictSchema({ allOf: [text, { pattern: '^a' }] }, false)).toBeUndefined();
    expect(strictSchema({ additionalProperties: text }, false)).toBeUndefined();
  });

  it('is there for an object that is closed by a schema which nothing meets', () => {
    expect(strictSchema({ ...object, additionalProperties: { not: {} } }, false)).toEqual(object);
  });

  it.each<[string, unknown]>([
    ['minimum', 1],
    ['maximum', 9],
    ['exclusiveMinimum', 1],
    ['exclusiveMaximum', 9],
    ['multipleOf', 2],
    ['minLength', 1],
    ['maxLength', 9],
    ['minItems', 2],
    ['maxItems', 9],
    ['minProperties', 1],
    ['maxProperties', 9],
    ['pattern', '^a'],
    ['uniqueItems', true],
    ['format', 'phone'],
    ['not', text],
    ['if', text],
    ['then', text],
    ['else', text],
    ['contains', text],
    ['propertyNames', text],
    ['dependentRequired', { a: ['b'] }],
  ])('tells %s in the description', (key, value) => {
    const description = `(${key}: ${JSON.stringify(value)})`;
    expect(strictSchema({ ...object, [key]: value }, false)).toEqual({ ...object, description });
  });

  it('tells the constraints of a single part', () => {
    const told = { ...text, description: '(pattern: "^a")' };
    expect(strictSchema({ allOf: [{ ...text, pattern: '^a' }] }, false)).toEqual(told);
  });

  it('says nothing of a keyword whose name only contains that of a constraint', () => {
    expect(strictSchema({ ...object, 'x-pattern': 'a', notes: 'b' }, false)).toEqual(object);
  });

  it.each([0, 1])('keeps a list of at least %i', (minItems) => {
    const list = { type: 'array', items: text, minItems };
    expect(strictSchema(list, false)).toEqual(list);
  });

  it.each<[string, unknown, boolean]>([
    ['null', null, true],
    ['integer', 1, true],
    ['integer', 1.5, false],
    ['string', 1, false],
  ])('has for Claude the type %s beside the value %s: %s', (type, value, isKept) => {
    const values = { enum: [value] };
    expect(strictSchema({ type, ...values }, true)).toEqual(isKept ? { type, ...values } : values);
  });

  it('is there for Claude where a member has one value, and not for a list of anything or 17 unions', () => {
    const only = { ...object, properties: { a: { const: 'b' } }, required: ['a'] };
    expect(strictSchema(only, true)).toEqual(only);
    expect(strictSchema({ type: 'array', items: true }, true)).toBeUndefined();
    const union = { anyOf: [text, { type: 'null' }] };
    const names = Array.from({ length: 17 }, (_, index) => `m${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, union]));
    expect(strictSchema({ ...object, properties, required: names }, true)).toBeUndefined();
  });
});
