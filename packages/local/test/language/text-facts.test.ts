import { expect, it } from 'vitest';
import { TextFacts } from '../../src/language/text-facts.ts';

it('a value ends without the marks of its sentence', () => {
  expect(new TextFacts('The city is Rome?!').named('city')).toBe('Rome');
});

it('marks within a value are looked at once', { timeout: 5_000 }, () => {
  const dots = '.'.repeat(300_000);
  expect(new TextFacts(`city: a${dots}b.`).named('city')).toBe(`a${dots}b`);
});

it('names and values that are too long for a regular expression are not looked for', () => {
  const long = 'x'.repeat(50_000);
  const facts = new TextFacts(`The ${long} is 5.`);
  expect([facts.named(long), facts.named('a-'.repeat(20_000)), facts.mentions(long)]).toEqual([
    undefined,
    undefined,
    false,
  ]);
});
