import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSignedFetch, createSigner, signSync } from '../src/index.ts';
import { suite } from './vectors/aws-suite.ts';
import { credentials, host, signingDate, vectors } from './vectors/bedrock.ts';

describe("AWS's published suite", () => {
  it('has 24 cases', () => {
    expect(suite.requests).toHaveLength(24);
  });

  const signer = createSigner({ ...suite, service: suite.service, signingDate: suite.signingDate });
  for (const { name, request, authorization } of suite.requests) {
    it(name, async () => {
      const raw = { ...request, headers: Object.entries(request.headers), query: request.query };
      expect(signer.signSync(raw).headers['authorization']).toBe(authorization);
      expect((await signer.sign(raw)).headers['authorization']).toBe(authorization);
    });
  }
});

describe('requests to Bedrock', () => {
  it('are 4', () => {
    expect(vectors).toHaveLength(4);
  });

  for (const { id, canonicalHash, signature, sessionToken, path, ...request } of vectors) {
    const signer = createSigner({
      service: 'bedrock',
      region: 'us-east-1',
      credentials: { ...credentials, sessionToken },
      signingDate,
    });
    it(`${id}, by URL`, async () => {
      const signed = await signer.sign({ ...request, url: `https://${host}${path}` });
      expect(createHash('sha256').update(signed.canonicalRequest).digest('hex')).toBe(canonicalHash);
      expect(signed.signature).toBe(signature);
    });
    it(`${id}, by path`, () => {
      const signed = signer.signSync({ ...request, path, headers: { ...request.headers, host } });
      expect(createHash('sha256').update(signed.canonicalRequest).digest('hex')).toBe(canonicalHash);
      expect(signed.signature).toBe(signature);
    });
  }
});

it('options that were left out, as JavaScript may, are refused by the first that is missing', () => {
  const without = undefined as never;
  const refusal = 'service: is missing or not a name';
  expect(() => signSync({ url: `https://${host}/` }, without)).toThrow(refusal);
  expect(() => createSigner(without)).toThrow(refusal);
  expect(() => createSignedFetch(without)).toThrow(refusal);
});

it('headers that are null, as in an event of API Gateway, are none', () => {
  const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials, signingDate });
  const url = `https://${host}/`;
  expect(signer.signSync({ url, headers: null as never })).toEqual(signer.signSync({ url }));
});

it('a URL and a query are signed as they were at the call, whatever becomes of them while credentials are loaded', async () => {
  const signer = createSigner({
    service: 'bedrock',
    region: 'us-east-1',
    credentials: () => Promise.resolve(credentials),
  });
  const url = new URL(`https://${host}/`);
  const query = new URLSearchParams();
  const signed = ['a b', 'ü+='].map((value) => {
    url.searchParams.set('first', value);
    query.set('second', value);
    return signer.sign({ url, query });
  });
  const sent = (await Promise.all(signed)).map((each) => [...new URL(each.url).searchParams.values()]);
  expect(sent).toEqual([
    ['a b', 'a b'],
    ['ü+=', 'ü+='],
  ]);
});
