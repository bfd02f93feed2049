// Bedrock API keys as bearer tokens.
// https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html
import { BedrockError } from '../errors.ts';
import { wrongOption } from '../option-values.ts';
import type { Authorize } from './authorize.ts';

/** A Bedrock API key, or a function that returns one. The function is called for every request, so that it can renew a short-term key. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Authorizes with a Bedrock API key.
 *
 * @throws BedrockError from the call: `InvalidCredentials` if the key is blank or has characters that no bearer token may
 *   have, `CredentialsFailed` if the function fails.
 */
export function bearerAuth(key: ApiKey): Authorize {
  return async ({ headers }) => {
    const token = checkedKey(typeof key === 'function' ? await ask(key) : key);
    return { headers: { ...headers, authorization: `Bearer ${token}` }, secrets: [token] };
  };
}

async function ask(key: () => string | Promise<string>): Promise<string> {
  try {
    return await key();
  } catch (cause) {
    throw new BedrockError({
      code: 'CredentialsFailed',
      message: 'The apiKey function failed; its error is the cause.',
      cause,
    });
  }
}

// Checked here, because fetch would quote a header value that it refuses in its error, and this one is secret.
// https://www.rfc-editor.org/rfc/rfc6750#section-2.1
function checkedKey(key: unknown): string {
  if (typeof key !== 'string')
    throw wrongOption('apiKey', 'string or function', typeof key, 'InvalidCredentials');
  const token = key.trim();
  if (/^[!#-&(-~]+$/.test(token)) return token;
  throw new BedrockError({
    code: 'InvalidCredentials',
    message: token
      ? 'The API key has white space, a line break, a quote or another character in it that no bearer token may have.'
      : 'The API key is blank.',
  });
}
