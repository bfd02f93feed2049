/** A request to Bedrock that was signed for the tests of the verification, and what the verification says of it. */
import {
  createSigner,
  type ReceivedRequest,
  type SigningOptions,
  verifyRequest,
  type VerifyOptions,
} from '../src/index.ts';
import { credentials, host, signingDate } from './vectors/bedrock.ts';

export const { accessKeyId, secretAccessKey } = credentials;
export const scope = { service: 'bedrock', region: 'us-east-1' };
export const options: VerifyOptions = {
  lookupSecret: (id) => (id === accessKeyId ? secretAccessKey : undefined),
  clock: () => signingDate,
};
export const url = `https://${host}/model/a%3Ab/converse?x=1&x=%2B`;
export const body = '{"a":1}';

export function signed(call?: SigningOptions, headers: Record<string, string> = {}) {
  return createSigner({ ...scope, credentials, signingDate }).signSync(
    { method: 'POST', url, headers, body },
    call,
  );
}

export function presigned(call?: SigningOptions) {
  return createSigner({ ...scope, credentials, signingDate }).presignSync(
    { method: 'POST', url, body },
    call,
  );
}

export async function codeOf(request: ReceivedRequest, more: Partial<VerifyOptions> = {}) {
  const result = await verifyRequest(request, { ...options, ...more });
  return result.ok ? 'ok' : result.code;
}

export const after = (seconds: number) => ({ clock: () => new Date(signingDate.getTime() + seconds * 1000) });
