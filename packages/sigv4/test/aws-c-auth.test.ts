import { describe, expect, it } from 'vitest';
import { createSigner } from '../src/index.ts';
import { credentials, expiresIn, scope, signingDate, suite } from './vectors/aws-c-auth.ts';

describe("cases of AWS's C library", () => {
  it('are 24, with 32 signatures', () => {
    expect(suite).toHaveLength(24);
    expect(suite.flatMap(({ byHeader, byQuery }) => [byHeader, byQuery]).filter(Boolean)).toHaveLength(32);
  });

  for (const { name, normalizePath, signBody, sessionToken, byHeader, byQuery, ...request } of suite) {
    const signer = createSigner({
      ...scope,
      credentials: { ...credentials, sessionToken },
      signingDate,
      expiresIn,
    });
    const options = { normalizePath, signBody };
    if (byHeader !== undefined) {
      it(`${name}, by header`, () => {
        expect(signer.signSync(request, options).signature).toBe(byHeader);
      });
    }
    if (byQuery !== undefined) {
      it(`${name}, by query`, () => {
        expect(signer.presignSync(request, options).signature).toBe(byQuery);
      });
    }
  }
});
