// Bytes of another realm, which are no instance of this one's Uint8Array.
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { mediaTypeBySignature } from '../../src/request/file-signature.ts';
import { blockOf, type Data } from './file-block.ts';

/** Bytes as a test in Jest has them under jsdom, where Buffer is of another realm. */
const foreign = (list: string) => runInNewContext(`Uint8Array.of(${list})`) as Uint8Array;

describe('bytes of another realm', () => {
  // AWS's client, with which other requests are compared, does not take them for bytes.
  it('show what they are', () => {
    expect(mediaTypeBySignature(foreign('137, 80, 78, 71, 13, 10, 26, 10'))).toBe('image/png');
  });

  it('go in words to a model without documents', () => {
    const model = 'openai.gpt-oss-120b-1:0';
    const data: Data = { type: 'data', data: foreign('104, 105') };
    expect(blockOf({ mediaType: 'text/plain', data }, model)).toEqual(
      blockOf({ mediaType: 'text/plain', data: { type: 'text', text: 'hi' } }, model),
    );
  });
});
