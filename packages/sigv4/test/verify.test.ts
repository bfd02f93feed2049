// Requests that are verified: whatever way they came that leaves what was signed as it was.
import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import { createSigner, signStringSync, verifyRequest } from '../src/index.ts';
import {
  accessKeyId,
  after,
  body,
  codeOf,
  options,
  presigned,
  scope,
  secretAccessKey,
  signed,
  url,
} from './signed-request.ts';
import { credentials, host, sessionToken, signingDate, vectors } from './vectors/bedrock.ts';

describe('a request that was signed is verified', () => {
  for (const { id, sessionToken: token, path, ...request } of vectors) {
    const signer = createSigner({
      ...scope,
      credentials: { ...credentials, sessionToken: token },
      signingDate,
    });
    it(`${id}, by header`, async () => {
      const sent = signer.signSync({ ...request, url: `https://${host}${path}` });
      expect(await verifyRequest(sent, options)).toEqual({
        ok: true,
        accessKeyId,
        sessionToken: token,
        ...scope,
        date: signingDate,
        expires: undefined,
        presigned: false,
        signedHeaders: /SignedHeaders=([^,]*)/.exec(sent.headers['authorization'] ?? '')?.[1]?.split(';'),
        signature: sent.signature,
        payloadHash: sent.canonicalRequest.split('\n').at(-1),
        canonicalRequest: sent.canonicalRequest,
        stringToSign: sent.stringToSign,
      });
    });
    it(`${id}, by query`, async () => {
      const sent = signer.presignSync({ ...request, url: `https://${host}${path}` }, { expiresIn: 60 });
      expect(await verifyRequest(sent, options)).toMatchObject({
        ok: true,
        presigned: true,
        sessionToken: token,
        expires: new Date(signingDate.getTime() + 60_000),
        signature: sent.signature,
      });
    });
  }

  it('as a server receives it: a path, a host header in another case, repeated headers as pairs', async () => {
    const sent = createSigner({ ...scope, credentials, signingDate }).signSync({
      url,
      headers: [
        ['X-Amz-Meta', 'b'],
        ['X-Amz-Meta', 'a'],
      ],
    });
    const { 'x-amz-meta': meta, ...rest } = sent.headers;
    expect(meta).toBe('b,a');
    const headers: [string, string][] = [
      ...Object.entries(rest),
      ['X-Amz-Meta', 'b'],
      ['Host', host],
      ['X-Amz-Meta', 'a'],
    ];
    expect(await codeOf({ method: 'get', url: sent.url.slice(`https://${host}`.length), headers })).toBe(
      'ok',
    );
  });

  it('whatever the order of what the Authorization header says, and the space between', async () => {
    const { headers } = signed();
    const [credential, names, signature] = (headers['authorization'] ?? '')
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(', ');
    for (const parts of [
      [credential, names, signature],
      [signature, credential, names],
      [names, signature, credential],
    ]) {
      for (const between of [',', ', ', ' ,  ']) {
        const authorization = `AWS4-HMAC-SHA256 ${parts.join(between)}`;
        expect(await codeOf({ method: 'POST', url, headers: { ...headers, authorization }, body })).toBe(
          'ok',
        );
      }
    }
  });

  it('each time anew: what a caller does to a result changes nothing', async () => {
    const request = { ...signed(), body };
    const first = await verifyRequest(request, options);
    if (!first.ok) throw new Error(first.message);
    (first.signedHeaders as string[]).length = 0; // as JavaScript may
    first.date.setTime(0);
    expect(await verifyRequest(request, options)).toMatchObject({
      signedHeaders: ['host', 'x-amz-date'],
      date: signingDate,
    });
  });

  it('over HTTP/2, where the host is :authority, whichever of the two was signed', async () => {
    const { method, url: address, headers, body: bytes } = signed();
    const path = address.slice(`https://${host}`.length);
    expect(
      await codeOf({ method, url: path, headers: { ...headers, ':authority': host }, body: bytes }),
    ).toBe('ok');
    const sent = createSigner({ ...scope, credentials, signingDate }).signSync({
      path: '/',
      headers: { ':authority': host },
    });
    expect(sent.headers['authorization']).toContain('SignedHeaders=:authority;x-amz-date');
    expect(
      await codeOf({ method: 'GET', url: '/', headers: { ...sent.headers, ':authority': '', host } }),
    ).toBe('ok');
  });

  it('with another path of the same normal form, unless the path is to be the one that was signed', async () => {
    const sent = createSigner({ ...scope, credentials, signingDate }).signSync({
      path: '/b',
      headers: { host },
    });
    for (const path of ['/b', '//b', '/./b', '/a/../b']) {
      expect(await codeOf({ ...sent, url: path })).toBe('ok');
      expect(await codeOf({ ...sent, url: path }, { normalizePath: false })).toBe(
        path === '/b' ? 'ok' : 'signature-mismatch',
      );
    }
  });

  it('for S3, whose keys are encoded once and may hold what looks like dots', async () => {
    const signer = createSigner({ service: 's3', region: 'us-east-1', credentials, signingDate });
    for (const path of ["/key with space (1)'s!.txt", '/a//b/./c/../d', '/%E1%88%B4/%7E~/+', '/a%2Fb']) {
      for (const sent of [
        signer.signSync({ path, headers: { host } }),
        signer.presignSync({ path, headers: { host } }),
      ]) {
        expect(await codeOf(sent)).toBe('ok');
      }
    }
    // As aws4fetch signs and sends it, and Ceph and Swift take it.
    const sent = signer.signSync({ path: '/a/b', headers: { host } });
    expect(await codeOf({ ...sent, url: '/a%2Fb' })).toBe('ok');
  });

  it('behind CloudFront, which adds an id of its own', async () => {
    const sent = signed();
    expect(await codeOf({ ...sent, headers: { ...sent.headers, 'X-Amz-Cf-Id': 'abc==' } })).toBe('ok');
  });

  it('whether a header value beyond ASCII came as UTF-8, which Node reads as Latin-1, or as Latin-1', async () => {
    const sent = signed(undefined, { 'x-amz-meta-name': 'Łódź é' });
    const received = Buffer.from('Łódź é').toString('latin1');
    const result = await verifyRequest(
      { ...sent, headers: { ...sent.headers, 'x-amz-meta-name': received } },
      options,
    );
    expect(result).toMatchObject({
      ok: true,
      canonicalRequest: sent.canonicalRequest.replace('Łódź é', received),
      stringToSign: sent.stringToSign,
      signature: sent.signature,
    });
    for (const text of ['é', 'Ã©', 'Łódź']) {
      const one = signed(undefined, { 'x-amz-meta-name': text });
      expect(await codeOf(one)).toBe('ok');
      // Whose code units end in the same bytes.
      const other = Array.from(text, (each) => String.fromCharCode(each.charCodeAt(0) + 0x100)).join('');
      expect(await codeOf({ ...one, headers: { ...one.headers, 'x-amz-meta-name': other } })).toBe(
        'signature-mismatch',
      );
    }
  });

  it('with a body that was hashed on the way in', async () => {
    const { method, url: address, headers } = signed();
    const payloadHash = '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862';
    expect(await codeOf({ method, url: address, headers }, { payloadHash })).toBe('ok');
  });

  it('by query without an expiry, as aws4 and aws4fetch sign for all but S3, as long as one by header', async () => {
    const { url: given } = presigned();
    const signer = new AwsV4Signer({
      ...credentials,
      ...scope,
      method: 'POST',
      url: given.replace(/&?X-Amz-[^&]*/g, ''),
      body,
      signQuery: true,
      datetime: '20260115T120000Z',
    });
    const sent = await signer.sign();
    expect(sent.url.search).not.toContain('Expires');
    const request = { method: 'POST', url: sent.url, headers: {}, body };
    expect(await verifyRequest(request, options)).toMatchObject({
      ok: true,
      presigned: true,
      expires: undefined,
    });
    expect(await codeOf(request, after(300))).toBe('ok');
    expect(await codeOf(request, after(301))).toBe('skewed');
  });

  it.each(['Thu, 15 Jan 2026 12:00:00 GMT', '20260115T120000Z'])('with the header date: %s', async (date) => {
    const credential = `${accessKeyId}/20260115/us-east-1/bedrock/aws4_request`;
    const sent = (signature: string) => ({
      method: 'GET',
      url: '/',
      headers: {
        host,
        date,
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=date;host, Signature=${signature}`,
      },
    });
    const refused = await verifyRequest(sent('0'.repeat(64)), options);
    expect(refused).toMatchObject({
      code: 'signature-mismatch',
      canonicalRequest: expect.stringContaining(`\ndate:${date}\nhost:${host}\n\ndate;host\n`) as unknown,
      stringToSign: expect.stringMatching(
        /^AWS4-HMAC-SHA256\n20260115T120000Z\n20260115\/us-east-1\/bedrock\/aws4_request\n/,
      ) as unknown,
    });
    const signature = signStringSync(refused.stringToSign ?? '', { ...scope, credentials, signingDate });
    expect(await verifyRequest(sent(signature), options)).toMatchObject({ ok: true, date: signingDate });
    expect(await codeOf(sent(signature), after(301))).toBe('skewed');
  });

  it('with a session token that was appended to a presigned URL', async () => {
    const signer = createSigner({ ...scope, credentials: { ...credentials, sessionToken }, signingDate });
    const sent = signer.presignSync({ url }, { sessionToken: 'appended' });
    expect(await codeOf(sent, { sessionToken: 'appended' })).toBe('ok');
    expect(await codeOf(sent)).toBe('signature-mismatch');
  });

  it('when the lookup answers later', async () => {
    expect(await codeOf(signed(), { lookupSecret: () => Promise.resolve({ secretAccessKey }) })).toBe('ok');
  });
});
