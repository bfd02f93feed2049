import { expect, it } from 'vitest';
import { checkGuardrail } from '../../src/guardrails/configuration.ts';
import { piiPatterns } from '../../src/guardrails/pii-patterns.ts';
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

it('one that could not work is refused with its member at fault, its value and what it may be', () => {
  const filters =
    'an object: type (HATE, INSULTS, SEXUAL, VIOLENCE, MISCONDUCT, PROMPT_ATTACK) → list of words';
  const pii = `an object: type (${Object.keys(piiPatterns).join(', ')}) → "ANONYMIZE" or "BLOCK"`;
  const regexes = 'an object: name → { pattern (a regular expression), action ("ANONYMIZE" or "BLOCK") }';
  for (const [member, wrong, allowed] of [
    ['versions', [1], 'a list of strings'],
    ['words', 'gold', 'a list of strings'],
    ['topics', { money: 'gold' }, 'an object: topic → list of words'],
    ['filters', { VIOLENT: ['punch'] }, filters],
    ['filters', { VIOLENCE: 'punch' }, filters],
    ['pii', { EMAIL: 'MASK' }, pii],
    ['pii', { NAME: 'BLOCK' }, pii],
    ['pii', { toString: 'BLOCK' }, pii],
    ['regexes', { order: { pattern: 'ord', action: 'MASK' } }, regexes],
    ['regexes', { order: { action: 'BLOCK' } }, regexes],
    ['grounding', 1.1, 'a number from 0 to 1'],
    ['grounding', -0.1, 'a number from 0 to 1'],
    ['relevance', '1', 'a number from 0 to 1'],
    ['blockedInput', 1, 'a string'],
    ['blockedOutput', null, 'a string'],
  ] as const)
    expect(checkGuardrail({ [member]: wrong })).toBe(
      `.${member} must be ${allowed}, not ${JSON.stringify(wrong)}`,
    );
  expect(checkGuardrail({ word: [] })).toMatch(
    /^\.word is no member of a guardrail \(did you mean words\?\)$/,
  );
  expect(checkGuardrail({ grounding: 0, relevance: 1, pii: { EMAIL: 'BLOCK' } })).toBeUndefined();
});
