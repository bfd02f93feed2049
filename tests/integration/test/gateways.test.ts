// The settings that docs/setup.md has for gateways, as they stand there, with each major: in front of a Bedrock, a gateway that wants its own
// path and key, and takes them off or puts its own authorization in their place.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createSignedFetch, verifyRequest } from '@bedrock-kit/sigv4';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Major, majors } from './majors.ts';

const guide = readFileSync(new URL('../../../docs/setup.md', import.meta.url), 'utf8');
const section = guide.split(/^## /m).find((text) => text.startsWith('Behind a gateway')) ?? '';
const blocks = [...section.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

type Provider = ReturnType<Major['create']>;
const keys = createLocalBedrock().credentials;
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

/** Runs a block; what it imports is handed to it, AWS's chain as one that gives `keys`. */
async function provided(index: number, create: Major['create']): Promise<Provider> {
  const folder = new URL('../out/gateways/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`block-${index}.js`, folder);
  const code = (blocks[index] ?? '').replace(/^import .*\n/gm, '');
  const names = 'createAmazonBedrock, createSignedFetch, fromNodeProviderChain';
  writeFileSync(file, `export default (${names}) => {\n${code}\nreturn bedrock;\n};\n`);
  const { default: run } = (await import(/* @vite-ignore */ file.href)) as {
    default: (...imports: unknown[]) => Provider;
  };
  return run(create, createSignedFetch, () => () => Promise.resolve(keys));
}

/** Stands in front of a Bedrock: `admit` says under which headers a request goes on, if it may. */
function gateway(prefix: string, admit: (headers: Headers, url: string, init: RequestInit) => unknown) {
  const bedrock = createLocalBedrock({ credentials: keys });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    expect(url.startsWith(`${prefix}/model/`)).toBe(true);
    const headers = new Headers(init.headers);
    if (!(await admit(headers, url, init)))
      return Response.json({ detail: `No such key: ${[...headers.values()].join(' ')}` }, { status: 401 });
    // The name of the model that only the gateway knows.
    const path = url.slice(prefix.length).replace('/my-claude/', `/${encodeURIComponent(modelId)}/`);
    return bedrock.fetch(`https://bedrock-runtime.us-east-1.amazonaws.com${path}`, { ...init, headers });
  });
  return bedrock;
}

/** Lets a request go on with the key that the gateway has for AWS, if its own key is in this header. */
const keyIn = (name: string, value: string) => (headers: Headers) => {
  const isRight = headers.get(name) === value;
  if (isRight) headers.set('authorization', `Bearer ${keys.apiKey}`);
  return isRight;
};

async function textsOf({ ai }: Major, model: object): Promise<string[]> {
  const question = { model, prompt: 'Count to three.', maxRetries: 0 };
  let streamed = '';
  // Without it, ai prints the errors of a stream.
  const onError = () => undefined;
  for await (const text of ai.streamText({ ...question, onError }).textStream) streamed += text;
  return [(await ai.generateText(question)).text, streamed];
}

beforeEach(() => {
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_BEARER_TOKEN_BEDROCK'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', keys.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', keys.secretAccessKey);
});

test('the section has its blocks', () => {
  expect(blocks).toHaveLength(4);
});

describe.each(majors)('%s', (_, major) => {
  test('a key of the gateway as a bearer token, under its own name of a model', async () => {
    vi.stubEnv('LITELLM_API_KEY', 'sk-litellm-key');
    const { requests } = gateway(
      'https://litellm.example.com/bedrock',
      keyIn('authorization', 'Bearer sk-litellm-key'),
    );
    const bedrock = await provided(0, major.create);
    const model = bedrock('my-claude', { baseModelId: 'anthropic.claude-sonnet-4-5' });
    expect(await textsOf(major, model)).toEqual(['1 2 3', '1 2 3']);
    // Only for a model that is known to be Claude.
    expect(requests[0]?.input).toMatchObject({
      additionalModelResponseFieldPaths: expect.any(Array) as unknown,
    });
  });

  test('a key in another header, which is not in the error that quotes it', async () => {
    vi.stubEnv('PORTKEY_API_KEY', 'portkey-key');
    const prefix = 'https://api.portkey.ai/v1';
    gateway(prefix, keyIn('x-portkey-api-key', 'portkey-key'));
    const bedrock = await provided(1, major.create);
    expect(await textsOf(major, bedrock('my-claude'))).toEqual(['1 2 3', '1 2 3']);

    gateway(prefix, keyIn('x-portkey-api-key', 'another'));
    await expect(textsOf(major, bedrock('my-claude'))).rejects.toMatchObject({
      statusCode: 401,
      message: expect.stringMatching(/^No such key: (?!.*portkey-key)/) as unknown,
    });
  });

  test('a signature for AWS that the gateway passes on', async () => {
    vi.stubEnv('CF_AIG_TOKEN', 'cloudflare-token');
    const { requests } = gateway(
      'https://gateway.ai.cloudflare.com/v1/%3Caccount%3E/%3Cgateway%3E/aws-bedrock/bedrock-runtime/us-east-1',
      (headers) => {
        const isRight = headers.get('cf-aig-authorization') === 'Bearer cloudflare-token';
        headers.delete('cf-aig-authorization');
        return isRight;
      },
    );
    const bedrock = await provided(2, major.create);
    expect(await textsOf(major, bedrock(modelId))).toEqual(['1 2 3', '1 2 3']);
    expect(requests.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('a signature for API Gateway', async () => {
    gateway('https://abc123.execute-api.us-east-1.amazonaws.com/prod', async (headers, url, init) => {
      const { ok } = await verifyRequest(
        { method: 'POST', url, headers, body: init.body as string },
        { service: 'execute-api', region: 'us-east-1', lookupSecret: () => keys.secretAccessKey },
      );
      headers.set('authorization', `Bearer ${keys.apiKey}`);
      return ok;
    });
    const bedrock = await provided(3, major.create);
    expect(await textsOf(major, bedrock('my-claude'))).toEqual(['1 2 3', '1 2 3']);
  });
});
