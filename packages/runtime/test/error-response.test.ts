import { errors, operations } from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import { errorOfResponse } from '../src/error-response.ts';
import { BedrockError } from '../src/index.ts';
import { fieldsOf } from './far-side.ts';

const url = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse';

function read(status: number, headers: Record<string, string>, text: string) {
  const error = errorOfResponse({ url, status, headers, requestId: 'r-1' }, text);
  expect(BedrockError.isInstance(error)).toBe(true);
  return fieldsOf(error);
}

const whole = (status: number, headers: Record<string, string>, text: string) => ({
  name: 'BedrockError',
  statusCode: status,
  requestId: 'r-1',
  retryAfterMs: undefined,
  responseHeaders: headers,
  responseBody: text,
  details: undefined,
  hint: undefined,
  url,
});

describe('every modelled error of every operation', () => {
  const modelled = Object.values(operations).flatMap(({ name, errors: codes }) =>
    codes.map((code) => [name, code] as const),
  );

  test.each(modelled)('%s: %s, by the header and by the body', (_, code) => {
    const { status, retryable, members = [] } = errors[code];
    const details = Object.fromEntries(
      members.map((member) => [member, member === 'originalStatusCode' ? 500 : member]),
    );
    const text = JSON.stringify({ message: 'Said by AWS.', ...details });
    const headers = { 'x-amzn-errortype': `${code}:http://internal.amazon.com/coral/com.amazonaws.bedrock/` };
    const expected = {
      ...whole(status, headers, text),
      code,
      message: 'Said by AWS.',
      isRetryable: retryable,
      details: members.length > 0 ? details : undefined,
      hint: undefined,
    };
    expect(read(status, headers, text)).toEqual(expected);
    const body = JSON.stringify({
      __type: `com.amazonaws.bedrockruntime#${code}`,
      message: 'Said by AWS.',
      ...details,
    });
    expect(read(status, {}, body)).toEqual({
      ...expected,
      responseHeaders: {},
      responseBody: body,
    });
  });

  test('none was left out', () => {
    expect(modelled).toHaveLength(93);
  });
});

describe('where the name stands', () => {
  test('a server that says aborted is no abort of the caller', () => {
    const text = '{"code":"aborted","message":"Try again."}';
    expect(read(409, {}, text)).toMatchObject({ name: 'BedrockError', code: 'Aborted', statusCode: 409 });
  });

  test.each([
    [
      { 'x-amzn-errortype': 'ThrottlingException' },
      '{"code":"Other","__type":"Other"}',
      'ThrottlingException',
    ],
    [{}, '{"code":"ThrottlingException","__type":"Other"}', 'ThrottlingException'],
    [{}, '{"Code":"ThrottlingException"}', 'ThrottlingException'],
    [{}, '{"__type":"a.b#ThrottlingException"}', 'ThrottlingException'],
    [{}, '{"code":"","__type":"a.b#ThrottlingException:http://internal.amazon.com/"}', 'ThrottlingException'],
    [{}, '{"code":429}', 'UnknownError'],
    [{ 'x-amzn-errortype': 'throttlingexception,x' }, '{}', 'ThrottlingException'],
    [{ 'x-amzn-errortype': 'BrandNewException' }, '{}', 'BrandNewException'],
    [{ 'x-amzn-errortype': '' }, '', 'UnknownError'],
  ])('%j %s', (headers, text, code) => {
    expect(read(400, headers, text)['code']).toBe(code);
  });
});

describe('where the message stands', () => {
  test.each([
    ['{"message":"lower"}', 'lower'],
    ['{"Message":"upper"}', 'upper'],
    ['{"message":null,"Message":"upper"}', 'upper'],
    ['{"error":{"message":"of a gateway"}}', 'of a gateway'],
    ['{"error":"of a gateway"}', 'of a gateway'],
    ['upstream connect error', 'The server answered with status 502: upstream connect error'],
    ['', 'The server answered with status 502 and no message.'],
    ['\r\n', 'The server answered with status 502 and no message.'],
    ['x'.repeat(300), `The server answered with status 502: ${'x'.repeat(300)}`],
    [
      'x'.repeat(301),
      'The server answered with status 502 and a body of type text/html, perhaps of a proxy: see responseBody.',
    ],
    ['{}', 'The server answered with status 502: {}'],
    ['[1]', 'The server answered with status 502: [1]'],
    ['"gone"', 'The server answered with status 502: "gone"'],
    [
      '<html><h1>502</h1></html>',
      'The server answered with status 502 and a body of type text/html, titled "502", perhaps of a proxy: see responseBody.',
    ],
    [
      '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body><h1>413</h1>',
      'The server answered with status 502 and a body of type text/html, titled "413 Request Entity Too Large", perhaps of a proxy: see responseBody.',
    ],
    [
      '<!doctype html><html><TITLE dir="ltr">\n  Access denied \n</TITLE>',
      'The server answered with status 502 and a body of type text/html, titled "Access denied", perhaps of a proxy: see responseBody.',
    ],
    [
      '<html><title></title><p>Blocked</p>',
      'The server answered with status 502 and a body of type text/html, perhaps of a proxy: see responseBody.',
    ],
  ])('%s', (text, message) => {
    expect(read(502, { 'content-type': 'text/html' }, text)).toEqual({
      ...whole(502, { 'content-type': 'text/html' }, text),
      code: 'UnknownError',
      isRetryable: true,
      message,
      details: text.startsWith('{"error"') ? (JSON.parse(text) as unknown) : undefined,
    });
  });

  // Bodies of gateways. LiteLLM puts AWS's body as text into one of its own; the others are those of Cloudflare's AI Gateway, Apigee
  // (https://cloud.google.com/apigee/docs/api-platform/reference/policies/error-code-reference), WSO2, RFC 9457 and RFC 6749, section 5.2.
  test.each([
    [
      '{"detail":{"error":"{\\"message\\":\\"The provided model identifier is invalid.\\"}"}}',
      'The provided model identifier is invalid.',
    ],
    [`{"detail":{"error":"{\\"message\\":\\"${'long '.repeat(99)}.\\"}"}}`, `${'long '.repeat(99)}.`],
    ['{"detail":"Not authenticated"}', 'Not authenticated'],
    [
      '{"success":false,"result":[],"messages":[],"error":[{"code":2001,"message":"Configure it."}]}',
      'Configure it.',
    ],
    ['{"success":false,"errors":[{"code":2009,"message":"Unauthorized"}],"result":null}', 'Unauthorized'],
    [
      '{"fault":{"faultstring":"Invalid key","detail":{"errorcode":"steps.oauth.v2.InvalidApiKey"}}}',
      'Invalid key',
    ],
    [
      '{"fault":{"code":900902,"message":"Missing Credentials","description":"No key"}}',
      'Missing Credentials',
    ],
    [
      '{"type":"about:blank","title":"Forbidden","status":403,"detail":"Not on the list."}',
      'Not on the list.',
    ],
    ['{"type":"about:blank","title":"Forbidden","status":403}', 'Forbidden'],
    ['{"error":"invalid_token","error_description":"The token has expired."}', 'The token has expired.'],
    ['{"message":"{\\"not\\":\\"words\\"}"}', '{"not":"words"}'],
  ])('%s of a gateway', (text, message) => {
    expect(read(400, {}, text)).toMatchObject({ code: 'UnknownError', message, responseBody: text });
  });

  // So says Bedrock what a model of OpenAI's refuses under InvokeModel: all of the model's own error is its message.
  test.each(['message', 'Message'])('a %s of AWS that is JSON stays whole', (member) => {
    const message = '{"error":{"code":"unknown_parameter","message":"Unknown.","param":"anthropic_version"}}';
    const headers = { 'x-amzn-errortype': 'ValidationException' };
    const text = JSON.stringify({ [member]: message });
    expect(read(400, headers, text)).toMatchObject({ code: 'ValidationException', message });
  });

  test.each([
    '{"detail":[{"loc":["body","messages"],"msg":"Field required"}]}',
    '{"errors":[]}',
    `${'{"error":'.repeat(20)}"deep"${'}'.repeat(20)}`,
  ])('a body without words comes as it is: %s', (text) => {
    expect(read(400, {}, text)).toMatchObject({ message: `The server answered with status 400: ${text}` });
  });

  test('a page may come without its type', () => {
    expect(read(502, {}, '<html>')['message']).toBe(
      'The server answered with status 502 and a body of type unknown, perhaps of a proxy: see responseBody.',
    );
  });
});

test.each([
  ['x-amzn-error-message', '', 'in a header'],
  ['x-amzn-errormessage', '{}', 'in a header'],
  ['x-amzn-errormessage', '{"message":"in the body"}', 'in the body'],
])('the message stands in the header %s of %j', (header, text, message) => {
  const headers = { 'x-amzn-errortype': 'ValidationException', [header]: 'in a header' };
  expect(read(400, headers, text)).toMatchObject({ code: 'ValidationException', message });
});

test('the coral envelope that comes with status 200 has the status of its code', () => {
  const text = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}';
  expect(read(200, {}, text)).toEqual({
    ...whole(404, {}, text),
    code: 'UnknownOperationException',
    isRetryable: false,
    message: `The server answered with status 200: ${text}`,
  });
});

test.each([
  [
    308,
    { location: 'https://elsewhere.test/model/m/converse' },
    'The server redirects to https://elsewhere.test/model/m/converse, ',
  ],
  // What a browser makes of a redirect that is not followed: https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
  [0, {}, 'The server redirects, '],
])('a redirect with status %i is an error', (status, headers, start) => {
  expect(read(status, headers, '')).toMatchObject({
    code: 'UnexpectedRedirect',
    statusCode: status || undefined,
    isRetryable: false,
    message: `${start}which is not followed: give the target, without the path of the call, as the endpoint.`,
  });
});

describe('whether to send it again', () => {
  test.each([
    ['the code decides over the status', 400, 'ThrottlingException', '{}', true],
    ['a model error of the client', 424, 'ModelErrorException', '{"originalStatusCode":400}', false],
    ['a model error without a status', 424, 'ModelErrorException', '{}', true],
    ['a model error of the server', 424, 'ModelErrorException', '{"originalStatusCode":500}', true],
    ['an unknown code with 429', 429, 'Unheard', '{}', true],
    ['an unknown code with 503', 503, 'Unheard', '{}', true],
    ['an unknown code with 400', 400, 'Unheard', '{}', false],
    ['an unknown code with 408', 408, 'Unheard', '{}', true],
    ['an unknown code with 501', 501, 'Unheard', '{}', false],
    ['an unknown code with 520', 520, 'Unheard', '{}', true],
    ['an unknown code with 529', 529, 'Unheard', '{}', true],
    ['a known code with 529', 529, 'ValidationException', '{}', false],
  ])('%s', (_, status, code, text, isRetryable) => {
    expect(read(status, { 'x-amzn-errortype': code }, text)['isRetryable']).toBe(isRetryable);
  });

  test.each([
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '0' }, 0],
    [{ 'x-amz-retry-after': '1500', 'retry-after': '9' }, 1500],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': 'Thu, 15 Jan 2015 12:00:00 GMT' }, 0],
    [{}, undefined],
  ])('%j', (headers, retryAfterMs) => {
    expect(read(429, headers, '{}')['retryAfterMs']).toBe(retryAfterMs);
  });

  test('a date to come is a wait until then', () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfterMs } = read(429, { 'retry-after': date }, '');
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});
