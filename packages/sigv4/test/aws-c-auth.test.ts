import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSigner, type SignableRequest } from '../src/index.ts';
import { credentials, expiresIn, scope, signingDate, type SuiteCase, suite } from './vectors/aws-c-auth.ts';

function signerOf({ token }: SuiteCase) {
  const identity = { ...credentials, sessionToken: token };
  return createSigner({ ...scope, credentials: identity, signingDate, expiresIn });
}

/** The request as the suite writes it: text, which anybody reads in a way of their own. */
function textOf({ request: { method = 'GET', path, headers, body = '' } }: SuiteCase): string {
  const lines = headers.map(([name, value]) => `${name}:${value}\n`);
  return `${method} ${path} HTTP/1.1\n${lines.join('')}\n${body}`;
}

/** Reads such a text as simply as possible: what follows in a line of its own belongs to the header before it. */
function parse(text: string) {
  const [head = '', body] = text.split('\n\n');
  const [first = '', ...rest] = head.split('\n');
  const headers: [string, string][] = [];
  for (const line of rest) {
    const last = headers.at(-1);
    if (/^\s/.test(line) && last) last[1] += `\n${line}`;
    else headers.push([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  }
  const [, method = '', target = ''] = /^(\S+) (.*) HTTP\/1\.1$/.exec(first) ?? [];
  return { method, path: target, headers, body };
}

/** A header with a list of values, for objects. */
function record(headers: readonly (readonly [string, string])[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, value] of headers) (found[name] ??= []).push(value);
  return found;
}

/** The forms in which a request may be given. */
const forms: Record<string, (each: SuiteCase) => SignableRequest | undefined> = {
  'as path and pairs': ({ request }) => request,
  'as read from its text': (each) => parse(textOf(each)),
  'as read from its text with CRLF': (each) => {
    const { headers, ...request } = parse(textOf(each));
    return {
      ...request,
      headers: headers.map(([name, value]) => [name, value.replaceAll('\n', '\r\n')] as const),
    };
  },
  'with the query beside the path': ({ request }) => {
    const [path = '', query] = request.path.split('?');
    return { ...request, path, query };
  },
  'with the query as decoded pairs': ({ request }) => {
    const [path = '', query = ''] = request.path.split('?');
    return { ...request, path, query: new URLSearchParams(query) };
  },
  'with headers as an object': ({ request }) => ({ ...request, headers: record(request.headers) }),
  'with a body of bytes': ({ request }) => ({ ...request, body: new TextEncoder().encode(request.body) }),
  'as a URL, unless a URL is written differently': ({ request: { path, headers, ...request } }) => {
    const url = `https://example.amazonaws.com${path}`;
    const isSame = new URL(url).pathname === path.replace(/\?.*/, '');
    return isSame ? { ...request, url, headers: headers.slice(1) } : undefined;
  },
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe("the signing suite of AWS's C library", () => {
  it('has 39 cases, each signed by header and by query', () => {
    expect(suite).toHaveLength(39);
    expect(new Set(suite.map(({ name }) => name)).size).toBe(39);
    expect(suite.flatMap(({ byHeader, byQuery }) => [byHeader, byQuery])).toHaveLength(78);
  });

  for (const [title, form] of Object.entries(forms)) {
    describe(title, () => {
      for (const each of suite) {
        const request = form(each);
        if (request === undefined) continue;
        it(`${each.name}, by header`, async () => {
          const signed = signerOf(each).signSync(request, each.options);
          expect(signed.signature).toBe(each.byHeader);
          expect(signed.headers['authorization']).toContain(`, Signature=${each.byHeader}`);
          expect(signed.stringToSign.split('\n').at(-1)).toBe(sha256(signed.canonicalRequest));
          expect(await signerOf(each).sign(request, each.options)).toEqual(signed);
        });
        it(`${each.name}, by query`, async () => {
          const signed = signerOf(each).presignSync(request, each.options);
          expect(signed.signature).toBe(each.byQuery);
          expect(signed.url).toContain(`&X-Amz-Signature=${each.byQuery}`);
          expect(signed.stringToSign.split('\n').at(-1)).toBe(sha256(signed.canonicalRequest));
          expect(await signerOf(each).presign(request, each.options)).toEqual(signed);
        });
      }
    });
  }

  it('is signed as URLs in all cases but those of dots, double slashes, spaces and UTF-8 in the path', () => {
    const asUrl = forms['as a URL, unless a URL is written differently'];
    const left = suite.filter((each) => asUrl?.(each) === undefined).map(({ name }) => name);
    expect(left).toEqual(
      suite.map(({ name }) => name).filter((name) => /relative|dot|space|get-utf8/.test(name)),
    );
  });
});

describe('a session token of the suite', () => {
  it('is sent all the same when it is appended after signing', () => {
    const each = suite.find(({ name }) => name === 'post-sts-header-after');
    if (!each) throw new Error('There is no such case.');
    const signed = signerOf(each).signSync(each.request, each.options);
    expect(signed.headers['x-amz-security-token']).toBe(each.token);
    const { url } = signerOf(each).presignSync(each.request, each.options);
    expect(new URL(url).searchParams.get('X-Amz-Security-Token')).toBe(each.token);
  });

  it('is signed alike whether it comes with the credentials or as a header', () => {
    const each = suite.find(({ name }) => name === 'post-sts-header-before');
    const token = each?.request.headers.at(-1)?.[1];
    if (!each || !token) throw new Error('There is no such case.');
    const request = { ...each.request, headers: each.request.headers.slice(0, 1) };
    expect(signerOf({ ...each, token }).signSync(request).signature).toBe(each.byHeader);
  });
});
