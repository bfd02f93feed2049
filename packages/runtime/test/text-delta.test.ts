import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePayload } from '../src/payload.ts';
import { textDelta } from '../src/text-delta.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// AWS's own vector of a frame has this payload.
const vector = '{"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abcd"}';

test.each([
  [vector, 0, 'Hi'],
  ['{"contentBlockIndex":9,"delta":{"text":""}}', 9, ''],
  ['{"contentBlockIndex":3,"delta":{"text":" a{b},:[]/~ "},"p":""}', 3, ' a{b},:[]/~ '],
])('reads %s', (json, contentBlockIndex, text) => {
  expect(textDelta(bytes(json))).toEqual({ contentBlockIndex, delta: { text } });
});

test.each([
  '{"contentBlockIndex":0,"delta":{"text":"a\\"b"}}',
  '{"contentBlockIndex":0,"delta":{"text":"é"}}',
  `{"contentBlockIndex":0,"delta":{"text":"${'x'.repeat(49)}"}}`,
  '{"contentBlockIndex":10,"delta":{"text":"a"}}',
  '{"contentBlockIndex":-1,"delta":{"text":"a"}}',
  '{"delta":{"text":"a"},"contentBlockIndex":0}',
  '{"contentBlockIndex":0,"delta":{"text":"a","new":1}}',
  '{"contentBlockIndex":0,"delta":{"text":"a"},"new":1}',
  '{"contentBlockIndex":0,"delta":{"text":"a"},"p":"abc","new":1}',
  '{"contentBlockIndex":0,"delta":{"text":"a"},"new":1,"p":"abc"}',
  '{"contentBlockIndex":0,"delta":{"text":"a"}',
  '{"contentBlockIndex":0,"delta":{"text":"a',
  '{"contentBlockIndex":0,"delta":{"toolUse":{"input":"a"}}}',
  '',
])('leaves %s to the parser', (json) => {
  expect(textDelta(bytes(json))).toBeUndefined();
});

test('what it reads, the parser reads alike, also of payloads that were damaged', () => {
  const payload = fc.record({
    contentBlockIndex: fc.integer({ min: -1, max: 11 }),
    delta: fc.record({ text: fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'grapheme' })) }),
  });
  const padding = fc.option(fc.stringMatching(/^[a-zA-Z0-9]{0,62}$/), { nil: undefined });
  const damage = fc.option(fc.tuple(fc.nat(120), fc.nat(255)), { nil: undefined });
  let read = 0;
  fc.assert(
    fc.property(payload, padding, damage, (object, p, change) => {
      const encoded = bytes(JSON.stringify({ ...object, p }));
      if (change && change[0] < encoded.length) encoded[change[0]] = change[1];
      const delta = textDelta(encoded);
      if (delta === undefined) return;
      read += 1;
      expect(delta).toEqual(parsePayload(encoded));
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});
