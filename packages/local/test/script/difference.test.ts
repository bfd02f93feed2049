import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, renderDifferences } from '../../src/script/difference.ts';

describe('differences', () => {
  it('are named by their place, with both sides', () => {
    const expected = {
      messages: [{ role: 'user', content: [{ text: 'Hi' }, { text: /^b/ }] }],
      stop: ['a', 'b'],
      gone: 1,
    };
    const received = {
      messages: [{ role: 'user', content: [{ text: 'Ho' }, { text: 'abc' }, { text: 'more' }] }],
      stop: ['a'],
      extra: 2,
    };
    expect(renderDifferences(differences(expected, received))).toBe(
      [
        '  messages[0].content[0].text\n  - "Hi"\n  + "Ho"',
        '  messages[0].content[1].text\n  - a text like /^b/\n  + "abc"',
        '  messages[0].content[2]\n  - nothing\n  + {"text":"more"}',
        '  stop[1]\n  - "b"\n  + nothing',
        '  gone\n  - 1\n  + nothing',
      ].join('\n'),
    );
  });

  it('are none where an object only has more members', () => {
    expect(differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ text: 'Hi' }, '{"text":"Hi"}'],
    ['Hi', '"Hi"'],
    [undefined, 'nothing'],
  ])('are told where a list is expected, and %j comes', (content, received) => {
    for (const expected of [[{ text: 'Hi' }], []]) {
      const found = { path: 'content', expected: JSON.stringify(expected), received };
      expect(differences({ content: expected }, { content })).toEqual([found]);
    }
  });

  it('are none where a matcher of the test runner says so, else what it stands for is shown', () => {
    const received = { system: [{ text: 'You help.' }], messages: [1, 2], max: 5 };
    const system = expect.arrayContaining([{ text: expect.stringContaining('help') as string }]) as unknown;
    expect(differences({ system, max: expect.any(Number) as unknown }, received)).toEqual([]);
    const not = {
      system: [{ text: expect.stringContaining('hurt') as unknown }],
      messages: expect.any(String) as unknown,
      max: { of: expect.anything() as unknown },
    };
    expect(renderDifferences(differences(not, received))).toBe(
      [
        '  system[0].text\n  - StringContaining "hurt"\n  + "You help."',
        '  messages\n  - Any<String>\n  + [1,2]',
        '  max\n  - {"of":"Anything"}\n  + 5',
      ].join('\n'),
    );
  });

  it('compare bytes by their content', () => {
    const bytes = (...values: number[]) => new Uint8Array(values);
    expect(differences({ bytes: bytes(1, 2) }, { bytes: bytes(1, 2) })).toEqual([]);
    expect(differences({ bytes: bytes(1, 2) }, { bytes: bytes(1, 3) })).toEqual([
      { path: 'bytes', expected: '2 bytes', received: '2 bytes' },
    ]);
  });

  it('show of long values the beginning', () => {
    const [found] = differences('x', 'y'.repeat(1000));
    expect(found?.received).toBe(`"${'y'.repeat(299)}...`);
  });

  it('are none between a JSON value and itself', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        (value) => differences(value, structuredClone(value)).length === 0,
      ),
    );
  });
});
