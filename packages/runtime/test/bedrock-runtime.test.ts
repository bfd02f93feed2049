import { expect, test, vi } from 'vitest';
import * as runtime from '../src/index.ts';
import { fakeFetch, json } from './far-side.ts';

test('has a method for each operation function, and the client for those that stand alone', () => {
  const operations = Object.keys(runtime).filter(
    (name) =>
      !/^(?:create|resolve|sigv4Auth|bearerAuth|noAuth|fullJitter|serialize|invokeModelBytes|BedrockError)/.test(
        name,
      ),
  );
  expect(Object.keys(runtime.createBedrockRuntime()).sort()).toEqual(['client', ...operations].sort());
});

test('needs no setting at all: the environment of the process is read when a call is made', async () => {
  const { fetch, calls } = fakeFetch(json({ output: {} }));
  const bedrock = runtime.createBedrockRuntime({ fetch });
  vi.stubEnv('AWS_REGION', 'eu-west-3');
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'of-the-process');
  try {
    await bedrock.converse({ modelId: 'm' });
  } finally {
    vi.unstubAllEnvs();
  }
  expect(calls[0]?.url).toBe('https://bedrock-runtime.eu-west-3.amazonaws.com/model/m/converse');
  expect(calls[0]?.init.headers).toMatchObject({ authorization: 'Bearer of-the-process' });
});

test('a variable that may not be read, as in Deno without a permission for it, ends a call only where something is missing', async () => {
  const { fetch, calls } = fakeFetch(json({ output: {} }), json({ output: {} }));
  const mayRead = (...names: readonly string[]): Record<string, string> =>
    new Proxy<Record<string, string>>(
      {},
      {
        get(_, name) {
          if (names.includes(String(name))) return `my-${String(name)}`;
          throw new Error(`Requires env access to "${String(name)}"`);
        },
      },
    );
  const written = { fetch, region: 'us-east-1', apiKey: 'k', environment: mayRead() };
  await runtime.createBedrockRuntime(written).converse({ modelId: 'm' });
  const keys = mayRead('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN');
  await runtime
    .createBedrockRuntime({ fetch, region: 'us-east-1', environment: keys })
    .converse({ modelId: 'm' });
  expect(calls.map(({ url }) => url)).toEqual([
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse',
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse',
  ]);
  expect(calls[1]?.init.headers).toMatchObject({ 'x-amz-security-token': 'my-AWS_SESSION_TOKEN' });
  for (const [settings, name] of [
    [{ apiKey: 'k' }, 'AWS_REGION'],
    [{ region: 'us-east-1' }, 'AWS_ACCESS_KEY_ID'],
  ] as const)
    await expect(
      runtime.createBedrockRuntime({ ...settings, fetch, environment: mayRead() }).converse({ modelId: 'm' }),
    ).rejects.toMatchObject({ message: `Requires env access to "${name}"` });
});

test('an error says what to do about it; a core that is put together by hand does so where it is asked to', async () => {
  const refusal = () =>
    new Response('{"message":"The security token included in the request is expired"}', {
      status: 403,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'ExpiredTokenException' },
    });
  const connection = { fetch: fakeFetch(refusal, refusal, refusal, refusal).fetch, region: 'us-east-1' };
  const hintOf = (call: Promise<unknown>): Promise<string | undefined> =>
    call.then(
      () => 'was answered',
      (error: unknown) => (runtime.BedrockError.isInstance(error) ? error.hint : 'is no BedrockError'),
    );

  const composed = runtime.createBedrockRuntime({ ...connection, apiKey: 'k' });
  expect(await hintOf(composed.converse({ modelId: 'm' }))).toMatch(/^The credentials .* have expired/);
  const settings = { ...connection, authorize: runtime.bearerAuth('k') };
  expect(await hintOf(runtime.converse(runtime.createClient(settings), { modelId: 'm' }))).toBeUndefined();
  const asked = runtime.createClient({ ...settings, hintFor: (code) => `See ${code}.` });
  expect(await hintOf(runtime.converse(asked, { modelId: 'm' }))).toBe('See ExpiredTokenException.');
  const loaded = runtime.createClient({ ...settings, hintFor: (code) => Promise.resolve(`Read ${code}.`) });
  expect(await hintOf(runtime.converse(loaded, { modelId: 'm' }))).toBe('Read ExpiredTokenException.');
});

test.each([
  () => {
    throw new Error('no hints');
  },
  () => Promise.reject(new Error('no hints')),
])('an error whose hint fails is thrown without it, as wrapError makes it: %s', async (hintFor) => {
  const client = runtime.createClient({
    region: 'us-east-1',
    authorize: runtime.bearerAuth('k'),
    fetch: fakeFetch(() => new Response('{"message":"No."}', { status: 403 })).fetch,
    hintFor,
    wrapError: ({ message, hint }) => Object.assign(new Error(message), { hint }),
  });
  const call = runtime.converse(client, { modelId: 'm' });
  await expect(call).rejects.toMatchObject({ name: 'Error', message: 'No.', hint: undefined });
});
