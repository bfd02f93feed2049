import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as node from '../src/hash/node.ts';
import * as portable from '../src/hash/portable.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

for (const [lane, hash] of Object.entries({ node, portable })) {
  // Each lane has a key of its own kind, so that the two cannot be mixed up.
  const mac = (key: Uint8Array, message: string) =>
    lane === 'node'
      ? node.hmacHex(node.hmacKey(key), message)
      : portable.hmacHex(portable.hmacKey(key), message);

  describe(`${lane}: SHA-256 (NIST, FIPS 180-4 examples)`, () => {
    for (const [message, digest] of [
      ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
      [
        'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
        '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
      ],
      ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
    ] as const) {
      it(`of ${message.length} characters`, async () => {
        expect(hash.sha256Hex(message)).toBe(digest);
        expect(await hash.sha256HexLater(hash.utf8(message))).toBe(digest);
      });
    }

    it('of every length up to 260 is what node:crypto says', () => {
      const data = randomBytes(260);
      for (let length = 0; length <= 260; length++) {
        const part = data.subarray(0, length);
        expect(hash.sha256Hex(part)).toBe(createHash('sha256').update(part).digest('hex'));
      }
    });

    it('of text is that of its UTF-8, half a surrogate pair being U+FFFD', () => {
      expect(hash.sha256Hex('é\ud800')).toBe(createHash('sha256').update('é\ufffd').digest('hex'));
      expect(Buffer.from(hash.utf8('é\ud800')).toString('hex')).toBe('c3a9efbfbd');
    });

    it('of text is that of all of its UTF-8 around 16 kB, of which portable.ts takes a piece at a time', () => {
      for (const character of ['a', 'é', '漢', '👋'])
        for (const length of [4096, 5461, 5462, 8193, 16_384, 16_385]) {
          const text = character.repeat(length);
          expect(hash.sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
        }
    });

    it('leaves a view alone outside of its bounds', () => {
      const around = new Uint8Array(300).fill(7);
      expect(hash.sha256Hex(around.subarray(100, 164))).toBe(hash.sha256Hex(new Uint8Array(64).fill(7)));
    });
  });

  describe(`${lane}: HMAC-SHA-256 (RFC 4231)`, () => {
    for (const [test, key, message, digest] of [
      [1, '0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
      [
        2,
        '4a656665',
        'what do ya want for nothing?',
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ],
      [
        6,
        'aa'.repeat(131),
        'Test Using Larger Than Block-Size Key - Hash Key First',
        '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
      ],
      [
        7,
        'aa'.repeat(131),
        'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
        '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
      ],
    ] as const) {
      it(`test case ${test}`, () => {
        expect(mac(bytes(key), message)).toBe(digest);
      });
    }

    it('of a key as long as a block, and one byte shorter or longer, is what node:crypto says', () => {
      for (const length of [63, 64, 65]) {
        const key = randomBytes(length);
        expect(mac(key, 'message')).toBe(createHmac('sha256', key).update('message').digest('hex'));
      }
    });

    it('of one key after another message, shorter or longer, is that of the message alone', () => {
      const key = lane === 'node' ? node.hmacKey(bytes('0b0b')) : portable.hmacKey(bytes('0b0b'));
      const hmac = hash.hmacHex as (key: unknown, message: string) => string;
      for (const message of [
        'twelve bytes',
        'six',
        '',
        'longer'.repeat(100),
        'twelve chars',
        'é'.repeat(600),
        'six',
      ])
        expect(hmac(key, message)).toBe(createHmac('sha256', bytes('0b0b')).update(message).digest('hex'));
    });

    it('is what node:crypto says, for any key and text', () => {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: 'binary', maxLength: 2000 }),
          (key, message) => {
            expect(mac(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
          },
        ),
        { numRuns: 300 },
      );
    });
  });
}

it('both lanes have the same functions', () => {
  expect(Object.keys(node).sort()).toEqual(Object.keys(portable).sort());
});

it('needs no process and no WebCrypto, which a test or a platform may lack', async () => {
  vi.resetModules();
  const fresh = await import('../src/hash/node.ts');
  vi.stubGlobal('process', undefined);
  vi.stubGlobal('crypto', undefined);
  try {
    const data = new Uint8Array(10_000);
    expect(fresh.sha256Hex(data)).toBe(createHash('sha256').update(data).digest('hex'));
    expect(await portable.sha256HexLater(data)).toBe(fresh.sha256Hex(data));
  } finally {
    vi.unstubAllGlobals();
  }
});

it('hashes shared memory, which WebCrypto refuses', async () => {
  const data = new Uint8Array(new SharedArrayBuffer(10_000)).fill(7);
  expect(await portable.sha256HexLater(data)).toBe(createHash('sha256').update(data).digest('hex'));
});
