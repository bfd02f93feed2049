// A structured answer inside a member that nobody asked for.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { contextFor, messageStop, read } from '../messages.ts';
import { jsonTool, said } from './structured-parts.ts';

const schema: JSONSchema7 = { type: 'object', properties: { a: { type: 'number' } } };
const closed: JSONSchema7 = { ...schema, additionalProperties: false };

// As Claude Opus 4.7 streams it now and then when it is made to call a tool:
// https://github.com/anthropics/anthropic-sdk-typescript/issues/1011; other names: https://github.com/BerriAI/litellm/issues/35790
describe('a structured answer a level too deep', () => {
  const OPUS_4_7 = 'us.anthropic.claude-opus-4-7';
  const answer = (asked: JSONSchema7, ...pieces: string[]) =>
    said(
      read(
        [...jsonTool(0, ...pieces), messageStop('tool_use')],
        contextFor({ responseFormat: { type: 'json', schema: asked } }, OPUS_4_7),
      ),
    );

  it.each(['input', 'parameter', 'properties'])('is taken out of its member %s', (name) => {
    const json = `{ "${name}": {"a": 1} }`;
    expect(answer(closed, json)).toEqual(['text: {"a":1}', 'stop']);
    expect(answer(closed, ...Array.from(json))).toEqual(['text: {"a":1}', 'stop']);
  });

  it('is taken out of both, where the root is a list', () => {
    const list: JSONSchema7 = { type: 'array', items: { type: 'number' } };
    expect(answer(list, '{"input": {"value"', ': [1]}}')).toEqual(['text: [1]', 'stop']);
    expect(answer({ type: ['number', 'null'] }, '{"input": {"value": null}}')).toEqual([
      'text: null',
      'stop',
    ]);
  });

  it('stays as it is where the schema knows the member, or allows any', () => {
    const known = { ...closed, properties: { input: { type: 'object' } } } as const;
    expect(answer(known, '{"input": {}', '}')).toEqual(['text: {"input": {}', 'text: }', 'stop']);
    const patterns = { ...closed, patternProperties: { i: {} } };
    for (const open of [schema, patterns]) {
      expect(answer(open, '{"input": {}', '}')).toEqual(['text: {"input": {}', 'text: }', 'stop']);
    }
  });

  it.each(['{"input": {"a": 1}, "a": 2}', '{"input": {"a": 1', '{"input": ', '{"in', '{"input": [1]}'])(
    'is nothing else: %s',
    (json) => {
      expect(
        answer(closed, ...Array.from(json))
          .join('')
          .replaceAll('text: ', ''),
      ).toBe(`${json}stop`);
    },
  );

  it('does not keep other answers from streaming', () => {
    expect(answer(closed, '{', '"in', 'put_a', '": 1}')).toEqual(['text: {"input_a', 'text: ": 1}', 'stop']);
    expect(answer(closed, '{"', 'a": ', '1}')).toEqual(['text: {"a": ', 'text: 1}', 'stop']);
    expect(answer(closed, '{}')).toEqual(['text: {}', 'stop']);
  });
});
