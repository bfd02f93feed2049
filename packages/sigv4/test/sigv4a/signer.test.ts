import { createHash, createPublicKey, verify } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSigner, derivePublicKey } from '../../src/sigv4a/index.ts';
import { credentials, expiresIn, scope, signingDate, type SuiteCase, suite } from '../vectors/aws-c-auth.ts';
import { hashes, signatures } from '../vectors/aws-c-auth-v4a.ts';

const publicKey = createPublicKey({ key: { ...derivePublicKey(credentials) }, format: 'jwk' });

function holds(stringToSign: string, signature: string): boolean {
  return verify('sha256', Buffer.from(stringToSign), publicKey, Buffer.from(signature, 'hex'));
}

const lines = (text: string) => text.split('\n');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe("the suite of AWS's C library, signed for us-east-1", () => {
  it('has 39 cases, and a hash for each', () => {
    expect(Object.keys(hashes)).toEqual(suite.map(({ name }) => name));
    expect(suite).toHaveLength(39);
  });

  const signerOf = ({ token }: SuiteCase) =>
    createSigner({
      ...scope,
      credentials: { ...credentials, sessionToken: token },
      signingDate,
      expiresIn,
    });
  /** The request whose hash was published; the lines of a header were joined by commas then. */
  const requestOf = ({ request }: SuiteCase) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [name, value.replace(/\n +/g, ',')] as const),
  });

  for (const each of suite) {
    const { name, options, token } = each;
    it(`${name}: canonical request and string to sign are the published ones, and the signature holds`, async () => {
      const signed = await signerOf(each).sign(requestOf(each), options);
      const presigned = await signerOf(each).presign(requestOf(each), options);
      expect([signed, presigned].map(({ canonicalRequest }) => sha256(canonicalRequest))).toEqual(
        hashes[name],
      );
      for (const { canonicalRequest, stringToSign, signature } of [signed, presigned]) {
        expect(lines(stringToSign)).toEqual([
          'AWS4-ECDSA-P256-SHA256',
          '20150830T123600Z',
          '20150830/service/aws4_request',
          sha256(canonicalRequest),
        ]);
        expect(holds(stringToSign, signature)).toBe(true);
      }
      expect(signed.headers['x-amz-region-set']).toBe('us-east-1');
      expect(signed.headers['x-amz-security-token']).toBe(
        token ?? each.request.headers.find(([header]) => header === 'X-Amz-Security-Token')?.[1],
      );
      expect(signed.headers['authorization']).toMatch(
        /^AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE\/20150830\/service\/aws4_request, SignedHeaders=.*;x-amz-date;x-amz-region-set/,
      );
      expect(presigned.url).toContain('&X-Amz-Region-Set=us-east-1&');
    });
  }

  it('published seven signatures that hold over the strings signed here', async () => {
    const found = signatures.map(async ([name, by, signature]) => {
      const each = suite.find((one) => one.name === name);
      const signed = each && (await signerOf(each)[by](each.request, each.options));
      return holds(signed?.stringToSign ?? '', signature);
    });
    expect(await Promise.all(found)).toEqual(Array.from({ length: 7 }, () => true));
  });
});

describe('a signature for several regions', () => {
  it('in a URL of S3 leaves the body out, unless it is to be signed', async () => {
    const signer = createSigner({ service: 's3', regionSet: '*', credentials });
    const request = { method: 'PUT', url: 'https://a.accesspoint.s3-global.amazonaws.com/key', body: 'abc' };
    const last = async (signBody: boolean) =>
      lines((await signer.presign(request, { signBody })).canonicalRequest).at(-1);
    expect([await last(false), await last(true)]).toEqual(['UNSIGNED-PAYLOAD', sha256('abc')]);
  });

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
