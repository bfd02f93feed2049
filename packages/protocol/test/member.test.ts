import { expect, test } from 'vitest';
import { memberOf } from '../src/rules/member.ts';

test('the member of a union is the one that is set, among others that are undefined or null', () => {
  const source: { bytes?: Uint8Array | undefined; s3Location?: object | null; text?: string } = {
    bytes: undefined,
    s3Location: null,
    text: 'a',
  };
  expect(memberOf(source)).toEqual(['text', 'a']);
});
