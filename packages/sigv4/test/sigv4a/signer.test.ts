import { createHash, createPublicKey, verify } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSigner, derivePublicKey } from '../../src/sigv4a/index.ts';
import { credentials, expiresIn, scope, signingDate, suite } from '../vectors/aws-c-auth.ts';

const publicKey = createPublicKey({ key: { ...derivePublicKey(credentials) }, format: 'jwk' });

function holds(stringToSign: string, signature: string): boolean {
  return verify('sha256', Buffer.from(stringToSign), publicKey, Buffer.from(signature, 'hex'));
}

const lines = (canonicalRequest: string) => canonicalRequest.split('\n');

describe("the cases of AWS's C library, signed for us-east-1", () => {
  for (const { name, method, path, headers, body, normalizePath, signBody, sessionToken } of suite) {
    it(name, async () => {
      const request = { method, path, headers, body };
      const signer = createSigner({
        ...scope,
        credentials: { ...credentials, sessionToken },
        signingDate,
        expiresIn,
      });
      const signed = await signer.sign(request, { normalizePath, signBody });
      expect(holds(signed.stringToSign, signed.signature)).toBe(true);
      expect(signed.headers['x-amz-region-set']).toBe('us-east-1');
      expect(signed.headers['authorization']).toMatch(
        /^AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE\/20150830\/service\/aws4_request, SignedHeaders=.*;x-amz-date;x-amz-region-set/,
      );
      const presigned = await signer.presign(request, { normalizePath, signBody });
      expect(holds(presigned.stringToSign, presigned.signature)).toBe(true);
      expect(presigned.url).toContain('X-Amz-Region-Set=us-east-1');
    });
  }
});

it('has the canonical request and the string to sign that AWS published for get-header-value-multiline', async () => {
  // At that time a folded line became another value; the hash is that of those values.
  const { canonicalRequest, stringToSign } = await createSigner({ ...scope, credentials, signingDate }).sign({
    path: '/',
    headers: [
      ['Host', 'example.amazonaws.com'],
      ['My-Header1', 'value1,value2,value3'],
    ],
  });
  expect(lines(canonicalRequest)).toEqual([
    'GET',
    '/',
    '',
    'host:example.amazonaws.com',
    'my-header1:value1,value2,value3',
    'x-amz-date:20150830T123600Z',
    'x-amz-region-set:us-east-1',
    '',
    'host;my-header1;x-amz-date;x-amz-region-set',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ]);
  expect(stringToSign).toBe(
    'AWS4-ECDSA-P256-SHA256\n20150830T123600Z\n20150830/service/aws4_request\n36317e3e7a8ef01ed0074aa23f0e60713ecce33c88fcfe5aa38e2a95a775dd68',
  );
});

it('has the canonical request that AWS published for post-x-www-form-urlencoded-parameters, by query', async () => {
  const signer = createSigner({ ...scope, credentials, signingDate, expiresIn });
  const { canonicalRequest, url } = await signer.presign(
    {
      method: 'POST',
      path: '/',
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
        ['Host', 'example.amazonaws.com'],
        ['Content-Length', '13'],
      ],
      body: 'Param1=value1',
    },
    { signBody: true },
  );
  expect(lines(canonicalRequest)).toEqual([
    'POST',
    '/',
    'X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fservice%2Faws4_request&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-Region-Set=us-east-1&X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost',
    'content-length:13',
    'content-type:application/x-www-form-urlencoded; charset=utf-8',
    'host:example.amazonaws.com',
    '',
    'content-length;content-type;host',
    '9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e',
  ]);
  expect(url).toMatch(/&X-Amz-Signature=30[0-9a-f]+&/);
});

describe('a signature for several regions', () => {
  it('names them, or a pattern', async () => {
    for (const [regionSet, text] of [
      ['*', '*'],
      [['us-east-1', 'eu-*'], 'us-east-1,eu-*'],
    ] as const) {
      const { headers } = await createSigner({ service: 's3', regionSet, credentials }).sign({
        url: 'https://example.com/',
      });
      expect(headers['x-amz-region-set']).toBe(text);
    }
  });

  it('needs at least one', () => {
    const action = () => createSigner({ service: 's3', credentials });
    expect(action).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });

  it('is another one each time, and each is right', async () => {
    const signer = createSigner({ ...scope, credentials, signingDate });
    const [one, two] = [
      await signer.sign({ url: 'https://example.com/' }),
      await signer.sign({ url: 'https://example.com/' }),
    ];
    expect(one.stringToSign).toBe(two.stringToSign);
    expect(one.signature).not.toBe(two.signature);
    expect([one, two].map(({ stringToSign, signature }) => holds(stringToSign, signature))).toEqual([
      true,
      true,
    ]);
  });

  it('takes credentials from a function, and shows no secret', async () => {
    const signer = createSigner({ ...scope, credentials: () => Promise.resolve(credentials), signingDate });
    const { stringToSign, signature } = await signer.sign({ url: 'https://example.com/' });
    expect(holds(stringToSign, signature)).toBe(true);
    expect(inspect(signer, { depth: 9, showHidden: true })).not.toContain(credentials.secretAccessKey);
  });

  it('holds under the name and hash of a signed request that is signed again', async () => {
    const signer = createSigner({ ...scope, credentials, signingDate });
    const first = await signer.presign({ url: 'https://example.com/?a=1' });
    const second = await signer.presign(first);
    expect(second.canonicalRequest).toBe(first.canonicalRequest);
    expect(createHash('sha256').update(second.canonicalRequest).digest('hex')).toBe(
      second.stringToSign.split('\n').at(-1),
    );
  });
});
