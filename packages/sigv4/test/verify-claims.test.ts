// Requests that are refused for what they claim: a form that cannot be read, a scope, a time, a key or a token.
import { describe, expect, it } from 'vitest';
import { createSigner, verifyRequest } from '../src/index.ts';
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
import { credentials, host, sessionToken, signingDate } from './vectors/bedrock.ts';

describe('a request is refused', () => {
  it('without a signature, or with that of another scheme', async () => {
    expect(await codeOf({ method: 'GET', url, headers: {} })).toBe('missing-signature');
    expect(await codeOf({ method: 'GET', url, headers: { authorization: 'Bearer x' } })).toBe(
      'missing-signature',
    );
  });

  it('with an algorithm that is not verified here', async () => {
    const headers = {
      authorization:
        'AWS4-ECDSA-P256-SHA256 Credential=a/20260115/s/aws4_request, SignedHeaders=host, Signature=30',
    };
    expect(await codeOf({ method: 'GET', url, headers })).toBe('unsupported-algorithm');
    // One that is not named is none.
    const unnamed = { method: 'GET', url: '/?X-Amz-Signature=30', headers: { host } };
    expect(await codeOf(unnamed)).toBe('unsupported-algorithm');
  });

  it('with a signature that cannot be read, for each part of it', async () => {
    const { headers, method } = signed();
    const authorization = headers['authorization'] ?? '';
    const broken: Record<string, string>[] = [
      { authorization: 'AWS4-HMAC-SHA256' },
      { authorization: authorization.replace('/aws4_request', '') },
      { authorization: authorization.replace('/bedrock', '') },
      { authorization: authorization.replace(accessKeyId, '') },
      { authorization: authorization.replace(/Signature=.*/, 'Signature=zz') },
      { authorization: authorization.replace(/SignedHeaders=[^,]*/, 'SignedHeaders=') },
      { authorization: authorization.replace('/20260115/', '/20260116/') },
      { authorization: authorization.replace('/20260115/', '/202601/') },
      { authorization: authorization.replace('/20260115/', '//') },
      { 'x-amz-date': '2026-01-15T12:00:00Z' },
      { 'x-amz-date': '20260230T120000Z' },
    ];
    for (const part of broken)
      expect(await codeOf({ method, url, headers: { ...headers, ...part }, body })).toBe('malformed');
  });

  it('with an expiry out of bounds', async () => {
    for (const seconds of ['0', '604801', '1.5', '-1', '']) {
      const address = presigned().url.replace('X-Amz-Expires=3600', `X-Amz-Expires=${seconds}`);
      expect(await codeOf({ method: 'POST', url: address, headers: {}, body })).toBe('malformed');
    }
  });

  it('when it is signed by header and by query', async () => {
    expect(await codeOf({ ...signed(), url: presigned().url })).toBe('malformed');
    // A parameter of another name is the caller's own.
    const sent = createSigner({ ...scope, credentials, signingDate }).signSync({
      url: `${url}&my-x-amz-signature=1`,
    });
    expect(await codeOf(sent)).toBe('ok');
  });

  it('for another service or region', async () => {
    expect(await codeOf(signed(), { service: 's3' })).toBe('wrong-scope');
    // A name of which it is a part is another name.
    expect(await codeOf(signed(), { service: 'bedrock-agent' })).toBe('wrong-scope');
    expect(await codeOf(signed(), { region: 'us-east-12' })).toBe('wrong-scope');
    expect(await codeOf(signed(), { region: ['eu-west-1', 'eu-west-2'] })).toBe('wrong-scope');
    expect(await codeOf(signed(), { service: ['s3', 'bedrock'], region: 'us-east-1' })).toBe('ok');
  });

  it('with a clock more than five minutes off, in either direction', async () => {
    expect(await codeOf(signed(), after(300))).toBe('ok');
    expect(await codeOf(signed(), after(301))).toBe('skewed');
    expect(await codeOf(signed(), after(-300))).toBe('ok');
    expect(await codeOf(signed(), after(-301))).toBe('skewed');
    expect(await codeOf(signed(), { ...after(61), clockSkewSeconds: 60 })).toBe('skewed');
  });

  it('with a clock or a tolerance that is no number', async () => {
    expect(await codeOf(signed(), { clockSkewSeconds: Number.NaN })).toBe('skewed');
    for (const sent of [signed(), presigned()])
      expect(await codeOf(sent, { clock: () => new Date(Number.NaN) })).toBe('skewed');
  });

  it('after a presigned URL has expired, and long before it begins', async () => {
    expect(await codeOf(presigned(), after(3600))).toBe('ok');
    expect(await codeOf(presigned(), after(3601))).toBe('expired');
    expect(await codeOf(presigned(), after(-301))).toBe('skewed');
  });

  it('with an unknown key', async () => {
    expect(await codeOf(signed(), { lookupSecret: () => undefined })).toBe('unknown-key');
    // As a store such as Redis answers; and an empty secret is that of nobody.
    for (const none of [null, '', Promise.resolve(undefined), Promise.resolve(null)])
      expect(await codeOf(signed(), { lookupSecret: () => none })).toBe('unknown-key');
  });

  it('with a key whose entry holds no secret, although anybody can sign with none', async () => {
    const signed = (secret: string) =>
      createSigner({ ...scope, credentials: { accessKeyId, secretAccessKey: secret }, signingDate }).signSync(
        {
          url,
        },
      );
    for (const none of [undefined, null, ''])
      expect(
        await codeOf(signed(String(none) || ' '), {
          lookupSecret: () => ({ secretAccessKey: none as unknown as string }),
        }),
      ).toBe('unknown-key');
  });

  it('with another session token than that of the key, or with none', async () => {
    const lookupSecret = () => ({ secretAccessKey, sessionToken });
    const withToken = (token: string | undefined) =>
      createSigner({ ...scope, credentials: { ...credentials, sessionToken: token }, signingDate }).signSync({
        url,
      });
    expect(await codeOf(withToken(sessionToken), { lookupSecret })).toBe('ok');
    expect(await codeOf(withToken('other'), { lookupSecret })).toBe('bad-token');
    expect(await codeOf(withToken(undefined), { lookupSecret })).toBe('bad-token');
  });
});

it('what the lookup throws comes through', async () => {
  const lookupSecret = () => Promise.reject(new Error('database is down'));
  await expect(verifyRequest(signed(), { ...options, lookupSecret })).rejects.toThrow('database is down');
});

it('takes no more than the length of an Authorization header to refuse it', { timeout: 5_000 }, async () => {
  const headers = { host, authorization: `AWS4-HMAC-SHA256 a=${'\t'.repeat(200_000)}b` };
  expect(await codeOf({ method: 'GET', url: '/', headers })).toBe('malformed');
});

it('takes no more than the number of headers to see that they are signed', { timeout: 10_000 }, async () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `x-amz-a${index}`);
  const list = ['host', 'x-amz-date', ...names].join(';');
  const headers = {
    ...signed().headers,
    ...Object.fromEntries(names.map((name) => [name, ''])),
    authorization:
      signed().headers['authorization']?.replace(/SignedHeaders=[^,]*/, `SignedHeaders=${list}`) ?? '',
  };
  expect(await codeOf({ ...signed(), headers })).toBe('signature-mismatch');
});

it('never throws for what a request says', async () => {
  const sent = signed();
  for (const headers of [
    { ...sent.headers, authorization: 'AWS4-HMAC-SHA256 ,,,===,Credential' },
    { ...sent.headers, authorization: 'AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;;;, Signature=' },
    { ...sent.headers, date: 'nonsense', 'x-amz-date': '' },
  ]) {
    expect(await codeOf({ method: '', url: '%%%?%&%=%FF&=&==', headers })).not.toBe('ok');
  }
});
