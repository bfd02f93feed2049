import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonExtractor } from '../../src/response/json-extractor.ts';

describe('JSON in text', () => {
  it('takes time in proportion to its length, in whatever pieces it comes and whatever brackets are in it', {
    timeout: 5_000,
  }, () => {
    const urls = JSON.stringify(Array.from({ length: 4000 }, (_, index) => `https://example.com/${index}`));
    const text = `{1"\\"`.repeat(40_000);
    const extractors = ['array', 'any', 'any'].map((root) => new JsonExtractor(root as 'any'));
    const [list, brackets, key] = extractors as [JsonExtractor, JsonExtractor, JsonExtractor];
    let json = '';
    for (let at = 0; at < urls.length; at += 4) json += list.push(urls.slice(at, at + 4)).json;
    const { prose } = brackets.push(`${text}x:`);
    for (let at = 0; at < 20_000; at += 1) key.push(at === 0 ? '{"' : 'a: b');
    expect([json + list.end(), list.complete]).toEqual([urls, true]);
    expect(prose + brackets.end()).toBe(`${text}x:`);
  });

  it('brackets that begin no value are told from it at little cost, however many they are', {
    timeout: 5_000,
  }, () => {
    const brackets = '{{:{"\\x":[01][1,]["\\u"][nul]'.repeat(40_000);
    const extractor = new JsonExtractor('any');
    expect(extractor.push(`${brackets}{"a":1}`)).toEqual({ prose: brackets, json: '{"a":1}', after: '' });
  });

  it('a list of two million numbers in one piece is one', () => {
    const json = `[${'1,'.repeat(2_000_000)}1]`;
    expect(new JsonExtractor('any').push(`Here: ${json}!`)).toEqual({ prose: 'Here: ', json, after: '!' });
  });

  it.each([
    '{ "a" : 1 }',
    '{\n}',
    '[ ]',
    '[ "a" , -1.5e3 , true ]',
    '[\t[1] ]',
    '[\r\n{"a":1} ]',
    '[1 , "\\u00e9\\n" ]',
  ])('%j is a value, with white space wherever JSON has it', (json) => {
    expect(new JsonExtractor('any').push(`so: ${json}.`)).toEqual({ prose: 'so: ', json, after: '.' });
  });

  it('any JSON object comes out of any prose without braces, however it is cut', () => {
    const prose = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '"', ',', ':', '}', ']', '1') });
    const value = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(prose, value, prose, fc.integer({ min: 1, max: 9 }), (before, value, after, cut) => {
        const json = JSON.stringify(value);
        const text = before + json + after;
        const extractor = new JsonExtractor('object');
        const out = { prose: '', json: '', after: '' };
        for (let at = 0; at < text.length; at += cut) {
          const piece = extractor.push(text.slice(at, at + cut));
          out.prose += piece.prose;
          out.json += piece.json;
          out.after += piece.after;
        }
        expect({ ...out, rest: extractor.end() }).toEqual({ prose: before, json, after, rest: '' });
      }),
    );
  });
});
