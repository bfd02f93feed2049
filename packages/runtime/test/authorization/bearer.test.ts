import { expect, test } from 'vitest';
import { bearerAuth } from '../../src/index.ts';

const request = {
  method: 'POST',
  url: 'https://x.test/',
  target: '/',
  headers: { 'content-type': 'application/json', authorization: 'of the caller' },
  body: undefined,
  region: undefined,
  environment: {},
};

test('sends the key alone, in place of an authorization of the caller', async () => {
  expect(await bearerAuth(' bedrock-api-key-abc=\n')(request)).toEqual({
    headers: { 'content-type': 'application/json', authorization: 'Bearer bedrock-api-key-abc=' },
    secrets: ['bedrock-api-key-abc='],
  });
});

test('asks a function for each request', async () => {
  let count = 0;
  const authorize = bearerAuth(() => `key-${++count}`);
  expect((await authorize(request)).headers['authorization']).toBe('Bearer key-1');
  expect((await authorize(request)).headers['authorization']).toBe('Bearer key-2');
});

test.each(['', ' ', 'two words', 'Bearer key', 'line\nbreak', '"key"', "'key'", 'ümlaut'])(
  'refuses %j without quoting it',
  async (key) => {
    const error: unknown = await Promise.resolve(bearerAuth(() => key)(request)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'InvalidCredentials' });
    if (key.trim()) expect(String(error)).not.toContain(key);
  },
);

test('keeps the error of a function that fails as the cause', async () => {
  const cause = new Error('vault is sealed');
  await expect(bearerAuth(() => Promise.reject(cause))(request)).rejects.toMatchObject({
    code: 'CredentialsFailed',
    message: 'The apiKey function failed; its error is the cause.',
    cause,
  });
});
