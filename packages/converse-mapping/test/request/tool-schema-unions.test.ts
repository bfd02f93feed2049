// Unions and parts at the root of the schema of a tool, which become one object for a model that takes none there.
import { describe, expect, it } from 'vitest';
import { toolSchema } from '../../src/request/tool-schema.ts';
import { closed } from './schema-limits.ts';

describe('the schema of a tool', () => {
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
      note: ' takes no union at the root of a schema, so the alternatives were joined into one object.',
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

  it('what several alternatives say alike of a property stands once, whatever its name', () => {
    const kinds = [{ const: 'a' }, { const: 'b' }, { anyOf: [{ const: 'c' }, { const: 'a' }] }];
    const branch = (kind: object) => ({ type: 'object', properties: { kind, ['__proto__']: kind } });
    const { schema } = toolSchema({ oneOf: [...kinds, { const: 'b' }].map(branch) }, closed);
    expect(schema).toEqual({
      type: 'object',
      properties: {
        kind: { anyOf: [{ const: 'a' }, { const: 'b' }, { const: 'c' }] },
        ['__proto__']: { anyOf: [{ const: 'a' }, { const: 'b' }, { const: 'c' }] },
      },
    });
  });

  it.each(['oneOf', 'anyOf', 'allOf'])(
    'what is referred to in a part of %s stands where the reference did',
    (union) => {
      const p = { type: 'object', properties: { x: { type: 'number' } } };
      const next = { type: 'array', items: { $ref: `#/${union}/0/properties/next` } };
      const given = {
        [union]: [
          { type: 'object', properties: { p, next } },
          {
            type: 'object',
            properties: {
              q: { $ref: `#/${union}/0/properties/p` },
              r: { $ref: `#/${union}/1/properties/q` },
            },
          },
        ],
      };
      expect(toolSchema(given, closed).schema).toEqual({
        type: 'object',
        properties: { p, next: { type: 'array', items: { type: 'array', items: {} } }, q: p, r: p },
      });
    },
  );

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
