import { describe, expect, it } from 'vitest';
import { closest, suggestion } from '../src/closest.ts';

describe('the closest word', () => {
  it.each([
    ['regoin', 'region'],
    ['prot', 'port'],
    ['REGION', 'region'],
    ['acountId', 'accountId'],
    ['availabilty', 'availability'],
  ])('of %s is %s', (word, meant) => {
    expect(closest(word, ['port', 'region', 'accountId', 'availability'])).toBe(meant);
  });

  it('of something else is none', () => {
    expect(closest('temperature', ['port', 'region'])).toBeUndefined();
  });

  it('of a word far longer than all that are known is none, at no cost', () => {
    expect(closest('port'.repeat(2_000_000), Array<string>(9).fill('availability'))).toBeUndefined();
    expect(closest('portal', ['port', 'region'])).toBe('port');
    expect(closest('portals', ['port', 'region'])).toBeUndefined();
  });

  it('is what a message asks for, or else all that there are', () => {
    expect(suggestion('prot', ['port', 'region'])).toBe('did you mean port?');
    expect(suggestion('temperature', ['port', 'region'])).toBe('choose from port, region');
  });
});
