// Reads a BedrockError out of whatever a server answers: AWS's JSON in its spellings, the pages of proxies, nothing at all.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
import { errorNamed, isRetryable } from '@bedrock-kit/protocol/client';
import { BedrockError } from './errors.ts';
import { maxErrorBytes, type ResponseHead } from './response.ts';

/** The error of an answer whose body is `text`. */
export function errorOfResponse(origin: ResponseHead, text: string): BedrockError {
  const { headers } = origin;
  return bedrockError(
    origin,
    headers['x-amzn-errortype'],
    text,
    // As AWS's clients for Java, .NET and Swift read it: https://github.com/theopenco/llmgateway/pull/1820
    headers['x-amzn-error-message'] ||
      headers['x-amzn-errormessage'] ||
      messageWithoutJson(origin, text.trim()),
  );
}

/** The error of an exception event or an error frame in a stream: it began with 200, so its status is the code's own. */
export function errorOfEvent(
  origin: ResponseHead,
  name: string,
  payload: string,
  message: string = payload.trim(),
): BedrockError {
  return bedrockError(origin, name, payload, message === '{}' ? '' : message);
}

/**
 * The error in a body that came with a successful status: the envelope of AWS's front end, `{"Output":{"__type":"..."},
 * "Version":"1.0"}`, or the bare error, which has a member `__type`.
 */
export function coralEnvelope(body: Members | undefined): Members | undefined {
  return [body?.['Output'], body].find(
    (members): members is Members => typeof (Object(members) as Members)['__type'] === 'string',
  );
}

export type Members = Readonly<Record<string, unknown>>;

/** Whether a body that is not the answer is an error, as gateways send it with a successful status. */
export function hasError(members: Members = {}): boolean {
  return 'error' in members || wordsIn(members) !== undefined;
}

/** Members that have a place of their own in an error. */
const ownMembers = /^(message|__type|code)$/i;

function bedrockError(
  { headers, requestId, status: answered, url }: ResponseHead,
  name: string | undefined,
  text: string,
  otherwise: string,
): BedrockError {
  const body = jsonObject(text);
  const members = coralEnvelope(body) ?? body ?? {};
  const bare =
    bareName(name || stringIn(members, 'code', 'Code', '__type') || '') ||
    (isRedirect(answered) ? 'UnexpectedRedirect' : 'UnknownError');
  // From the catalogue come the spelling, since gateways use any case, and the usual status.
  const [code = bare.charAt(0).toUpperCase() + bare.slice(1), usual] = errorNamed(bare);
  // A successful status says nothing of an error in a stream, or in an envelope. An error frame outside of the service's model says
  // InternalError and the like for a failure of the service.
  const status = answered >= 300 ? answered : (usual ?? (code.startsWith('Internal') ? 500 : undefined));
  const originalStatusCode = Number(members['originalStatusCode']);
  const details = Object.entries(members).filter(([member]) => !ownMembers.test(member));
  return new BedrockError({
    code,
    // AWS's own message stays whole, also where it is the JSON of a model's error: that says which parameter is wrong.
    message:
      stringIn(members, 'message', 'Message') ??
      wordsIn(members) ??
      (otherwise || `The stream was ended by ${code}.`),
    statusCode: status || undefined,
    requestId,
    isRetryable: isRetryable(code, { status, originalStatusCode }) || (!usual && isGatewayTrouble(status)),
    retryAfterMs: retryAfterMs(headers),
    responseHeaders: headers,
    responseBody: text.slice(0, maxErrorBytes),
    details: details.length > 0 ? Object.fromEntries(details) : undefined,
    url,
  });
}

/** Browsers give a redirect that is not followed the status 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

// Statuses that come from between here and AWS, so the catalogue does not have them: 408 for a request that arrived too slowly,
// and those from 520 on, with which content networks report a failing upstream.
function isGatewayTrouble(status = 0): boolean {
  return status === 408 || status >= 520;
}

// `com.amazonaws.bedrockruntime#ValidationException`, `ThrottlingException:http://internal.amazon.com/coral/...`, and
// the event name `throttlingException` are one kind of name. AWS's clients cut at a comma, then a colon, then take what
// follows the hash.
function bareName(name: string): string {
  return name.replace(/[,:].*|^[^,:]*#/gs, '').trim();
}

/**
 * Where a body has its words for a person, the likeliest place first. AWS has `message` and, of a ModelStreamErrorException that says nothing
 * itself, `originalMessage`; Lambda has `errorMessage`. The others are those of gateways, whose lists have words in their first entry.
 */
const places = [
  'message',
  'Message',
  'errorMessage',
  'error_description',
  'detail',
  'error',
  'errors',
  'fault',
  'faultstring',
  'title',
  'originalMessage',
  '0',
];

/** The words for a person in a value of a body, which may lie some levels deep; not deeper, because the body may be anything. */
function wordsIn(value: unknown, levels = 5): string | undefined {
  // A text may be AWS's own body, as LiteLLM passes it on: https://github.com/BerriAI/litellm/blob/main/litellm/proxy/common_request_processing.py
  if (typeof value === 'string') return wordsIn(jsonObject(value), levels) ?? (value || undefined);
  if (typeof value !== 'object' || value === null || levels === 0) return undefined;
  for (const place of places) {
    const words = wordsIn((value as Members)[place], levels - 1);
    if (words) return words;
  }
  return undefined;
}

function messageWithoutJson({ headers, status }: ResponseHead, text: string): string {
  // A redirect is not followed, so that credentials stay with the host that they were meant for.
  const { location: to } = headers;
  if (isRedirect(status))
    return `The server redirects${to ? ` to ${to}` : ''}, which is not followed: give the target, without the path of the call, as the endpoint.`;
  const told = `The server answered with status ${status}`;
  if (text.startsWith('<') || text.length > 300)
    return `${told} and ${foreignBody(headers, text)}, perhaps of a proxy: see responseBody.`;
  return told + (text ? `: ${text}` : ' and no message.');
}

/** A body that is not Bedrock's, told by its type and, where it is a page, by its title or first heading: a proxy says there what is wrong. */
export function foreignBody(headers: ResponseHead['headers'], text: string): string {
  if (!text) return 'an empty body';
  const title = /<(?:title|h1)\b[^<>]*>\s*([^<\n]{1,99})/i.exec(text)?.[1];
  return `a body of type ${headers['content-type'] ?? 'unknown'}${title ? `, titled "${title.trim()}"` : ''}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'x-amz-retry-after': milliseconds = NaN, 'retry-after': value = '' } = headers;
  // A date begins with the name of a day.
  const date = /^[a-z]/i.test(value) ? Date.parse(value) : NaN;
  const waits = [Number(milliseconds), Number(value || NaN) * 1000, Math.max(0, date - Date.now())];
  return waits.find((wait) => wait >= 0);
}

function stringIn(members: Members, ...names: readonly string[]): string | undefined {
  const values = names.map((name) => members[name]);
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}

/** The object that a text is the JSON of, if it is. */
export function jsonObject(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Members)
      : undefined;
  } catch {
    return undefined;
  }
}
