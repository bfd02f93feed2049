import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@ai-sdk/provider-utils';
import { createLocalBedrock } from '@bedrock-kit/local';
import * as serde from '@workflow/serde';
import { afterEach, expect, test, vi } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

/** The static methods of a model's class, by which a workflow stores and revives it. */
function classOf(model: object): Record<symbol, (value: unknown) => unknown> {
  return model.constructor as unknown as Record<symbol, (value: unknown) => unknown>; // what these two symbols name are functions
}

/** What a workflow does between two steps: it finds the static methods by the class, and stores JSON. */
function throughWorkflow<Model extends object>(model: Model): { stored: string; revived: Model } {
  const type = classOf(model);
  const stored = JSON.stringify(type[WORKFLOW_SERIALIZE]?.(model));
  return { stored, revived: type[WORKFLOW_DESERIALIZE]?.(JSON.parse(stored)) as Model }; // the class gives a model of its kind
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a language model goes on after a step as it was, with the credentials of the process it wakes up in', async () => {
  const local = createLocalBedrock();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const provider = createAmazonBedrock({
    region: 'us-east-1',
    baseURL: 'https://gw.example',
    joinDeltas: true,
  });
  const model = provider('us.anthropic.claude-haiku-4-5-20251001-v1:0', { serviceTier: 'default' });
  const { stored, revived } = throughWorkflow(model);
  expect(JSON.parse(stored)).toEqual({
    kind: 'language',
    modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    options: { serviceTier: 'default' },
    settings: { region: 'us-east-1', baseURL: 'https://gw.example', joinDeltas: true },
  });
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', undefined);
  vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', undefined);
  const urls: string[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    urls.push(url);
    return local.fetch(url, init);
  });
  const { content } = await revived.doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Count to five.' }] }],
  });
  expect(content).toEqual([{ type: 'text', text: '1 2 3 4 5' }]);
  expect(urls).toEqual(['https://gw.example/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse']);
  expect({ ...revived, doGenerate: 0, doStream: 0 }).toEqual({ ...model, doGenerate: 0, doStream: 0 });
});

// The compiler of `workflow` 4.8 looks for such classes in packages whose manifest lists `workflow` or one of `@workflow/`, be it for their
// tests alone: github.com/vercel/workflow, packages/builders/src/fast-discovery.ts. So the package that this test imports has to stay listed:
// without it a step says of every model `Class ... not found`.
test('the two methods have the names under which a workflow looks for them', () => {
  expect([WORKFLOW_SERIALIZE, WORKFLOW_DESERIALIZE]).toEqual([
    serde.WORKFLOW_SERIALIZE,
    serde.WORKFLOW_DESERIALIZE,
  ]);
});

test('every kind of model is kept, twice over', () => {
  const provider = createAmazonBedrock({ region: 'us-east-1' });
  for (const model of [
    provider('us.amazon.nova-lite-v1:0'),
    provider.embedding('amazon.titan-embed-text-v2:0', { dimensions: 256 }),
    provider.image('amazon.nova-canvas-v1:0', { maxImagesPerCall: 2 }),
    provider.reranking('cohere.rerank-v3-5:0'),
  ]) {
    const { stored, revived } = throughWorkflow<object>(model);
    expect(JSON.stringify(revived)).toBe(JSON.stringify(model));
    expect(throughWorkflow(revived).stored).toBe(stored);
  }
});

test('no secret is stored; a variable that was switched off stays off', () => {
  const secrets = {
    apiKey: 'THEKEY',
    accessKeyId: 'THEID',
    secretAccessKey: 'THESECRET',
    sessionToken: 'THETOKEN',
  };
  const headers = { authorization: 'Bearer HEADER', 'x-gateway-key': 'GATEWAY' };
  const provider = createAmazonBedrock({
    region: 'us-east-1',
    ...secrets,
    headers,
    credentialProvider: () => Promise.resolve({ ...secrets }),
  });
  const { stored } = throughWorkflow(provider('us.amazon.nova-lite-v1:0'));
  expect(JSON.parse(stored)).toEqual({
    kind: 'language',
    modelId: 'us.amazon.nova-lite-v1:0',
    options: {},
    settings: { region: 'us-east-1' },
  });
  for (const none of [undefined, null, '']) {
    const off = createAmazonBedrock({ region: 'us-east-1', apiKey: none, sessionToken: none });
    expect(JSON.parse(throughWorkflow(off('us.amazon.nova-lite-v1:0')).stored)).toMatchObject({
      settings: { region: 'us-east-1', apiKey: null, sessionToken: null },
    });
  }
});

test('what no provider made is refused', () => {
  const type = classOf(createAmazonBedrock()('x'));
  expect(() => type[WORKFLOW_SERIALIZE]?.({})).toThrow(
    'Only models of a Bedrock provider can be serialized.',
  );
});
