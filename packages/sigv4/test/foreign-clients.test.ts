// Requests that clients in other languages signed: botocore, curl, rclone, s3cmd, and libraries for Go, Ruby, PHP, Perl and Python.
import { describe, expect, it } from 'vitest';
import { type ReceivedRequest, verifyRequest, type VerifyResult } from '../src/index.ts';
import { credentials, type ForeignRequest, now, requests } from './vectors/foreign-clients.ts';

const { accessKeyId, secretAccessKey, sessionToken } = credentials;

function received({ method, url, headers, body = '' }: ForeignRequest): ReceivedRequest {
  return { method, url, headers, body: Buffer.from(body, 'latin1') };
}

function verify(request: ForeignRequest): Promise<VerifyResult> {
  return verifyRequest(received(request), {
    lookupSecret: (id, token) =>
      id === accessKeyId ? { secretAccessKey, ...(token && { sessionToken }) } : undefined,
    clock: () => now,
  });
}

/** The text with another character in place of each that is among those that count. */
function changed(text: string, counted = /./gs): string[] {
  return Array.from(text.matchAll(counted), ({ 0: character, index }) => {
    const other = character === 'z' ? 'y' : 'z';
    return text.slice(0, index) + other + text.slice(index + 1);
  });
}

/** Between the parts of Authorization there may be white space or none. */
const countedIn = (name: string): RegExp | undefined => (/^authorization$/i.test(name) ? /\S/g : undefined);

/** The request with one byte changed, for every byte that counts: of a body only where its hash was signed. */
function changes(request: ForeignRequest, isBodySigned: boolean): ForeignRequest[] {
  const { method, url, headers, body = '' } = request;
  return [
    ...changed(method).map((other) => ({ ...request, method: other })),
    ...changed(url).map((other) => ({ ...request, url: other })),
    ...headers.flatMap(([name, value], index) =>
      changed(value, countedIn(name)).map((other) => ({
        ...request,
        headers: headers.map((header, at) => (at === index ? ([name, other] as const) : header)),
      })),
    ),
    ...(isBodySigned ? changed(body).map((other) => ({ ...request, body: other })) : []),
  ];
}

describe('a request of another client is verified, and refused when any byte of it changes', () => {
  it.each(requests.map((request) => [request.by, request.with, request] as const))(
    '%s: %s',
    async (_by, _with, request) => {
      const result = await verify(request);
      expect(result).toMatchObject({ ok: true, accessKeyId, region: 'us-east-1' });
      const isBodySigned = result.ok && /^[\da-f]{64}$/.test(result.payloadHash);
      const others = changes(request, isBodySigned);
      const results = await Promise.all(others.map(verify));
      expect(others.filter((_, index) => results[index]?.ok !== false)).toEqual([]);
    },
  );
});
