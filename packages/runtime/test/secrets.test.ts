// What was secret in a request is not in the error that quotes it.
import { describe, expect, test } from 'vitest';
import { converse, sigv4Auth } from '../src/index.ts';
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
});
