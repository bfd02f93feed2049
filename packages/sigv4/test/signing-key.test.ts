import { createHmac } from 'node:crypto';
import { hmacHex } from '#hash';
import { describe, expect, it } from 'vitest';
import { scopeOf, signingKey } from '../src/signing-key.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

describe("the key-derivation examples of AWS's documentation", () => {
  for (const [date, key] of [
    ['20120215', 'f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d'],
    ['20150830', 'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9'],
  ] as const) {
    it(`us-east-1, iam, ${date}`, () => {
      const derived = signingKey(secret)(scopeOf(`${date}T123600Z`, { region: 'us-east-1', service: 'iam' }));
      const expected = createHmac('sha256', Buffer.from(key, 'hex')).update('anything').digest('hex');
      expect(hmacHex(derived, 'anything')).toBe(expected);
    });
  }
});

describe('a key', () => {
  it('is derived once for a secret and a scope', () => {
    expect(signingKey(secret)('20150830/a/b/aws4_request')).toBe(
      signingKey(secret)('20150830/a/b/aws4_request'),
    );
  });

  it('is another one for another secret, day, region or service', () => {
    const scopes = ['20150830/a/b', '20150831/a/b', '20150830/c/b', '20150830/a/d'];
    const keys = [
      ...scopes.map((scope) => signingKey(secret)(scope)),
      signingKey(`${secret}!`)('20150830/a/b'),
    ];
    expect(new Set(keys.map((key) => hmacHex(key, ''))).size).toBe(5);
  });

  it('is derived anew after hundreds of others, so that the memory stays bounded', () => {
    const first = signingKey('first')('20150830/a/b');
    for (let index = 0; index < 300; index++) signingKey(`secret ${index}`)('20150830/a/b');
    const again = signingKey('first')('20150830/a/b');
    expect(again).not.toBe(first);
    expect(hmacHex(again, 'x')).toBe(hmacHex(first, 'x'));
  });
});
