import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { copyOf } from '../src/copy.ts';

describe('a copy', () => {
  it('has lists and objects of its own at every depth, also of another realm, and shares all else', () => {
    const bytes = new Uint8Array(2);
    const date = new Date(0);
    const foreign = runInNewContext('({ list: [{ a: 1 }] })') as unknown;
    const value = {
      list: [{ bytes, date }],
      foreign,
      bare: Object.assign(Object.create(null), { a: 1 }) as object,
    };
    const copy = copyOf(value);
    expect(copy).toEqual(value);
    expect(copy.list[0]?.bytes).toBe(bytes);
    expect(copy.list[0]?.date).toBe(date);
    for (const name of ['list', 'foreign', 'bare'] as const) expect(copy[name]).not.toBe(value[name]);
    expect(copy.list[0]).not.toBe(value.list[0]);
  });

  it('keeps a member whose name is __proto__ as a member', () => {
    const value = JSON.parse('{"__proto__":{"a":1}}') as object;
    expect(Object.entries(copyOf(value))).toEqual([['__proto__', { a: 1 }]]);
  });
});
