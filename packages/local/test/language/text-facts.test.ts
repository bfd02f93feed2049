import { expect, it } from 'vitest';
import { TextFacts } from '../../src/language/text-facts.ts';

it('a value ends without the marks of its sentence', () => {
  expect(new TextFacts('The city is Rome?!').named('city')).toBe('Rome');
});

it('marks within a value are looked at once', { timeout: 5_000 }, () => {
  const dots = '.'.repeat(300_000);
  expect(new TextFacts(`city: a${dots}b.`).named('city')).toBe(`a${dots}b`);
});
