// Requests that are refused because they are not what was signed.
import { describe, expect, it } from 'vitest';
import { createSigner, type ReceivedRequest, verifyRequest } from '../src/index.ts';
import { body, codeOf, options, scope, signed, url } from './signed-request.ts';
import { credentials, host, signingDate } from './vectors/bedrock.ts';

describe('a request is refused', () => {
  it('when the host, or a header that AWS reads, is not signed', async () => {
    const sent = signed();
    // The last is not the header of the token, which may be added after signing.
    for (const name of ['x-amz-target', 'x-amz-security-token-2'])
      expect(await codeOf({ ...sent, headers: { ...sent.headers, [name]: 'Delete' } })).toBe(
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
