import { describe, expect, it } from 'vitest';
import { createSigner, type HeadersInput, type SigningOptions } from '../src/index.ts';

const signer = createSigner({
  service: 'execute-api',
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const url = 'https://example.com:8443/';

function names(headers: HeadersInput, options?: SigningOptions): string {
  return (
    /SignedHeaders=([^,]*)/.exec(
      signer.signSync({ url, headers }, options).headers['authorization'] ?? '',
    )?.[1] ?? ''
  );
}

/** The canonical headers, without those that every request has. */
function block(headers: HeadersInput): string[] {
  return signer
    .signSync({ url, headers })
    .canonicalRequest.split('\n')
    .slice(3, -3)
    .filter((line) => !/^(host|x-amz-date):/.test(line));
}

describe('headers are read', () => {
  it('alike from an object, pairs, a Map and Headers', () => {
    const record = { B: 'two', a: 'one' };
    for (const headers of [
      record,
      Object.entries(record),
      new Map(Object.entries(record)),
      new Headers(record),
    ]) {
      expect(block(headers)).toEqual(['a:one', 'b:two']);
    }
  });

  it('with several values, as a list or as repeated pairs, in their order', () => {
    expect(block({ a: ['2', '1'] })).toEqual(['a:2,1']);
    expect(
      block([
        ['a', '2'],
        ['b', 'x'],
        ['A', '1'],
      ]),
    ).toEqual(['a:2,1', 'b:x']);
    expect(signer.signSync({ url, headers: { a: ['2', '1'], b: undefined } }).headers).toMatchObject({
      a: '2,1',
    });
  });

  it('with white space folded, but not what only looks like it', () => {
    expect(block({ a: '  x\t\t y \r\n z  ', b: '', c: '\u00a0 x\u00a0 \u00a0y' })).toEqual([
      'a:x y z',
      'b:',
      'c:\u00a0 x\u00a0 \u00a0y',
    ]);
  });

  it('without the white space around them, also to be sent, for node:http2 drops a header that has some', () => {
    const signed = signer.signSync({
      url,
      headers: [
        ['a', ' \tx  y\t '],
        ['a', ' z\r\n'],
        ['b', ' \t'],
        ['c', '\u00a0 x \u00a0'],
      ],
    });
    expect(Object.entries(signed.headers).slice(0, 3)).toEqual([
      ['a', 'x  y,z'],
      ['b', ''],
      ['c', '\u00a0 x \u00a0'],
    ]);
    expect(signed.canonicalRequest).toContain('\n\na:x y,z\nb:\nc:\u00a0 x \u00a0\nhost:');
  });

  it('also under a name that every object has', () => {
    const headers = [
      ['constructor', 'x'],
      ['toString', 'y'],
    ] as const;
    expect(block(headers)).toEqual(['constructor:x', 'tostring:y']);
    expect(Object.entries(signer.signSync({ url, headers }).headers).slice(0, 2)).toEqual([
      ['constructor', 'x'],
      ['tostring', 'y'],
    ]);
  });

  it('with a line break sent as the space that is signed, so that no value brings another header', () => {
    const { headers, canonicalRequest } = signer.signSync({ url, headers: { a: 'x\r\n  y\r\nevil: 1\n' } });
    expect(headers['a']).toBe('x   y evil: 1');
    expect(canonicalRequest).toContain('\na:x y evil: 1\n');
  });

  it('with numbers as text, which JavaScript may pass', () => {
    const given = { 'content-length': 3, 'x-count': 7 } as unknown as Record<string, string>; // not in the types
    const { headers, canonicalRequest } = signer.signSync({ url, headers: given });
    expect(headers).toMatchObject({ 'content-length': '3', 'x-count': '7' });
    expect(canonicalRequest).toContain('\nx-count:7\n');
  });

  it('unless no message can carry them', () => {
    const refused = (...header: [string, string]) => {
      const error: unknown = expect.objectContaining({
        code: 'invalid-request',
        field: `headers.${header[0]}`,
      });
      expect(() => signer.signSync({ url, headers: [header] })).toThrow(error);
      expect(() => signer.presignSync({ url, headers: [header] })).toThrow(error);
    };
    for (const name of ['', ':', 'a b', 'a:b', 'a\n', 'é', 'a;b', 'a\0', '__proto__']) refused(name, 'x');
    refused('a', 'x\0');
    refused('user-agent', 'x\0y');
  });

  it('and sent as they were given, with lower-case names', () => {
    expect(signer.signSync({ url, headers: { 'X-Two': 'a  b' } }).headers).toMatchObject({ 'x-two': 'a  b' });
  });
});

describe('the host', () => {
  it('is signed once, however it is written, and the last one counts', () => {
    expect(
      names([
        ['Host', 'a'],
        ['host', 'b'],
      ]),
    ).toBe('host;x-amz-date');
    expect(signer.signSync({ url, headers: { Host: 'a', host: 'b' } }).canonicalRequest).toContain(
      '\nhost:b\n',
    );
  });

  it('is that of the URL with its port, and not among the headers to send', () => {
    const signed = signer.signSync({ url });
    expect(signed.canonicalRequest).toContain('\nhost:example.com:8443\n');
    expect(Object.keys(signed.headers)).toEqual(['x-amz-date', 'authorization']);
  });

  it('has no port where the port is that of the scheme', () => {
    expect(signer.signSync({ url: 'https://Example.com:443/' }).canonicalRequest).toContain(
      '\nhost:example.com\n',
    );
  });

  it('may be another one than that of the URL, for a gateway that passes requests on', () => {
    const signed = signer.signSync({
      url: 'https://gateway.example/v1/prefix',
      headers: { host: 'service.us-east-1.amazonaws.com' },
    });
    expect(signed.url).toBe('https://gateway.example/v1/prefix');
    expect(signed.canonicalRequest).toContain('\nhost:service.us-east-1.amazonaws.com\n');
    expect(signed.headers['host']).toBe('service.us-east-1.amazonaws.com');
  });
});

describe('what is signed', () => {
  const touched = {
    authorization: 'x',
    'cf-connecting-ip': 'x',
    'cf-ray': 'x',
    connection: 'x',
    'content-length': '3',
    expect: 'x',
    forwarded: 'x',
    te: 'x',
    traceparent: 'x',
    tracestate: 'x',
    baggage: 'x',
    'transfer-encoding': 'x',
    'user-agent': 'x',
    via: 'x',
    'x-amzn-trace-id': 'x',
    'x-forwarded-for': 'x',
    'x-forwarded-host': 'x',
    'proxy-authorization': 'x',
    'sec-fetch-mode': 'x',
    'accept-encoding': 'x',
    'cache-control': 'x',
    'keep-alive': 'x',
    upgrade: 'x',
    referer: 'x',
    from: 'x',
    'max-forwards': '3',
    pragma: 'x',
    priority: 'x',
    trailer: 'x',
    'x-real-ip': 'x',
    'x-request-id': 'x',
    'x-cloud-trace-context': 'x',
    'x-b3-traceid': 'x',
    date: 'x',
  };

  it('is nothing that a proxy or a client changes', () => {
    expect(names(touched)).toBe('host;x-amz-date');
    expect(
      names({ accept: '*/*', 'content-type': 'text/plain', trace: 'x', 'x-forward': 'x', telephone: 'x' }),
    ).toBe('accept;content-type;host;telephone;trace;x-amz-date;x-forward');
  });

  it('is what is asked for beside, in whatever case', () => {
    expect(names(touched, { signedHeaders: ['User-Agent', 'content-length'] })).toBe(
      'content-length;host;user-agent;x-amz-date',
    );
  });

  it('is the length as well when the body is to be signed', () => {
    expect(names(touched, { signBody: true })).toBe('content-length;host;x-amz-content-sha256;x-amz-date');
  });

  it('is not what is excluded', () => {
    expect(names({ accept: '*/*', 'X-Custom': 'x' }, { unsignedHeaders: ['x-custom', 'Accept'] })).toBe(
      'host;x-amz-date',
    );
  });

  it('is sent along even when it is not signed, but for a signature and a date of before', () => {
    const { headers } = signer.signSync({ url, headers: touched });
    expect(headers['user-agent']).toBe('x');
    expect(headers['date']).toBeUndefined();
    expect(headers['authorization']).toMatch(/^AWS4-HMAC-SHA256 /);
  });
});
