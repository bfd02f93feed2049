// Values that TypeScript refuses and JavaScript passes: what they are told, and that nothing is sent.
import { describe, expect, test } from 'vitest';
import {
  type ApiKey,
  bearerAuth,
  type BedrockRuntimeSettings,
  type CallOptions,
  converse,
  createBedrockRuntime,
  createClient,
  type SigV4Settings,
  sigv4Auth,
} from '../src/index.ts';
import { answer, bytesOf, fakeFetch, json, streamResponse } from './far-side.ts';

const request = { modelId: 'm', messages: [] };
const time = 'expected a number from 0 on';

async function refusal(settings: object, options: object = {}): Promise<unknown> {
  const { fetch, calls } = fakeFetch();
  const defaults = { region: 'us-east-1', apiKey: 'k', environment: {}, fetch };
  // The casts: what is tested is what the types forbid.
  const runtime = createBedrockRuntime({ ...defaults, ...settings });
  const error: unknown = await runtime
    .converse(request, options as CallOptions)
    .catch((reason: unknown) => reason);
  expect(calls).toEqual([]);
  return error;
}

const invalid = (message: string, code = 'InvalidRequest') => ({
  name: 'BedrockError',
  code,
  message,
  isRetryable: false,
});

describe('a setting that is', () => {
  test.each([
    ['region', 7, 'region: expected string, found number'],
    ['fips', 'false', 'fips: expected boolean, found string'],
    ['dualStack', 1, 'dualStack: expected boolean, found number'],
    ['userAgent', {}, 'userAgent: expected string, found object'],
    ['fetch', 'undici', 'fetch: expected function, found string'],
    ['retry', 3, 'retry: expected function, found number'],
    ['hintFor', true, 'hintFor: expected function, found boolean'],
    ['wrapError', 'Error', 'wrapError: expected function, found string'],
    ['environment', 5, 'environment: expected object or function, found number'],
    ['headers', 'x-a: b', 'headers: expected object, found string'],
    ['headers', '', 'headers: expected object, found string'],
    ['headers', false, 'headers: expected object, found boolean'],
    ['headers', ['ab: c'], 'headers: expected pairs in a list, found string'],
    ['headers', [['x-a', '1'], 7], 'headers: expected pairs in a list, found number'],
    ['headers', { 'x-a': 7 }, 'header x-a: expected string, found number'],
    ['auth', 'None', 'auth: expected "none" or no value, found another'],
    ['auth', true, 'auth: expected "none" or no value, found another'],
    ['firstEventTimeoutMs', '5s', `firstEventTimeoutMs: ${time}, found "5s"`],
    ['firstEventTimeoutMs', '300000', `firstEventTimeoutMs: ${time}, found "300000"`],
    ['firstEventTimeoutMs', Number.NaN, `firstEventTimeoutMs: ${time}, found NaN`],
    ['idleTimeoutMs', -1, `idleTimeoutMs: ${time}, found -1`],
  ])('%s: %j is refused', async (name, value, message) => {
    expect(await refusal({ [name]: value })).toMatchObject(invalid(message));
  });

  test.each([
    ['signingHost', new URL('https://bedrock-runtime.us-east-1.amazonaws.com'), 'string, found object'],
    ['signingHost', 443, 'string, found number'],
    ['signingRegion', ['us-east-1'], 'string, found object'],
    ['clock', new Date(0), 'function, found object'],
  ])('%s: %j is refused by the call, not by what makes the client', async (name, value, wrong) => {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
    const error = await refusal({ apiKey: undefined, credentials, [name]: value });
    expect(error).toMatchObject(invalid(`${name}: expected ${wrong}`));
  });

  test.each(['region', 'fips', 'userAgent', 'fetch', 'retry', 'headers', 'idleTimeoutMs', 'environment'])(
    '%s: null is as none',
    async (name) => {
      const { fetch } = fakeFetch(json({ output: {} }));
      const settings = { region: 'us-east-1', apiKey: 'k', fetch, [name]: null };
      const endpoint = name === 'region' ? { endpoint: 'https://gateway.example' } : {};
      const runtime = createBedrockRuntime({ ...settings, ...endpoint }); // as above
      // Without a fetch the call goes to the one of the runtime, which is told to give up at once.
      const signal = name === 'fetch' ? AbortSignal.abort() : undefined;
      const answered = await runtime.converse(request, { signal }).catch((reason: unknown) => reason);
      expect(answered).toMatchObject(name === 'fetch' ? { code: 'Aborted' } : { status: 200 });
    },
  );
});

describe('an option of a call that is', () => {
  test.each([
    ['signal', new AbortController(), 'signal: expected AbortSignal, found object'],
    ['idleTimeoutMs', true, `idleTimeoutMs: ${time}, found true`],
    ['headers', 7, 'headers: expected object, found number'],
    // Only the client's may be a function.
    ['headers', () => ({ 'x-a': '1' }), 'headers: expected object, found function'],
  ])('%s: wrong is refused', async (name, value, message) => {
    expect(await refusal({}, { [name]: value })).toMatchObject(invalid(message));
  });
});

describe('a secret', () => {
  const unsigned = {
    method: 'POST',
    url: 'https://h/',
    target: '/',
    headers: {},
    body: undefined,
    region: 'us-east-1',
    environment: {},
  };

  test.each([7, true, {}, () => 7])('apiKey: %s is refused', async (apiKey) => {
    const type = typeof apiKey === 'function' ? 'number' : typeof apiKey;
    const told = invalid(`apiKey: expected string or function, found ${type}`, 'InvalidCredentials');
    expect(await refusal({ apiKey })).toMatchObject(told);
    const authorized = Promise.resolve(bearerAuth(apiKey as unknown as ApiKey)(unsigned)); // as above
    await expect(authorized).rejects.toMatchObject(told);
  });

  test.each([
    ['A:S', 'accessKeyId'],
    [{}, 'accessKeyId'],
    [{ accessKeyId: 7, secretAccessKey: 'S' }, 'accessKeyId'],
    [{ accessKeyId: 'A', secretAccessKey: ['S'] }, 'secretAccessKey'],
  ])('credentials: %j are refused', async (credentials, name) => {
    const settings = { apiKey: null, credentials };
    const error = await refusal(settings);
    expect(error).toMatchObject({
      code: 'InvalidCredentials',
      message: expect.stringContaining(`The credentials lack ${name}.`) as string,
    });
    const authorized = Promise.resolve(sigv4Auth(settings as unknown as SigV4Settings)(unsigned)); // as above
    await expect(authorized).rejects.toMatchObject({ code: 'InvalidCredentials' });
  });
});

test('headers may be a Headers object', async () => {
  const { fetch, calls } = fakeFetch(json({ output: {} }));
  const headers = new Headers({ 'X-One': '1' });
  const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, headers });
  await runtime.converse(request, { headers: new Headers({ 'X-Two': '2' }) });
  expect(calls[0]?.init.headers).toMatchObject({ 'x-one': '1', 'x-two': '2' });
});

const late = async (): Promise<Response> => {
  await new Promise((resolve) => setTimeout(resolve, 30));
  return streamResponse([bytesOf(answer('a'))]);
};

test.each([Infinity, 2 ** 31, Number.MAX_VALUE, false as const])(
  'a time limit of %s is none',
  async (limit) => {
    const { fetch } = fakeFetch(late);
    const limits = { firstEventTimeoutMs: limit, idleTimeoutMs: limit };
    const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, ...limits });
    const events: unknown[] = [];
    for await (const event of await runtime.converseStream(request)) events.push(event);
    expect(events).toHaveLength(5);
  },
);

test('a call without a time limit wins over a client with one', async () => {
  const { fetch } = fakeFetch(late, late);
  const limits = { firstEventTimeoutMs: 1, idleTimeoutMs: 1 };
  const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, ...limits });
  await expect(runtime.converseStream(request)).rejects.toMatchObject({ code: 'FirstEventTimeout' });
  const without = { firstEventTimeoutMs: false, idleTimeoutMs: false } as const;
  const events: unknown[] = [];
  for await (const event of await runtime.converseStream(request, without)) events.push(event);
  expect(events).toHaveLength(5);
});

test('a wrong option reaches wrapError as every error does', async () => {
  const wrapError = ({ code }: { code: string }) => new Error(`wrapped ${code}`);
  expect(await refusal({ wrapError, fetch: 7 })).toEqual(new Error('wrapped InvalidRequest'));
});

test('an error stays what it is where wrapError returns nothing, as one that only writes to a log', async () => {
  expect(await refusal({ wrapError: () => undefined, fetch: 7 })).toMatchObject(
    invalid('fetch: expected function, found number'),
  );
});

test('a region in place of the settings is refused, and not passed over', () => {
  const region = 'eu-west-1' as BedrockRuntimeSettings; // what the types forbid
  expect(() => createBedrockRuntime(region)).toThrow(
    expect.objectContaining(invalid('settings: expected object, found string')),
  );
});

test.each([
  [null, 'settings: expected object, found null'],
  [5, 'settings: expected object, found number'],
  [Promise.resolve({ region: 'us-east-1' }), 'settings: expected object, found a promise'],
  [{ baseURL: 'https://gateway.test' }, 'baseURL is not read. Did you mean endpoint?'],
  [{ accessKeyId: 'A', secretAccessKey: 'S' }, 'accessKeyId is not read. Did you mean credentials?'],
])('settings that are %j are refused, and not passed over', (settings, message) => {
  // The cast: what the types forbid.
  expect(() => createBedrockRuntime(settings as BedrockRuntimeSettings)).toThrow(
    expect.objectContaining(invalid(message)),
  );
});

test('authorize: "key" is refused by the call of a client', async () => {
  const client = createClient({ region: 'us-east-1', authorize: 'key' as never }); // as above
  await expect(converse(client, request)).rejects.toMatchObject(
    invalid('authorize: expected function, found string'),
  );
});

test.each([
  ['bearerAuth', bearerAuth as unknown],
  ['sigv4Auth', sigv4Auth],
  ['a function that returns headers alone', () => new Headers()],
  ['a function that returns nothing', () => undefined],
])('authorize: %s in place of what makes it is refused, and nothing is sent', async (_name, authorize) => {
  const { fetch, calls } = fakeFetch();
  // The cast: what the types forbid.
  const client = createClient({ region: 'us-east-1', fetch, authorize: authorize as never });
  await expect(converse(client, request)).rejects.toMatchObject(
    invalid('authorize: expected bearerAuth(key) or the like, found another function'),
  );
  expect(calls).toEqual([]);
});

test('authorize: a key for a gateway that is not there is refused by the name of its header', async () => {
  const { fetch, calls } = fakeFetch();
  const authorize = () => ({ headers: { 'x-api-key': undefined }, secrets: [] });
  // The cast: what the types forbid.
  const client = createClient({ region: 'us-east-1', fetch, authorize: authorize as never });
  await expect(converse(client, request)).rejects.toMatchObject(
    invalid('header x-api-key: expected string, found undefined'),
  );
  expect(calls).toEqual([]);
});

test('settings may have a name of the provider beside their own', () => {
  const both = { endpoint: 'https://gateway.test', baseURL: 'https://gateway.test' };
  expect(() => createBedrockRuntime(both)).not.toThrow();
});

test('null in place of the options of a call is none', async () => {
  const { fetch } = fakeFetch(json({ output: {} }));
  const runtime = createBedrockRuntime({ region: 'us-east-1', apiKey: 'k', fetch });
  expect(await runtime.converse(request, null as unknown as CallOptions)).toMatchObject({ status: 200 });
});
