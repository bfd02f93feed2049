import { signSync } from '@bedrock-kit/sigv4';
import { describe, expect, test } from 'vitest';
import {
  type Authorize,
  BedrockError,
  sigv4Auth,
  type SigV4Settings,
  type UnauthorizedRequest,
} from '../../src/index.ts';

// The keys, the time and the signatures of bedrock-runtime's vectors, made with AWS's JavaScript client (@smithy/signature-v4
// 5.7.5) and recomputed with an independent implementation in Python.
const accessKeyId = 'AKIDEXAMPLE';
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const clock = () => new Date('2026-01-15T12:00:00Z');
const body = new TextEncoder().encode('{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}');
const host = 'https://bedrock-runtime.us-east-1.amazonaws.com';

/** As the client asks: whether it comes at once does not matter. */
const signedBy = async (authorize: Authorize, unsigned: UnauthorizedRequest) => authorize(unsigned);

const request = (target: string, method = 'POST') => ({
  method,
  url: host + target,
  target,
  headers: method === 'POST' ? { 'content-type': 'application/json' } : {},
  body: method === 'POST' ? body : undefined,
  region: 'us-east-1',
  environment: {},
});

const plain = '/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse';
const arn =
  '/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.anthropic.claude-sonnet-4-20250514-v1%3A0/converse';
const list =
  '/async-invoke?maxResults=5&nextToken=a%2Bb%2F%3D%3D&statusEquals=Completed&submitTimeAfter=2026-01-02T03%3A04%3A05.678Z';

describe('the signature', () => {
  test.each([
    [
      'a model id',
      request(plain),
      undefined,
      'e01f4236f58f54c55fb5e5494ed92546889ddc759f9f48e79e20ece72b1c4a9f',
    ],
    [
      'an ARN, with a session token',
      request(arn),
      'SESSIONTOKEN+/==',
      'affe95ed42dae4f9d86b90c8f4cf01969427e562c24aff6ea4907d4e094e6c23',
    ],
    [
      'a query',
      request(list, 'GET'),
      undefined,
      '6684238203917ca26f00aeab63fb36986f219064007c6cf872cdfda093c7e735',
    ],
  ])('is that of AWS for %s', async (_, unsigned, sessionToken, signature) => {
    const credentials = { accessKeyId, secretAccessKey, sessionToken };
    const { headers, secrets } = await sigv4Auth({ credentials, clock })(unsigned);
    expect(headers['authorization']?.split('Signature=')[1]).toBe(signature);
    expect(headers['x-amz-date']).toBe('20260115T120000Z');
    expect(headers['x-amz-security-token']).toBe(sessionToken);
    expect(secrets).toEqual(sessionToken ? [signature, sessionToken] : [signature]);
  });

  test('is made over the word that a header has in place of the hash of the body', async () => {
    const headers = { 'x-amz-content-sha256': ' UNSIGNED-PAYLOAD' };
    const credentials = { accessKeyId, secretAccessKey };
    const authorized = await sigv4Auth({ credentials, clock })({ ...request(plain), headers });
    const signed = signSync(
      { method: 'POST', url: host + plain, headers },
      { service: 'bedrock', region: 'us-east-1', credentials, clock },
    );
    expect(signed.canonicalRequest).toMatch(/\nUNSIGNED-PAYLOAD$/);
    expect(authorized.headers).toEqual(signed.headers);
  });

  test.each([
    'bedrock-runtime.us-east-1.amazonaws.com',
    'https://bedrock-runtime.us-east-1.amazonaws.com',
    'https://bedrock-runtime.us-east-1.amazonaws.com/ignored/path',
  ])('is over the upstream host %s and path when a gateway stands before it', async (upstream) => {
    const authorize = sigv4Auth({
      credentials: { accessKeyId, secretAccessKey },
      clock,
      signingHost: upstream,
      signingRegion: 'us-east-1',
    });
    const behind = {
      ...request(plain),
      url: `https://gw.example/v1/acct/aws-bedrock${plain}`,
      region: 'eu-west-1',
    };
    const { headers } = await authorize(behind);
    expect(headers['authorization']).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=e01f4236f58f54c55fb5e5494ed92546889ddc759f9f48e79e20ece72b1c4a9f',
    );
    expect(headers['host']).toBeUndefined();
  });

  // AWS's client sends a request of such a region to bedrock-runtime-fips.us-east-1 and signs it for us-east-1.
  test.each(['fips-us-east-1', 'us-east-1-fips'])('is for the region that %s means', async (region) => {
    const credentials = { accessKeyId, secretAccessKey };
    const expected =
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=e01f4236f58f54c55fb5e5494ed92546889ddc759f9f48e79e20ece72b1c4a9f';
    const { headers } = await signedBy(sigv4Auth({ credentials, clock }), { ...request(plain), region });
    expect(headers['authorization']).toBe(expected);
    const behind = await signedBy(sigv4Auth({ credentials, clock, signingRegion: region }), request(plain));
    expect(behind.headers['authorization']).toBe(expected);
  });

  test('needs a region', async () => {
    const authorize = sigv4Auth({ credentials: { accessKeyId, secretAccessKey } });
    await expect(authorize({ ...request(plain), region: undefined })).rejects.toMatchObject({
      code: 'MissingRegion',
    });
  });
});

describe('credentials', () => {
  const ok = { accessKeyId: 'A', secretAccessKey: 'S' };
  const keyOf = (headers: Readonly<Record<string, string>>) =>
    /Credential=([^/]+)/.exec(headers['authorization'] ?? '')?.[1];

  test('are asked for once by fifty requests at the same time', async () => {
    let calls = 0;
    const authorize = sigv4Auth({
      credentials: async () => {
        calls += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ...ok, expiration: new Date(Date.now() + 3_600_000) };
      },
    });
    await Promise.all(Array.from({ length: 50 }, () => signedBy(authorize, request(plain))));
    await authorize(request(plain));
    expect(calls).toBe(1);
  });

  test('without an end are asked for anew for each request', async () => {
    let calls = 0;
    const authorize = sigv4Auth({
      credentials: () => Promise.resolve({ ...ok, accessKeyId: `A${++calls}` }),
    });
    expect(keyOf((await authorize(request(plain))).headers)).toBe('A1');
    expect(keyOf((await authorize(request(plain))).headers)).toBe('A2');
  });

  test('with an end are kept until then by the clock that signs', async () => {
    let calls = 0;
    let now = clock();
    const expiration = new Date(now.getTime() + 3_600_000);
    const authorize = sigv4Auth({
      credentials: () => Promise.resolve({ ...ok, accessKeyId: `A${++calls}`, expiration }),
      clock: () => now,
    });
    for (const key of ['A1', 'A1']) expect(keyOf((await authorize(request(plain))).headers)).toBe(key);
    now = expiration;
    expect(keyOf((await authorize(request(plain))).headers)).toBe('A2');
  });

  test.each([
    [{ ...ok, secretAccessKey: '' }, 'The credentials lack secretAccessKey. Take both keys from one source.'],
    [{ ...ok, accessKeyId: '' }, 'The credentials lack accessKeyId. Take both keys from one source.'],
    [
      { ...ok, accessKeyId: ' ' },
      'accessKeyId: expected ASCII without white space and quotes, found other characters',
    ],
    [
      { ...ok, accessKeyId: 'A\n' },
      'accessKeyId: expected ASCII without white space and quotes, found other characters',
    ],
    [
      { ...ok, secretAccessKey: 'S\r\n' },
      'secretAccessKey: expected ASCII without white space and quotes, found other characters',
    ],
    [
      { ...ok, accessKeyId: '"A"' },
      'accessKeyId: expected ASCII without white space and quotes, found other characters',
    ],
    [
      { ...ok, sessionToken: 'line\nbreak' },
      'header x-amz-security-token: expected Latin-1 without line breaks and control characters, found other characters',
    ],
  ])('that cannot sign are refused: %#', async (credentials, message) => {
    const code = message.startsWith('header') ? 'InvalidRequest' : 'InvalidCredentials';
    await expect(sigv4Auth({ credentials })(request(plain))).rejects.toMatchObject({ code, message });
  });

  test.each(['us-east-1 ', 'us/east'])('do not sign for %j, which is no region', async (region) => {
    await expect(sigv4Auth({ credentials: ok, signingRegion: region })(request(plain))).rejects.toMatchObject(
      {
        code: 'InvalidRegion',
        message: `signingRegion: expected a name such as us-east-1, found "${region}"`,
      },
    );
  });

  // The region of a client of AWS's is a function.
  test.each([
    ['signingRegion', () => Promise.resolve('us-east-1'), 'function'],
    ['signingHost', new URL(plain, 'https://bedrock-runtime.us-east-1.amazonaws.com'), 'object'],
  ])('do not sign with %s that is no text', async (name, value, type) => {
    const settings = { credentials: ok, [name]: value } as SigV4Settings; // what the types forbid
    await expect(sigv4Auth(settings)(request(plain))).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: `${name}: expected string, found ${type}`,
    });
  });

  test('keep the error of a function that fails as the cause', async () => {
    const cause = new Error('no SSO session');
    await expect(
      sigv4Auth({ credentials: () => Promise.reject(cause) })(request(plain)),
    ).rejects.toMatchObject({
      code: 'CredentialsFailed',
      message: 'The credentials function failed: no SSO session',
      cause,
    });
  });
});

describe('after a refusal', () => {
  const refusal = (code: string, headers: Record<string, string> = {}) =>
    new BedrockError({ code, message: '', responseHeaders: headers });

  test('expired credentials of a function are asked for anew, once for all requests that were refused', async () => {
    const forced: (boolean | undefined)[] = [];
    const authorize = sigv4Auth({
      credentials: (options) => {
        forced.push(options?.forceRefresh);
        return Promise.resolve({
          accessKeyId: `A${forced.length}`,
          secretAccessKey: 'S',
          expiration: new Date(Date.now() + 3_600_000),
        });
      },
    });
    const attempts = await Promise.all([
      signedBy(authorize, request(plain)),
      signedBy(authorize, request(plain)),
    ]);
    expect(attempts.map(({ recover }) => recover?.(refusal('ExpiredTokenException')))).toEqual([
      'credentials',
      'credentials',
    ]);
    const again = await Promise.all([
      signedBy(authorize, request(plain)),
      signedBy(authorize, request(plain)),
    ]);
    expect(again.map(({ headers }) => headers['authorization']?.includes('Credential=A2/'))).toEqual([
      true,
      true,
    ]);
    expect(forced).toEqual([undefined, true]);
  });

  test('renewed credentials are used though the function writes them into the object that was refused', async () => {
    const only = { accessKeyId: 'A1', secretAccessKey };
    const forced: unknown[] = [];
    const authorize = sigv4Auth({
      credentials: (asked) => {
        forced.push(asked?.forceRefresh);
        if (asked?.forceRefresh) only.accessKeyId = 'A2';
        return only;
      },
    });
    const { recover } = await signedBy(authorize, request(plain));
    recover?.(refusal('ExpiredTokenException'));
    await signedBy(authorize, request(plain));
    const { headers } = await signedBy(authorize, request(plain));
    expect(headers['authorization']).toContain('Credential=A2/');
    // The second time, the function gives the new ones by itself.
    expect(forced).toEqual([undefined, undefined, true, undefined]);
  });

  test('static credentials that expired are not tried again', async () => {
    const { recover } = await sigv4Auth({ credentials: { accessKeyId, secretAccessKey } })(request(plain));
    expect(recover?.(refusal('ExpiredTokenException'))).toBeUndefined();
  });

  test.each([
    ['InvalidSignatureException', { date: 'Thu, 15 Jan 2026 12:10:00 GMT' }, 'clock', '20260115T121000Z'],
    ['RequestExpired', { date: 'Thu, 15 Jan 2026 11:50:00 GMT' }, 'clock', '20260115T115000Z'],
    ['AccessDeniedException', { date: 'Thu, 15 Jan 2026 12:04:00 GMT' }, 'clock', '20260115T120400Z'],
    ['AccessDeniedException', { date: 'Thu, 15 Jan 2026 12:03:59 GMT' }, undefined, '20260115T120000Z'],
    [
      'InvalidSignatureException',
      { date: 'Thu, 15 Jan 2026 12:10:00 GMT', age: '0' },
      undefined,
      '20260115T120000Z',
    ],
    ['InvalidSignatureException', { date: 'noon' }, undefined, '20260115T120000Z'],
    ['InvalidSignatureException', {}, undefined, '20260115T120000Z'],
    ['ValidationException', { date: 'Thu, 15 Jan 2026 12:10:00 GMT' }, undefined, '20260115T120000Z'],
  ])('%s with %j', async (code, headers, learnt, date) => {
    const authorize = sigv4Auth({ credentials: { accessKeyId, secretAccessKey }, clock });
    const { recover } = await authorize(request(plain));
    expect(recover?.(refusal(code, headers))).toBe(learnt);
    const again = await authorize(request(plain));
    expect(again.headers['x-amz-date']).toBe(date);
    // The same answer teaches nothing new.
    expect(again.recover?.(refusal(code, headers))).toBeUndefined();
  });

  test('a signature that has grown old on the way is made anew, though the clock is right', async () => {
    let now = clock();
    const authorize = sigv4Auth({ credentials: { accessKeyId, secretAccessKey }, clock: () => now });
    const { recover } = await authorize(request(plain));
    now = new Date('2026-01-15T12:10:00Z'); // the process was frozen
    const expired = refusal('InvalidSignatureException', { date: 'Thu, 15 Jan 2026 12:10:00 GMT' });
    expect(recover?.(expired)).toBe('clock');
    const again = await authorize(request(plain));
    expect(again.headers['x-amz-date']).toBe('20260115T121000Z');
    expect(again.recover?.(expired)).toBeUndefined();
  });

  test('a clock that is hours ahead makes no credentials expired, once it is known, and may be set right later', async () => {
    let calls = 0;
    let now = new Date('2026-01-15T17:00:00Z');
    const expiration = new Date('2026-01-15T13:00:00Z');
    const authorize = sigv4Auth({
      credentials: () => ({ accessKeyId: `A${++calls}`, secretAccessKey, expiration }),
      clock: () => now,
    });
    const refused = refusal('InvalidSignatureException', { date: 'Thu, 15 Jan 2026 12:00:00 GMT' });
    for (const before of ['20260115T170000Z', '20260115T070000Z']) {
      const { headers, recover } = await authorize(request(plain));
      expect(headers['x-amz-date']).toBe(before);
      expect(recover?.(refused)).toBe('clock');
      for (let count = 0; count < 2; count++)
        expect((await authorize(request(plain))).headers['x-amz-date']).toBe('20260115T120000Z');
      expect(calls).toBe(1);
      now = clock();
    }
  });
});
