import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePayload } from '../src/payload.ts';

const parse = (json: string): unknown => parsePayload(new TextEncoder().encode(json));

test.each([
  ['{"a":1,"p":"abcXYZ019"}', { a: 1 }],
  ['{"a":1,"p":""}', { a: 1 }],
  ['{"p":"abc"}', { p: 'abc' }],
  ['{"a":1,"p":"a b"}', { a: 1, p: 'a b' }],
  ['{"p":"abc","a":1}', { p: 'abc', a: 1 }],
  ['{"a":",\\"p\\":\\"abc"}', { a: ',"p":"abc' }],
  ['{"a":{"b":1,"p":"abc"}}', { a: { b: 1, p: 'abc' } }],
  ['{}', {}],
  ['"}', undefined],
  ['', undefined],
])('%s', (json, value) => {
  if (value === undefined) expect(() => parse(json)).toThrow(SyntaxError);
  else expect(parse(json)).toEqual(value);
});

test('takes the padding off any object and leaves every other object alone', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.stringMatching(/^[a-zA-Z0-9]*$/),
      (object, p) => {
        const rest = Object.fromEntries(Object.entries(object).filter(([name]) => name !== 'p'));
        if (Object.keys(rest).length > 0)
          expect(parse(JSON.stringify({ ...rest, p }))).toEqual(JSON.parse(JSON.stringify(rest)));
        expect(parse(JSON.stringify({ rest }))).toEqual({
          rest: JSON.parse(JSON.stringify(rest)) as unknown,
        });
      },
    ),
  );
});
