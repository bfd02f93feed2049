import { expect, test } from 'vitest';
import * as eventstream from '../src/index.ts';

test('the public names are these', () => {
  expect(Object.keys(eventstream).sort()).toEqual([
    'EventStreamDecoder',
    'EventStreamDecoderStream',
    'EventStreamEncoderStream',
    'EventStreamError',
    'decodeBatches',
    'decodeMessage',
    'decodeStream',
    'encodeMessage',
    'readEvent',
  ]);
});
