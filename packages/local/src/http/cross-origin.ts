/**
 * Pages of any origin may call Bedrock (AWS's own sample calls it from React), so they may call this one. The headers are those that
 * other services of AWS are documented with.
 *
 * @see https://github.com/build-on-aws/building-reactjs-gen-ai-apps-with-amazon-bedrock-javascript-sdk
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_ListAccessPolicies.html
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
import {
  type HeaderPair,
  headerValue,
  type HttpHandler,
  type HttpReply,
  type HttpRequest,
} from './exchange.ts';

const shared: readonly HeaderPair[] = [
  ['access-control-allow-origin', '*'],
  ['access-control-expose-headers', 'x-amzn-requestid,x-amzn-errortype,x-amzn-errormessage,date'],
];

/** Lets pages read what `handler` answers, and answers their browsers' question whether they may ask. */
export function acrossOrigins(handler: HttpHandler): HttpHandler {
  return async (request) => {
    if (headerValue(request.headers, 'origin') === undefined) return handler(request);
    const { status, headers, body } = preflight(request) ?? (await handler(request));
    return { status, headers: [...headers, ...shared], body };
  };
}

/** The answer to a browser that asks whether it may call. It is given here, for the service would record it as a call. */
function preflight({ method, headers }: HttpRequest): HttpReply | undefined {
  const asked = headerValue(headers, 'access-control-request-method');
  if (method !== 'OPTIONS' || asked === undefined) return undefined;
  return {
    status: 200,
    headers: [
      ['date', new Date().toUTCString()],
      ['access-control-allow-methods', asked],
      ['access-control-allow-headers', headerValue(headers, 'access-control-request-headers') ?? ''],
      ['access-control-max-age', '172800'],
      ['content-length', '0'],
    ],
    body: new Uint8Array(),
  };
}
