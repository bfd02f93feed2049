import { expect, test } from 'vitest';
import { decodeMessage } from '../src/index.ts';
import { caught } from './caught.ts';
import { conversation } from './sample-messages.ts';

test('a message that is cut off is not completed from the memory behind it', () => {
  for (const bytes of conversation) {
    for (let count = 16; count < bytes.length; count++) {
      expect(caught(() => decodeMessage(bytes.subarray(0, count)))).toMatchObject({
        code: 'truncated',
        offset: count,
        expected: bytes.length,
        found: count,
      });
    }
  }
});

test('bytes behind a message are not passed over', () => {
  for (const bytes of conversation) {
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(caught(() => decodeMessage(longer))).toMatchObject({
      code: 'trailing-bytes',
      offset: bytes.length,
      expected: bytes.length,
      found: longer.length,
    });
  }
});

test.each([
  ['prelude-checksum', 8],
  ['message-checksum', -4],
])('%s is told with what was computed and what stands there, both without a sign', (code, place) => {
  for (const bytes of conversation) {
    const damaged = bytes.slice();
    const offset = place < 0 ? bytes.length + place : place;
    const view = new DataView(damaged.buffer);
    const expected = view.getUint32(offset);
    const found = ~expected >>> 0;
    view.setUint32(offset, found);
    expect(caught(() => decodeMessage(damaged))).toMatchObject({ code, offset, expected, found });
  }
});
