import { expect, it } from 'vitest';
import { GuardrailRegistry } from '../../src/guardrails/registry.ts';
import { createLocalBedrock } from '../../src/index.ts';

const registry = new GuardrailRegistry({ shop: { versions: ['1', '2'] }, news: {} });

function hintOf(guardrails: GuardrailRegistry, id: string, version: string): unknown {
  try {
    return guardrails.find(id, version, 'ValidationException');
  } catch (error) {
    return (error as { options?: { hint?: string } }).options?.hint;
  }
}

it('a guardrail is found by its id or its ARN, in DRAFT, the versions that it names, or any', () => {
  expect(hintOf(registry, 'shop', 'DRAFT')).toEqual({ versions: ['1', '2'] });
  expect(hintOf(registry, 'arn:aws:bedrock:us-east-1:123456789012:guardrail/shop', '2')).toEqual({
    versions: ['1', '2'],
  });
  expect(hintOf(registry, 'news', '7')).toEqual({});
});

it('one that is not there is told which there are, a version which the guardrail has', () => {
  expect(hintOf(registry, 'gr9', '1')).toBe('This server has the guardrails shop, news.');
  expect(hintOf(registry, 'shop', '3')).toBe('The guardrail shop has the versions DRAFT, 1, 2.');
  expect(hintOf(new GuardrailRegistry({}), 'shop', '1')).toBe(
    'This server has no guardrails; the option guardrails holds them by id.',
  );
});

it('one whose pattern is no regular expression is refused before there is a server', () => {
  const made = (pattern: string) =>
    createLocalBedrock({ guardrails: { shop: { regexes: { order: { pattern, action: 'BLOCK' } } } } });
  expect(() => made('ord-\\d+')).not.toThrow();
  expect(() => made('ord-(')).toThrow(
    'guardrails.shop.regexes must be an object: name → { pattern (a regular expression), action ("ANONYMIZE" or "BLOCK") }',
  );
});

it('one with a content filter that Bedrock does not have is refused, with those that it has', () => {
  expect(() => createLocalBedrock({ guardrails: { shop: { filters: { VIOLENT: ['punch'] } } } })).toThrow(
    'guardrails.shop.filters must be an object: type (HATE, INSULTS, SEXUAL, VIOLENCE, MISCONDUCT, PROMPT_ATTACK) → list of words, not {"VIOLENT":["punch"]}.',
  );
});
