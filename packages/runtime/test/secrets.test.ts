// What was secret in a request is not in the error that quotes it.
import { describe, expect, test } from 'vitest';
import { bearerAuth, converse, createClient, sigv4Auth } from '../src/index.ts';
import { request, setUp } from './answered-client.ts';
import { json } from './far-side.ts';

describe('secrets', () => {
  test('that a server quotes are erased from its error', async () => {
    const sessionToken = 'TOP-SECRET-TOKEN';
    const authorize = sigv4Auth({ credentials: { accessKeyId: 'A', secretAccessKey: 'S', sessionToken } });
    const { client, sent } = setUp({ authorize }, () => {
      const { authorization } = sent()[0] ?? {};
      return json(
        { message: `Canonical request: x-amz-security-token:${sessionToken} ${authorization}` },
        { status: 403, headers: { 'x-echo': `Bearer ${sessionToken}` } },
      );
    });
    const error: unknown = await converse(client, request).catch((reason: unknown) => reason);
    const signature = sent()[0]?.['authorization']?.split('Signature=')[1] ?? 'none';
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(error) + String(error)).not.toMatch(new RegExp(`${sessionToken}|${signature}`));
    expect(error).toMatchObject({
      message: expect.stringContaining('x-amz-security-token:***') as string,
      responseHeaders: { 'x-echo': 'Bearer ***' },
    });
  });

  test('are erased also where the error stands in a success, and where the caller wrote the header', async () => {
    const { client } = setUp({ headers: { authorization: 'Bearer TOP-SECRET-TOKEN' } }, () =>
      json(
        { __type: 'ValidationException', message: 'The token TOP-SECRET-TOKEN is none' },
        { headers: { 'x-echo': 'TOP-SECRET-TOKEN' } },
      ),
    );
    await expect(converse(client, request)).rejects.toMatchObject({
      message: 'The token *** is none',
      responseHeaders: { 'content-type': 'application/json', 'x-echo': '***' },
      responseBody: '{"__type":"ValidationException","message":"The token *** is none"}',
    });
  });

  // The headers in which Cloudflare's AI Gateway, Azure API Management, Portkey and Amazon API Gateway take their keys.
  test.each(['cf-aig-authorization', 'Ocp-Apim-Subscription-Key', 'x-portkey-api-key', 'x-api-key'])(
    'are erased where the caller wrote a key for a gateway into the header %s',
    async (name) => {
      const headers = { [name]: 'Bearer TOP-SECRET-KEY', 'x-portkey-provider': '@blue-whales' };
      const { client } = setUp({ headers }, () =>
        json({ message: '@blue-whales: no such key: TOP-SECRET-KEY' }, { status: 401 }),
      );
      await expect(converse(client, request)).rejects.toMatchObject({
        message: '@blue-whales: no such key: ***',
        responseBody: '{"message":"@blue-whales: no such key: ***"}',
      });
    },
  );

  test.each([
    ['PHP writes a slash', (token: string) => token.replaceAll('/', '\\/')],
    ['.NET writes a plus sign', (token: string) => token.replaceAll('+', '\\u002B')],
    ['Gson writes an equals sign', (token: string) => token.replaceAll('=', '\\u003d')],
    ['JSON in JSON writes a slash', (token: string) => token.replaceAll('/', '\\\\\\/')],
  ])('are erased also where they are escaped as %s', async (_writer, escaped) => {
    const sessionToken = 'IQoJ/b3+JpZ2lu=';
    const authorize = sigv4Auth({ credentials: { accessKeyId: 'A', secretAccessKey: 'S', sessionToken } });
    const { client } = setUp(
      { authorize },
      () => new Response(`{"message":"no ${escaped(sessionToken)}, \\"a\\/b\\""}`, { status: 403 }),
    );
    await expect(converse(client, request)).rejects.toMatchObject({
      message: 'no ***, "a/b"',
      responseBody: '{"message":"no ***, \\"a/b\\""}',
    });
  });

  test.each([
    ['in JSON in JSON in JSON', String.raw`"{\"said\":\"{\\\"a\\\":\\\"1 \\\\u002b 1\\\"}\"}"`],
    ['in a pattern', String.raw`"must match https:\\/\\/.+"`],
  ])('an answer without them stays as it is, with its escapes %s', async (_place, message) => {
    const body = `{"__type":"ValidationException","message":${message}}`;
    const { client } = setUp({}, () => new Response(body, { status: 400, headers: { 'x-said': message } }));
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ValidationException',
      message: JSON.parse(message) as string,
      responseBody: body,
      responseHeaders: { 'x-said': message },
    });
  });

  test('an answer with them stays JSON, however often its escapes are escaped', async () => {
    const authorize = bearerAuth('TOP+SECRET+TOKEN');
    const message = String.raw`"no TOP\\\\u002bSECRET\u002bTOKEN"`;
    const { client } = setUp({ authorize }, () => new Response(`{"message":${message}}`, { status: 403 }));
    await expect(converse(client, request)).rejects.toMatchObject({ message: 'no ***' });
  });

  test("that the caller's own fetch quotes are erased from the message; its error stays the cause", async () => {
    const authorize = bearerAuth('TOP-SECRET-TOKEN');
    const client = createClient({
      authorize,
      region: 'us-east-1',
      fetch: (_url, init) => Promise.reject(new Error(`sent ${JSON.stringify(init?.headers)}`)),
    });
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'NetworkError',
      message: expect.stringMatching(/"authorization":"Bearer \*\*\*"/) as string,
      cause: expect.objectContaining({
        message: expect.stringContaining('TOP-SECRET-TOKEN') as string,
      }) as Error,
    });
  });
});
