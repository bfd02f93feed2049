import { createECDH, createHmac, createPublicKey, verify } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4a } from '@smithy/signature-v4a';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER, publicPoint } from '../../src/sigv4a/p256.ts';
import { createSigner, derivePublicKey } from '../../src/sigv4a/index.ts';

const signingDate = new Date('2026-01-15T12:00:00Z');

const hex = (number: bigint) => number.toString(16).padStart(64, '0');

/** The public point by node:crypto. */
function byNode(privateKey: string): string {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey, 'hex');
  return curve.getPublicKey('hex');
}

describe('derivePublicKey', () => {
  // https://github.com/awslabs/aws-c-auth tests/key_derivation_tests.c
  it("is that of AWS's example", () => {
    const key = derivePublicKey({
      accessKeyId: 'AKISORANDOMAASORANDOM',
      secretAccessKey: 'q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom',
    });
    expect([key.x, key.y].map((part) => Buffer.from(part, 'base64url').toString('hex'))).toEqual([
      '15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb',
      '0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0',
    ]);
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256' });
  });

  it('verifies what @smithy/signature-v4a signs with the same credentials, over the same string to sign', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('ABCxyz019+/')),
      minLength: 1,
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (accessKeyId, secretAccessKey) => {
        const credentials = { accessKeyId, secretAccessKey };
        const peer = new SignatureV4a({
          service: 's3',
          region: '*',
          credentials,
          sha256: Sha256,
          uriEscapePath: false,
        });
        const request = {
          method: 'GET',
          protocol: 'https:',
          hostname: 'example.com',
          path: '/key',
          query: {},
          headers: { host: 'example.com' },
        };
        // It is declared to return anything.
        const { headers } = (await peer.sign(request, { signingDate })) as {
          headers: Record<string, string>;
        };
        const { stringToSign } = await createSigner({
          service: 's3',
          regionSet: '*',
          credentials,
          signingDate,
        }).sign({
          path: '/key',
          headers: { host: 'example.com', 'x-amz-content-sha256': headers['x-amz-content-sha256'] ?? '' },
        });
        const key = createPublicKey({ key: { ...derivePublicKey(credentials) }, format: 'jwk' });
        const signature = Buffer.from(
          /Signature=(.*)/.exec(headers['authorization'] ?? '')?.[1] ?? '',
          'hex',
        );
        expect(verify('sha256', Buffer.from(stringToSign), key, signature)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('publicPoint', () => {
  it('is that of node:crypto, at the ends and anywhere between', () => {
    const some = Array.from(
      { length: 10 },
      (_, index) => BigInt(`0x${createHmac('sha256', 'p256').update(String(index)).digest('hex')}`) % ORDER,
    );
    for (const key of [1n, 2n, 3n, ORDER - 2n, ORDER - 1n, ...some]) {
      const [x, y] = publicPoint(key);
      expect(`04${hex(x)}${hex(y)}`).toBe(byNode(hex(key)));
    }
  });
});
