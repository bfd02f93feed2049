// Reads a BedrockError out of whatever a server answers: AWS's JSON in its spellings, the pages of proxies, nothing at all.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
import { errorEntry, errors, isRetryable } from '@bedrock-kit/protocol/client';
import { BedrockError } from './errors.ts';

/** What is known of the answer that carried an error. */
export interface ErrorOrigin {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
}

/** The error of an answer whose body is `text`. */
export function errorOfResponse(origin: ErrorOrigin, text: string): BedrockError {
  const { headers, status } = origin;
  const body = jsonObject(text);
  const envelope = coralEnvelope(body);
  const members = envelope ?? body ?? {};
  const name = headers['x-amzn-errortype'] || stringIn(members, 'code', 'Code', '__type');
  // Browsers give a redirect that is not followed the status 0.
  const redirected = status === 0 || (status >= 300 && status < 400);
  const code = name ? codeOf(name) : redirected ? 'UnexpectedRedirect' : 'UnknownError';
  return bedrockError(origin, {
    code,
    message: messageOf(members) ?? messageWithoutJson(origin, text, redirected),
    members,
    text,
    // The envelope comes with 200, which says nothing of the error.
    status: envelope && status < 300 ? errorEntry(code)?.status : status || undefined,
  });
}

/** The error of an exception event or an error frame in a stream: it began with 200, so its status is the code's own. */
export function errorOfEvent(
  origin: ErrorOrigin,
  name: string,
  payload: string,
  message?: string,
): BedrockError {
  const members = jsonObject(payload) ?? {};
  const code = codeOf(name);
  return bedrockError(origin, {
    code,
    message: message ?? messageOf(members) ?? (payload.trim() || `The stream was ended by ${code}.`),
    members,
    text: payload,
    // A frame of an error outside of the model says InternalError and the like for a failure of the service.
    status: errorEntry(code)?.status ?? (code.startsWith('Internal') ? 500 : undefined),
  });
}

/**
 * The error in a body that came with a successful status: the envelope of AWS's front end, `{"Output":{"__type":"..."},
 * "Version":"1.0"}`, or the bare error. No answer of an operation has a member `__type`.
 */
export function coralEnvelope(body: Members | undefined): Members | undefined {
  for (const members of [body?.['Output'], body])
    if (isObject(members) && typeof members['__type'] === 'string') return members;
  return undefined;
}

export type Members = Readonly<Record<string, unknown>>;

interface Parts {
  readonly code: string;
  readonly message: string;
  readonly members: Members;
  readonly text: string;
  readonly status: number | undefined;
}

/** Members that have a place of their own in an error, in lower case. */
const ownMembers: ReadonlySet<string> = /* @__PURE__ */ new Set(['message', '__type', 'code']);

function bedrockError(origin: ErrorOrigin, { code, message, members, text, status }: Parts): BedrockError {
  const { originalStatusCode } = members;
  const details = Object.entries(members).filter(([name]) => !ownMembers.has(name.toLowerCase()));
  return new BedrockError({
    code,
    message,
    statusCode: status,
    requestId: origin.requestId,
    isRetryable:
      isRetryable(code, { status, originalStatusCode: numberIn(originalStatusCode) }) ||
      isGatewayTrouble(code, status),
    retryAfterMs: retryAfterMs(origin.headers),
    responseHeaders: origin.headers,
    responseBody: text,
    details: details.length > 0 ? Object.fromEntries(details) : undefined,
    url: origin.url,
  });
}

// What those between here and AWS say, of which the catalogue does not know: a request that took too long to arrive, and the
// statuses from 520 on that content networks made up for an upstream that fails.
function isGatewayTrouble(code: string, status = 0): boolean {
  return !errorEntry(code) && (status === 408 || status >= 520);
}

// `com.amazonaws.bedrockruntime#ValidationException`, `ThrottlingException:http://internal.amazon.com/coral/...`, and
// the event name `throttlingException` are one kind of name. AWS's clients cut at a comma, then a colon, then take what
// follows the hash. The catalogue then gives the spelling, so that gateways may use any case.
function codeOf(name: string): string {
  const bare = (name.split(/[,:]/, 1)[0] ?? name).trim().replace(/^.*#/, '');
  const pascal = bare.charAt(0).toUpperCase() + bare.slice(1);
  const lower = bare.toLowerCase();
  return Object.keys(errors).find((known) => known.toLowerCase() === lower) ?? pascal;
}

function messageOf(members: Members): string | undefined {
  const { error } = members; // the way of gateways that speak OpenAI's dialect
  return (
    stringIn(members, 'message', 'Message', 'errorMessage', 'error') ??
    (isObject(error) ? stringIn(error, 'message') : undefined)
  );
}

function messageWithoutJson({ headers, status }: ErrorOrigin, text: string, redirected: boolean): string {
  if (redirected)
    return `The server redirects${headers['location'] ? ` to ${headers['location']}` : ''}, which is not followed, so that credentials stay with the host they were meant for: give that address as the endpoint.`;
  const type = headers['content-type'];
  const plain = text.trim();
  if (!plain) return `The server answered with status ${status} and no message.`;
  if (plain.startsWith('<') || plain.length > 300)
    return `The server answered with status ${status} and a body of type ${type ?? 'unknown'} that is no error of Bedrock: it may come from a proxy on the way. See responseBody.`;
  return `The server answered with status ${status}: ${plain}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const milliseconds = Number(headers['x-amz-retry-after'] ?? NaN);
  if (milliseconds >= 0) return milliseconds;
  const value = headers['retry-after'];
  if (!value) return undefined;
  const seconds = Number(value);
  if (seconds >= 0) return seconds * 1000;
  // A date begins with the name of a day.
  const date = /^[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function stringIn(members: Members, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = members[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The object that a text is the JSON of, if it is. */
export function jsonObject(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
