import { describe, expect, it } from 'vitest';
import { closest } from '../src/closest.ts';

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
});
