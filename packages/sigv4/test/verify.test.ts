import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import {
  createSigner,
  type ReceivedRequest,
  type SigningOptions,
  verifyRequest,
  type VerifyOptions,
} from '../src/index.ts';
import { credentials, host, sessionToken, signingDate, vectors } from './vectors/bedrock.ts';

const { accessKeyId, secretAccessKey } = credentials;
const scope = { service: 'bedrock', region: 'us-east-1' };
const options: VerifyOptions = {
  lookupSecret: (id) => (id === accessKeyId ? secretAccessKey : undefined),
  now: () => signingDate,
};
const url = `https://${host}/model/a%3Ab/converse?x=1&x=%2B`;
const body = '{"a":1}';

function signed(call?: SigningOptions, headers: Record<string, string> = {}) {
  return createSigner({ ...scope, credentials, signingDate }).signSync(
    { method: 'POST', url, headers, body },
    call,
  );
}

function presigned(call?: SigningOptions) {
  return createSigner({ ...scope, credentials, signingDate }).presignSync(
    { method: 'POST', url, body },
    call,
  );
}

async function codeOf(request: ReceivedRequest, more: Partial<VerifyOptions> = {}) {
  const result = await verifyRequest(request, { ...options, ...more });
  return result.ok ? 'ok' : result.code;
}

const after = (seconds: number) => ({ now: () => new Date(signingDate.getTime() + seconds * 1000) });

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
  });

  it('for another service or region', async () => {
    expect(await codeOf(signed(), { service: 's3' })).toBe('wrong-scope');
    expect(await codeOf(signed(), { region: ['eu-west-1', 'eu-west-2'] })).toBe('wrong-scope');
    expect(await codeOf(signed(), { service: ['s3', 'bedrock'], region: 'us-east-1' })).toBe('ok');
  });

  it('with a clock more than five minutes off, in either direction', async () => {
    expect(await codeOf(signed(), after(300))).toBe('ok');
    expect(await codeOf(signed(), after(301))).toBe('skewed');
    expect(await codeOf(signed(), after(-300))).toBe('ok');
    expect(await codeOf(signed(), after(-301))).toBe('skewed');
    expect(await codeOf(signed(), { ...after(61), clockSkew: 60 })).toBe('skewed');
  });

  it('with a clock or a tolerance that is no number', async () => {
    expect(await codeOf(signed(), { clockSkew: Number.NaN })).toBe('skewed');
    for (const sent of [signed(), presigned()])
      expect(await codeOf(sent, { now: () => new Date(Number.NaN) })).toBe('skewed');
  });

  it('after a presigned URL has expired, and long before it begins', async () => {
    expect(await codeOf(presigned(), after(3600))).toBe('ok');
    expect(await codeOf(presigned(), after(3601))).toBe('expired');
    expect(await codeOf(presigned(), after(-301))).toBe('skewed');
  });

  it('with an unknown key', async () => {
    expect(await codeOf(signed(), { lookupSecret: () => undefined })).toBe('unknown-key');
    // As JavaScript may answer; and an empty secret is that of nobody.
    for (const none of [null as unknown as undefined, '', Promise.resolve(undefined)])
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

  it('when the host, or a header that AWS reads, is not signed', async () => {
    const sent = signed();
    expect(await codeOf({ ...sent, headers: { ...sent.headers, 'x-amz-target': 'Delete' } })).toBe(
      'unsigned-header',
    );
    const authorization = (sent.headers['authorization'] ?? '').replace('host;', '');
    expect(await codeOf({ ...sent, headers: { ...sent.headers, authorization } })).toBe('unsigned-header');
  });

  it('when it names two hosts, of which only one was signed', async () => {
    const { method, headers, body: bytes } = signed();
    const path = url.slice(`https://${host}`.length);
    const pairs = Object.entries(headers);
    const refusals = [
      [[':authority', 'other.example'], ['host', host], ...pairs],
      [['host', host], [':authority', 'other.example'], ...pairs],
      [['Host', 'other.example'], ['Host', host], ...pairs],
      [[':authority', host.toUpperCase()], ['host', host], ...pairs],
    ] as [string, string][][];
    const codes = refusals.map((given) => codeOf({ method, url: path, headers: given, body: bytes }));
    expect(await Promise.all(codes)).toEqual(['malformed', 'malformed', 'malformed', 'ok']);
    const sent = createSigner({ ...scope, credentials, signingDate }).signSync({
      path: '/',
      headers: { ':authority': host },
    });
    const other = { ...sent.headers, ':authority': 'other.example', host };
    expect(await codeOf({ method: 'GET', url: '/', headers: other })).toBe('malformed');
  });

  it('when something follows its path or query behind a number sign', async () => {
    const { method, headers, body: bytes } = signed();
    const path = url.slice(`https://${host}`.length);
    for (const more of ['#', '#&admin=1', '#/../x'])
      expect(await codeOf({ method, url: path + more, headers: { host, ...headers }, body: bytes })).toBe(
        'signature-mismatch',
      );
  });

  it('when anything that was signed is changed, and shows what should have been signed', async () => {
    const sent = signed({}, { 'x-custom': 'a' });
    const { method, headers, canonicalRequest, stringToSign } = sent;
    const changes: ReceivedRequest[] = [
      { ...sent, method: 'PUT' },
      { ...sent, url: url.replace('converse', 'invoke') },
      { ...sent, url: url.replace('x=1', 'x=2') },
      { ...sent, url: `${url}&y=1` },
      { ...sent, url: url.replace(host, 'example.com') },
      { ...sent, headers: { ...headers, 'x-custom': 'b' } },
      { method, url, headers: Object.entries(headers).filter(([name]) => name !== 'x-custom'), body },
      { ...sent, body: '{"a":2}' },
      { method, url, headers },
      { ...sent, headers: { ...headers, 'x-amz-date': '20260115T120001Z' } },
    ];
    for (const change of changes) {
      const result = await verifyRequest(change, options);
      if (result.ok) throw new Error('It passed.');
      expect(result.code).toBe('signature-mismatch');
      expect(result.stringToSign).not.toBe(stringToSign);
      expect([result.canonicalRequest, result.stringToSign]).not.toEqual([canonicalRequest, stringToSign]);
    }
  });

  it('with another secret, and shows the same canonical request as was signed', async () => {
    const { canonicalRequest, stringToSign, ...sent } = signed();
    const result = await verifyRequest(sent, { ...options, lookupSecret: () => 'another' });
    expect(result).toMatchObject({ ok: false, code: 'signature-mismatch', canonicalRequest, stringToSign });
    expect(JSON.stringify(result)).not.toContain('another');
  });

  it('with another body than the one whose hash was signed', async () => {
    const sent = signed({ signBody: true });
    expect(await codeOf(sent)).toBe('ok');
    expect(await codeOf({ ...sent, body: 'other' })).toBe('body-mismatch');
    // In capital letters it is a hash as well, and no word for a body that is not compared.
    const capitals = signed({}, { 'x-amz-content-sha256': sent.canonicalRequest.slice(-64).toUpperCase() });
    expect(await codeOf(capitals)).toBe('ok');
    expect(await codeOf({ ...capitals, body: 'other' })).toBe('body-mismatch');
    expect(await codeOf(signed({ unsignedPayload: true }, {}), {})).toBe('ok');
    const unsigned = signed({ unsignedPayload: true });
    expect(await codeOf({ ...unsigned, body: 'other' })).toBe('ok');
  });
});

it('what the lookup throws comes through', async () => {
  const lookupSecret = () => Promise.reject(new Error('database is down'));
  await expect(verifyRequest(signed(), { ...options, lookupSecret })).rejects.toThrow('database is down');
});

it('takes no more than the length of an Authorization header to refuse it', async () => {
  const headers = { host, authorization: `AWS4-HMAC-SHA256 a=${'\t'.repeat(200_000)}b` };
  const started = performance.now();
  expect(await codeOf({ method: 'GET', url: '/', headers })).toBe('malformed');
  expect(performance.now() - started).toBeLessThan(1000);
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
