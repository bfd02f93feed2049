import { describe, expect, it, vi } from 'vitest';
import { remembered } from '../src/memory.ts';

describe('a function that remembers', () => {
  it('makes a value once for each key', () => {
    const make = vi.fn((key: string) => ({ key }));
    const find = remembered(make);
    const [one, two] = [find('one'), find('two')];
    expect([find('one'), find('one'), find('two'), find('one')]).toEqual([one, one, two, one]);
    expect([find('one'), find('two')].map((value, index) => value === [one, two][index])).toEqual([
      true,
      true,
    ]);
    expect(make.mock.calls).toEqual([['one'], ['two']]);
  });

  it('tells apart what is written alike, and knows what is the same text', () => {
    const find = remembered((key: string | number) => typeof key);
    expect([find(1), find('1'), find(1)]).toEqual(['number', 'string', 'number']);
    const make = vi.fn((key: string) => key.length);
    const lengthOf = remembered(make);
    expect([lengthOf('ab'), lengthOf(['a', 'b'].join(''))]).toEqual([2, 2]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('holds 256 values, and then starts anew', () => {
    const make = vi.fn((key: number) => String(key));
    const find = remembered(make);
    for (let key = 0; key < 256; key++) find(key);
    expect(find(0)).toBe('0');
    expect(make).toHaveBeenCalledTimes(256);
    find(256);
    expect(find(0)).toBe('0');
    expect(make).toHaveBeenCalledTimes(258);
  });

  it('holds of the texts that are longer than any usual one the last alone', () => {
    const make = vi.fn((key: string) => key.length);
    const find = remembered(make);
    const [one, two] = ['a'.repeat(8193), 'b'.repeat(8193)];
    expect([one, one, two, one, 'c', 'c'.repeat(8192), 'c'].map((key) => find(key))).toEqual([
      8193, 8193, 8193, 8193, 1, 8192, 1,
    ]);
    expect(make.mock.calls.map(([key]) => key.charAt(0))).toEqual(['a', 'b', 'a', 'c', 'c']);
  });

  it('does not remember a failure', () => {
    let fails = true;
    const find = remembered((key: string) => {
      if (fails) throw new Error('not yet');
      return key;
    });
    expect(() => find('a')).toThrow('not yet');
    fails = false;
    expect(find('a')).toBe('a');
  });
});
