import { describe, expect, it } from 'vitest';
import { createSigner, verifyRequest } from '../src/index.ts';
import { credentials, host, signingDate, vectors } from './vectors/bedrock.ts';

const lookupSecret = (id: string) =>
  id === credentials.accessKeyId ? credentials.secretAccessKey : undefined;
const now = () => signingDate;

describe('a request that was signed is verified', () => {
  for (const { id, sessionToken, path, ...request } of vectors) {
    it(id, async () => {
      const signer = createSigner({
        service: 'bedrock',
        region: 'us-east-1',
        credentials: { ...credentials, sessionToken },
        signingDate,
      });
      for (const signed of [
        await signer.sign({ ...request, url: `https://${host}${path}` }),
        await signer.presign({ ...request, url: `https://${host}${path}` }),
      ]) {
        expect(await verifyRequest(signed, { lookupSecret, now })).toMatchObject({
          ok: true,
          accessKeyId: credentials.accessKeyId,
          signature: signed.signature,
          canonicalRequest: signed.canonicalRequest,
        });
      }
    });
  }
});
