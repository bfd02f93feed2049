// Operations that answer with JSON.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
import type { BlobTree } from '@bedrock-kit/protocol/client';
import type { Call, CallOptions, Client } from './client.ts';
import { jsonObject } from './error-response.ts';
import { BedrockError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { maxErrorBytes, type Result } from './response.ts';
import { serialize } from './serialize.ts';

/** The part of a call that a JSON body is. */
export function jsonBody(body: object, blobs: BlobTree = {}): Pick<Call, 'headers' | 'body'> {
  return { headers: { 'content-type': 'application/json' }, body: serialize(body, blobs) };
}

/**
 * Sends a call and gives the JSON of its answer. `Body` is what AWS documents for the operation: members that it lacks
 * are not looked for, so that an answer is never lost over one of them.
 */
export async function sendForJson<Body>(
  client: Client,
  build: () => Call,
  options: CallOptions | undefined,
): Promise<Result<Body>> {
  const { head, response, read, redact, throwIfRefused } = await client.exchange(build, options);
  const body = await read(response.text(), (text) => {
    const members = jsonObject(text);
    if (!members) throw unexpectedResponse(head, redact(text), 'JSON');
    throwIfRefused(text, members);
    return members as Body;
  });
  return { ...head, body };
}

/** For a success without the expected body: most often a page of a proxy, a login form or the wrong endpoint. */
export function unexpectedResponse(head: Exchange['head'], text: string, expected: string): BedrockError {
  return new BedrockError({
    code: 'UnexpectedResponse',
    message: `The server answered with status ${head.status} and a body of type ${head.headers['content-type'] ?? 'unknown'} where ${expected} was expected: check the endpoint, see responseBody.`,
    statusCode: head.status,
    responseBody: text.slice(0, maxErrorBytes),
  });
}
