import { describe, expect, it } from 'vitest';
import { createSigner, presign, presignSync, type SignableRequest, verifyRequest } from '../src/index.ts';
import { apiKeyUrl, credentials, sessionToken, signingDate } from './vectors/bedrock.ts';

const s3 = { service: 's3', region: 'us-east-1', credentials, signingDate };
const url = 'https://bucket.s3.us-east-1.amazonaws.com/key';

function parameters(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address).searchParams);
}

it('the URL of a short-term Bedrock API key comes out as AWS writes it', () => {
  const signer = createSigner({
    service: 'bedrock',
    region: 'us-east-1',
    credentials: { ...credentials, sessionToken },
    signingDate,
    expiresIn: 43_200,
  });
  const { url: address } = signer.presignSync({
    method: 'POST',
    url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken',
  });
  expect(address).toBe(apiKeyUrl);
});

it("the example of S3's documentation comes out as it stands there", () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
  const signed = presignSync(
    { url: 'https://examplebucket.s3.amazonaws.com/test.txt' },
    {
      service: 's3',
      region: 'us-east-1',
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
      signingDate: '2013-05-24T00:00:00Z',
      expiresIn: 86_400,
    },
  );
  expect(signed.signature).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
});

describe('a presigned URL', () => {
  it('holds for an hour by default', () => {
    expect(parameters(presignSync({ url }, s3).url)).toMatchObject({
      'X-Amz-Expires': '3600',
      'X-Amz-Date': '20260115T120000Z',
    });
  });

  it('holds as long as its URL, its query or a header says, as for aws4, aws4fetch and Go, unless an option does', () => {
    const expiries = (request: SignableRequest, expiresIn?: number) => {
      const signed = presignSync(request, { ...s3, expiresIn });
      expect(signed.headers).toEqual({});
      return [...new URL(signed.url).searchParams].filter(([name]) => /expires/i.test(name));
    };
    for (const request of [
      { url: `${url}?X-Amz-Expires=60` },
      { url, query: { 'x-amz-expires': 60 } },
      { url, headers: { 'X-Amz-Expires': '60' } },
      presignSync({ url }, { ...s3, expiresIn: 60 }),
    ]) {
      expect(expiries(request)).toEqual([['X-Amz-Expires', '60']]);
      expect(expiries(request, 90)).toEqual([['X-Amz-Expires', '90']]);
    }
    for (const asked of ['0', 'soon', '604801', ''])
      expect(() => presignSync({ url: `${url}?X-Amz-Expires=${asked}` }, s3)).toThrow(
        /^expiresIn: is .*, not/,
      );
  });

  it('needs no header of its own but those that were given', () => {
    expect(presignSync({ url }, s3).headers).toEqual({});
    const typed = presignSync({ url, headers: { 'Content-Type': 'text/plain' } }, s3);
    expect(typed.headers).toEqual({ 'content-type': 'text/plain' });
    expect(typed.url).toMatch(/SignedHeaders=content-type%3Bhost$/);
  });

  it('takes the headers of AWS into the query, but for those that are asked for as headers', () => {
    const headers = {
      'X-Amz-Acl': 'private',
      'x-amz-meta-empty': '',
      'x-amz-checksum-mode': 'ENABLED',
    };
    const all = presignSync({ method: 'PUT', url, headers }, s3);
    expect(parameters(all.url)).toMatchObject({
      'x-amz-acl': 'private',
      'x-amz-meta-empty': '',
      'x-amz-checksum-mode': 'ENABLED',
      'X-Amz-SignedHeaders': 'host',
    });
    const one = presignSync(
      { method: 'PUT', url, headers },
      { ...s3, signedHeaders: ['x-amz-checksum-mode'] },
    );
    expect(parameters(one.url)).toMatchObject({
      'x-amz-acl': 'private',
      'X-Amz-SignedHeaders': 'host;x-amz-checksum-mode',
    });
    expect(one.headers).toEqual({ 'x-amz-checksum-mode': 'ENABLED' });
  });

  it('keeps those headers that S3 does not read from the query, or that hold a key, unless they stand there', () => {
    const headers = {
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': 'abc=',
      'x-amz-copy-source': '/bucket/other',
      'x-amz-copy-source-range': 'bytes=0-9',
      'x-amz-object-lock-legal-hold': 'ON',
      'x-amz-object-lock-mode': 'COMPLIANCE',
      'x-amz-object-lock-retain-until-date': '2030-01-01T00:00:00Z',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-customer-key': 'secret=',
      'x-amz-tagging': 'a=1&b=2',
    };
    const kept = presignSync({ method: 'PUT', url, headers: { ...headers, 'x-amz-acl': 'private' } }, s3);
    expect(kept.headers).toEqual(headers);
    expect(parameters(kept.url)).toMatchObject({
      'x-amz-acl': 'private',
      'X-Amz-SignedHeaders': ['host', ...Object.keys(headers)].join(';'),
    });
    expect(kept.url).not.toMatch(/secret|bytes|kms/);
    const query = { 'x-amz-server-side-encryption': 'AES256' };
    const moved = presignSync({ method: 'PUT', url, query }, s3);
    expect(parameters(moved.url)).toMatchObject({ ...query, 'X-Amz-SignedHeaders': 'host' });
  });

  it('keeps the hash of a body that is to be signed as a header', () => {
    const request = { method: 'PUT', url, body: 'abc', headers: { 'content-length': '3' } };
    const { headers, url: address } = presignSync(request, { ...s3, service: 'sts', signBody: true });
    expect(headers).toEqual({
      'content-length': '3',
      'x-amz-content-sha256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(parameters(address)['X-Amz-SignedHeaders']).toBe('content-length;host;x-amz-content-sha256');
  });

  it('of S3 holds for one body, where that is to be signed', async () => {
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const request = { method: 'PUT', url, body: 'abc' };
    const options = { ...s3, signBody: true };
    const blob = await presign({ ...request, body: new Blob(['abc']) }, options);
    for (const signed of [presignSync(request, options), blob]) {
      expect(signed.headers).toEqual({ 'x-amz-content-sha256': hash });
      expect(signed.canonicalRequest.split('\n').at(-1)).toBe(hash);
      for (const [body, ok] of [
        ['abc', true],
        ['abd', false],
      ] as const)
        expect(
          await verifyRequest(
            { ...signed, body },
            { lookupSecret: () => credentials.secretAccessKey, clock: () => signingDate },
          ),
        ).toMatchObject({ ok });
    }
  });

  it('of S3 says nothing of a payload, that of any other service signs it', () => {
    const last = (canonicalRequest: string) => canonicalRequest.split('\n').at(-1);
    expect(last(presignSync({ url }, s3).canonicalRequest)).toBe('UNSIGNED-PAYLOAD');
    expect(last(presignSync({ url, headers: { 'x-amz-content-sha256': 'abc' } }, s3).canonicalRequest)).toBe(
      'abc',
    );
    expect(last(presignSync({ url, body: 'abc' }, { ...s3, service: 'sts' }).canonicalRequest)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('tells by a header what stands for the body where its service expects something else, so that it is verified', async () => {
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const request = { method: 'PUT', url, body: 'abc' };
    for (const [service, stands, told] of [
      ['s3', { payloadHash: hash }, hash],
      ['s3', { unsignedPayload: true }, undefined],
      ['sts', { payloadHash: hash }, undefined],
      ['vpc-lattice-svcs', { unsignedPayload: true }, 'UNSIGNED-PAYLOAD'],
    ] as const) {
      const presigned = presignSync(request, { ...s3, service, ...stands });
      expect(presigned.headers).toEqual(told === undefined ? {} : { 'x-amz-content-sha256': told });
      expect(parameters(presigned.url)['X-Amz-SignedHeaders']).toBe(
        ['host', ...Object.keys(presigned.headers)].join(';'),
      );
      expect(presignSync(presigned, { ...s3, service, ...stands })).toEqual(presigned);
      const { ok } = await verifyRequest(presigned, {
        lookupSecret: () => credentials.secretAccessKey,
        clock: () => signingDate,
      });
      expect(ok).toBe(true);
    }
  });

  it("moves into the query what S3 assumes of the body anyway, as AWS's own client writes it", () => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const presigned = presignSync({ url, headers }, s3);
    expect(parameters(presigned.url)).toMatchObject({ ...headers, 'X-Amz-SignedHeaders': 'host' });
    expect(presigned.headers).toEqual({});
  });

  it('keeps the parameters that the URL had, encoded as they are signed', () => {
    const { url: address } = presignSync({ url: `${url}?response-content-type=text%2fplain&a=(b)` }, s3);
    expect(address).toContain('?X-Amz-Algorithm=AWS4-HMAC-SHA256&');
    expect(address).toMatch(/&a=%28b%29&response-content-type=text%2Fplain$/);
  });

  it('has no other token among its headers than that of its credentials', () => {
    const headers = { 'x-amz-security-token': 'of an earlier signature' };
    const signed = presignSync({ url, headers }, { ...s3, credentials: { ...credentials, sessionToken } });
    expect(signed.headers).toEqual({});
    expect(parameters(signed.url)['X-Amz-Security-Token']).toBe(sessionToken);
    expect(presignSync({ url, headers }, s3).headers).toEqual(headers);
  });

  it('has the session token in its signature, or after it', () => {
    const options = { ...s3, credentials: { ...credentials, sessionToken } };
    const [signed, appended] = [
      presignSync({ url }, options),
      presignSync({ url }, { ...options, sessionToken: 'appended' }),
    ];
    expect([signed, appended].map((each) => parameters(each.url)['X-Amz-Security-Token'])).toEqual([
      sessionToken,
      sessionToken,
    ]);
    expect(signed.canonicalRequest).toContain('X-Amz-Security-Token');
    expect(appended.canonicalRequest).not.toContain('X-Amz-Security-Token');
    // Where the services that want it so look for it: https://github.com/awslabs/aws-c-auth/pull/34 shows one that AWS IoT took.
    expect(appended.url).toBe(
      `${presignSync({ url }, s3).url}&X-Amz-Security-Token=${encodeURIComponent(sessionToken)}`,
    );
    expect(appended.signature).toBe(presignSync({ url }, s3).signature);
  });

  it('with a Blob as body is made with a promise', async () => {
    const signed = await presign(
      { method: 'POST', url, body: new Blob(['abc'], { type: 'text/css' }) },
      { ...s3, service: 'sts' },
    );
    expect(
      await verifyRequest(signed, {
        lookupSecret: () => credentials.secretAccessKey,
        clock: () => signingDate,
      }),
    ).toMatchObject({ ok: true });
    expect(signed.body).toEqual(new TextEncoder().encode('abc'));
  });
});
