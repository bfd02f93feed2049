import type { JSONObject } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { merged } from '../src/merge.ts';

describe('members laid over a body', () => {
  it.each<[string, JSONObject, JSONObject | undefined, JSONObject]>([
    ['nothing', { a: 1 }, undefined, { a: 1 }],
    ['a new member', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['another value', { a: 1 }, { a: null }, { a: null }],
    ['an absent value', { a: 1, b: { c: 2 } }, { a: undefined, b: { c: undefined } }, { a: 1, b: { c: 2 } }],
    ['a member of a member', { a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    ['a list, which is not joined', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['a value in place of an object', { a: { b: 1 } }, { a: 2 }, { a: 2 }],
    ['null in place of an object', { a: { b: 1 } }, { a: null }, { a: null }],
    ['an object in place of a list', { a: [1, 2] }, { a: { b: 1 } }, { a: { b: 1 } }],
  ])('join or replace: %s', (_, body, over, expected) => {
    const before = structuredClone(body);
    expect(merged(body, over)).toEqual(expected);
    expect(body).toEqual(before);
  });

  it('do not reach a prototype', () => {
    // As JSON.parse makes it: a member of that very name.
    const over = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"x":1}}') as JSONObject;
    const result = merged({ a: 1 }, over);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ a: 1, constructor: { x: 1 } });
  });
});
