import { describe, expect, it } from 'vitest';
import { NotJson, parseJsonObject } from '../../src/wire/json.ts';
import { asking, errorOf, openBedrock, urlOf } from '../in-process.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A number with so many objects and lists around it. */
const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}1${']'.repeat(levels - 1)}}`;

describe('JSON from outside', () => {
  it('is an object, nested 256 levels deep at most', () => {
    expect(parseJsonObject(bytesOf('{"a":[1,null,"ä"]}'))).toEqual({ a: [1, null, 'ä'] });
    expect(parseJsonObject(bytesOf(nested(256)))).toHaveProperty('a');
  });

  it.each<[string, Uint8Array, string | RegExp]>([
    ['a list', bytesOf('[]'), 'it is no object'],
    ['a text', bytesOf('"a"'), 'it is no object'],
    ['null', bytesOf('null'), 'it is no object'],
    ['nested more deeply', bytesOf(nested(257)), 'it is nested more than 256 levels deep'],
    ['cut off', bytesOf('{"a":'), /JSON/],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), /utf-8/i],
  ])('that is %s is refused', (_what, bytes, reason) => {
    expect(() => parseJsonObject(bytes)).toThrow(NotJson);
    expect(() => parseJsonObject(bytes)).toThrow(reason);
  });

  it('is what the body of a request must be', async () => {
    const response = await openBedrock().fetch(urlOf('converse'), { ...asking('hi'), body: '[]' });
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      type: 'SerializationException',
      message: 'The request body must be a JSON object in UTF-8: it is no object.',
    });
  });
});
