import { describe, expect, it } from 'vitest';
import { createSigner, sign, type SignableRequest, signSync, type SigningOptions } from '../src/index.ts';

const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const signer = createSigner({ service: 'execute-api', region: 'us-east-1', credentials });
const s3 = createSigner({ service: 's3', region: 'us-east-1', credentials });
const headers = { host: 'example.com' };

/** Canonical path and query. */
function address(request: SignableRequest, options?: SigningOptions, by = signer): string[] {
  return by.signSync(request, options).canonicalRequest.split('\n').slice(1, 3);
}
const path = (text: string, options?: SigningOptions, by = signer) =>
  address({ path: text, headers }, options, by)[0];
const query = (text: string) => address({ path: `/?${text}`, headers })[1];

describe('the path', () => {
  it('is encoded a second time', () => {
    expect(path('/model/a%3Ab/c')).toBe('/model/a%253Ab/c');
    expect(path('/arn%3Aaws%2Fx')).toBe('/arn%253Aaws%252Fx');
    expect(path("/!'()*:@&=+$,;~-_.")).toBe('/%21%27%28%29%2A%3A%40%26%3D%2B%24%2C%3B~-_.');
  });

  it('is kept with one encoding for S3, however well it was encoded', () => {
    expect(path('/a b/(c)!/%7E/ሴ', undefined, s3)).toBe('/a%20b/%28c%29%21/~/%E1%88%B4');
    expect(path('/foo/bar/baz%3Cqux%3Aquux', { doubleEncode: false })).toBe('/foo/bar/baz%3Cqux%3Aquux');
    expect(path('/100%/%zz/%ff', undefined, s3)).toBe('/100%25/%25zz/%FF');
  });

  // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html: in the name of an object the slash is not encoded.
  it('has for S3 a slash where a key was encoded as one piece, since S3 reads the key and encodes it anew', () => {
    expect(path('/bucket/a%2Fb%2fc%252Fd', undefined, s3)).toBe('/bucket/a/b/c%252Fd');
    expect(path('/a%2Fb', { normalizePath: false })).toBe('/a%252Fb');
    expect(s3.signSync({ url: 'https://example.com/a%2Fb' }).url).toBe('https://example.com/a/b');
  });

  // fetch takes dot segments out of a URL, so what arrived was another key than the one that is signed.
  it('keeps the encoded slashes of a key with a dot segment in the URL that is sent', () => {
    for (const key of ['a%2F..%2Fb', 'a%2F.%2Fb', '..%2Fb', 'a%2F..', 'a/b%2F..%2F..%2Fc%2Bd']) {
      const url = `https://example.com/${key}`;
      expect(path(`/${key}`, undefined, s3)).toBe(`/${key.replaceAll('%2F', '/')}`);
      for (const signed of [s3.signSync({ url }).url, s3.presignSync({ url }).url])
        expect(new URL(signed).pathname).toBe(`/${key}`);
    }
    expect(s3.signSync({ url: 'https://example.com/a%2F..b%2Fc' }).url).toBe('https://example.com/a/..b/c');
  });

  // https://github.com/anomalizer/ngx_aws_auth/issues/87 shows S3's canonical request of a key with `+`, in which it is %20.
  it('is sent to S3 as it is signed, and to any other service as it is given', () => {
    const sent = (request: SignableRequest, by = signer, options?: SigningOptions) => [
      by.signSync(request, options).url,
      by.presignSync(request, options).url.replace(/\?.*/, ''),
    ];
    const url = "https://example.com/c++/a b(1)'s%2f%7e//é";
    const strict = 'https://example.com/c%2B%2B/a%20b%281%29%27s/~//%C3%A9';
    expect(sent({ url }, s3)).toEqual([strict, strict]);
    expect(sent({ path: "/c++/a b(1)'s%2f%7e//é", headers }, s3)).toEqual([strict, strict]);
    // Whoever gives a path keeps its dots on the way, which fetch does not.
    expect(sent({ path: '/a/../b+c', headers }, s3)[0]).toBe('https://example.com/a/../b%2Bc');
    const asGiven = "https://example.com/c++/a%20b(1)'s%2f%7e//%C3%A9";
    expect(sent({ url })).toEqual([asGiven, asGiven]);
    expect(sent({ url }, signer, { doubleEncode: false })).toEqual([asGiven, asGiven]);
    expect(sent({ url }, signer, { normalizePath: false })).toEqual([asGiven, asGiven]);
  });

  it('loses dot segments and empty ones, and never for S3', () => {
    for (const [given, normal] of [
      ['', '/'],
      ['/', '/'],
      ['//', '/'],
      ['/a/../..', '/'],
      ['/a/./b/', '/a/b/'],
      ['/a//b/..', '/a'],
      ['/..a/.b', '/..a/.b'],
    ] as const) {
      expect(path(given)).toBe(normal);
      expect(path(given, undefined, s3)).toBe(given || '/');
    }
  });

  it('of a URL is that which fetch sends', () => {
    const url = 'https://example.com/a/../b c/ሴ/%3A?x=1#part';
    expect(address({ url })).toEqual(['/b%2520c/%25E1%2588%25B4/%253A', 'x=1']);
    expect(signer.signSync({ url }).url).toBe('https://example.com/b%20c/%E1%88%B4/%3A?x=1');
    expect(address({ url: new URL(url) })).toEqual(address({ url }));
  });

  it('gets the slash it lacks', () => {
    expect(path('a/b')).toBe('/a/b');
  });
});

describe('the query', () => {
  it('is sorted by name, then by value, by bytes', () => {
    expect(query('b=2&a=2&a=1&B=1&a-b=0&a=')).toBe('B=1&a=&a=1&a=2&a-b=0&b=2');
  });

  it('has an equals sign after every name', () => {
    expect(query('a&b=&=c')).toBe('=c&a=&b=');
  });

  it('is encoded strictly, once, whatever encoding it came with', () => {
    expect(query("a=b c&d='(*)!'&e=%7e%2f%C3%A9é&f=a=b&g=%")).toBe(
      'a=b%20c&d=%27%28%2A%29%21%27&e=~%2F%C3%A9%C3%A9&f=a%3Db&g=%25',
    );
  });

  it('takes a plus sign for a space, as searchParams writes one, and sends neither', () => {
    expect(query('c+d=a+b%20c%2Bd')).toBe('c%20d=a%20b%20c%2Bd');
    const url = new URL('https://example.com/c++');
    url.searchParams.set('file name', 'a b+c');
    const sent = 'https://example.com/c++?file%20name=a%20b%2Bc';
    expect(signer.signSync({ url }).url).toBe(sent);
    expect(signer.signSync({ url: 'https://example.com/c++', query: 'file+name=a+b%2Bc' }).url).toBe(sent);
    expect(signer.presignSync({ url }).url).toMatch(/&file%20name=a%20b%2Bc$/);
  });

  it('is sent to S3 as it is signed, in the order given, for stores that verify it as it arrives', () => {
    const given = 'prefix=a/b+(c)&delimiter=/&list-type=2&&x=%2f%61%z&uploads';
    const sent = '?prefix=a%2Fb%20%28c%29&delimiter=%2F&list-type=2&x=%2Fa%25z&uploads=';
    const url = 'https://bucket.example.com/';
    expect(s3.signSync({ url: `${url}?${given}` }).url).toBe(url + sent);
    expect(s3.signSync({ path: `/?${given}`, headers: { host: 'bucket.example.com' } }).url).toBe(url + sent);
    expect(s3.signSync({ url, query: given }).url).toBe(url + sent);
    expect(signer.signSync({ url: `${url}?${given}` }).url).toBe(`${url}?${given.replace('+', '%20')}`);
  });

  it('may be given beside the path or the URL, as text, object, pairs or URLSearchParams', () => {
    const expected = ['/', 'a=1&b=x%20y&b=z'];
    for (const given of [
      'b=x%20y&b=z',
      '?b=x%20y&b=z',
      { b: ['x y', 'z'], c: undefined },
      [
        ['b', 'x y'],
        ['b', 'z'],
      ] as const,
      new URLSearchParams('b=x+y&b=z'),
    ]) {
      expect(address({ path: '/?a=1', headers, query: given })).toEqual(expected);
      expect(address({ url: 'https://example.com/?a=1', query: given })).toEqual(expected);
    }
    expect(
      signer.signSync({ url: 'https://example.com/', query: { n: 1, flag: true, empty: null } }).url,
    ).toBe('https://example.com/?n=1&flag=true&empty=');
  });

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
  it('is none where it is null, as in an event of API Gateway, or empty', () => {
    for (const none of [null, undefined, ''])
      expect(signer.signSync({ url: 'https://example.com/', query: none }).url).toBe('https://example.com/');
    expect(address({ path: '/?a=1', headers, query: null })).toEqual(['/', 'a=1']);
  });

  it('may have names that every object has', () => {
    expect(query('__proto__=1&constructor=2&toString')).toBe('__proto__=1&constructor=2&toString=');
    const given = JSON.parse('{"__proto__":"1","constructor":"2"}') as Record<string, string>; // of the texts just written
    expect(address({ path: '/', headers, query: given })[1]).toBe('__proto__=1&constructor=2');
    expect(signer.presignSync({ path: '/?__proto__=1', headers }).url).toContain('&__proto__=1');
  });

  it('has U+FFFD for half a surrogate pair, as fetch sends it', () => {
    expect(address({ path: '/', headers, query: { a: '\ud800' } })[1]).toBe('a=%EF%BF%BD');
  });
});

describe('an address that is none is refused', () => {
  const refused = expect.objectContaining({
    code: 'invalid-request',
    field: 'url',
    message: 'url: must be an absolute http or ws URL',
  }) as Error;

  it('a URL of another kind, in words that name those that there are', () => {
    for (const url of ['s3://bucket/key', 'bolt://example.com:8182/opencypher', 'example.com/path', '/path'])
      expect(() => signer.signSync({ url, headers })).toThrow(refused);
  });

  it('neither a URL nor a path, as JavaScript may', () => {
    const request = { uri: 'https://example.com/path' } as unknown as SignableRequest;
    expect(() => signer.signSync(request)).toThrow(refused);
    expect(() => signer.signSync({ ...request, headers })).toThrow(refused);
  });
});

it('a URL goes before a path, and an empty one is none', () => {
  const both = (url: string) => ({ url, path: '/of-path', headers }) as unknown as SignableRequest; // as JavaScript may
  expect(address(both('https://example.com/of-url'))).toEqual(['/of-url', '']);
  expect(address(both(''))).toEqual(['/of-path', '']);
});

it('the method is GET by default, and upper-case', () => {
  expect(signer.signSync({ path: '/', headers }).method).toBe('GET');
  expect(signer.signSync({ method: 'patch', path: '/', headers }).canonicalRequest).toMatch(/^PATCH\n/);
});

it('the same address signed in several ways keeps them apart', () => {
  const request = { path: '/a/../%41', headers };
  expect(path('/a/../%41')).toBe('/%2541');
  expect(address(request, { normalizePath: false })[0]).toBe('/a/../%2541');
  expect(address(request, { doubleEncode: false })[0]).toBe('/A');
  expect(address(request)[0]).toBe('/%2541');
});

it('a Request of fetch is one as well, whether or not its credentials have to be loaded', async () => {
  const request = new Request('https://example.com/a?b=1', {
    method: 'DELETE',
    headers: { ...headers, 'x-c': 'd' },
  });
  const options = { service: 'execute-api', region: 'us-east-1', signingDate: 0 };
  const expected = signSync(request, { ...options, credentials });
  expect(expected).toMatchObject({ method: 'DELETE', url: 'https://example.com/a?b=1' });
  expect(await sign(request, { ...options, credentials: () => Promise.resolve(credentials) })).toEqual(
    expected,
  );
});
