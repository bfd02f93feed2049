// Operations that answer with JSON.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
import type { BlobTree } from '@bedrock-kit/protocol/client';
import type { Call, CallOptions, Client } from './client.ts';
import { foreignBody, jsonObject, hasError } from './error-response.ts';
import { BedrockError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { maxErrorBytes, type Result } from './response.ts';
import { serialize } from './serialize.ts';

/** The body of a call as JSON, and the header that says so. */
export function jsonBody(body: object, blobs: BlobTree = {}): Pick<Call, 'headers' | 'body'> {
  return { headers: { 'content-type': 'application/json' }, body: serialize(body, blobs) };
}

/**
 * Sends a call and gives the JSON of its answer. `Body` is what AWS documents for the operation: members that it lacks
 * are not looked for, so that an answer is never lost over one of them.
 *
 * @param main members of which an answer has one: an object with none of them, but with others, is that of another API, or an error that a
 *   gateway sends with status 200
 */
export async function sendForJson<Body>(
  client: Client,
  build: () => Call,
  options: CallOptions | undefined,
  ...main: (keyof Body & string)[]
): Promise<Result<Body>> {
  const { head, response, read, redact, throwIfRefused } = await client.exchange(build, options);
  const body = await read(response.text(), (text) => {
    const members = jsonObject(text);
    if (!members) throw unexpectedResponse(head, redact(text), 'JSON');
    // What has one is an answer, also one that names its type, as an error does.
    if (!main.some((name) => name in members)) {
      throwIfRefused(text, members, !hasError(members));
      // An answer is not lost over what is missing, which a list without entries may be.
      if (Object.keys(members).length > 0)
        throw unexpectedResponse(head, redact(text), `JSON with the member ${main[0]}`);
    }
    return members as Body;
  });
  return { ...head, body };
}

/** The error for a success without the expected body: most often a page of a proxy, a login form, the wrong endpoint, or half an answer. */
export function unexpectedResponse(head: Exchange['head'], text: string, expected: string): BedrockError {
  // A body that is cut off does not always fail: where the connection's end is that of the body no transport can tell, and over HTTP/2
  // Node takes a reset with NO_ERROR or CANCEL for an end.
  const json = text.trim();
  const isCut = json.startsWith('{') && !json.endsWith('}');
  const what = isCut
    ? 'JSON that was cut off on the way'
    : `${foreignBody(head.headers, text)}, where ${expected} was expected: check the endpoint`;
  return new BedrockError({
    code: 'UnexpectedResponse',
    message: `The server answered with status ${head.status} and ${what}, see responseBody.`,
    statusCode: head.status,
    isRetryable: isCut,
    responseBody: text.slice(0, maxErrorBytes),
  });
}
