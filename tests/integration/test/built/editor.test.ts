// What the people see who write an app: in the list of completions, under the mouse, and in the compiler's errors.
import { beforeAll, describe, expect, test } from 'vitest';
import { build, described, errorsOf, offered, shown } from './editor.ts';

beforeAll(() => {
  build('provider', 'local');
}, 120_000);

const runtime = `import { createBedrockRuntime } from '@bedrock-kit/runtime';
const runtime = createBedrockRuntime();
`;

test('a request is shown by its name, not by all that may be in it', () => {
  expect(shown(`${runtime} runtime.con|verse({ modelId: 'x' });`).type).toBe(
    '(property) BedrockRuntime.converse: (request: ReadonlyMembers<ConverseRequest>, options?: CallOptions | undefined) => ' +
      'Promise<Result<ConverseResponse>>',
  );
  expect(errorsOf(`${runtime} runtime.converse({ model: 'x' });`)).toEqual([
    "Object literal may only specify known properties, but 'model' does not exist in type 'ReadonlyMembers<ConverseRequest>'. Did you mean to write 'modelId'?",
  ]);
  expect(
    errorsOf(`${runtime} runtime.converse({ modelId: 'x', inferenceConfig: { max_tokens: 5 } });`),
  ).toEqual([
    "Object literal may only specify known properties, but 'max_tokens' does not exist in type 'ReadonlyMembers<InferenceConfiguration>'. Did you mean to write 'maxTokens'?",
  ]);
});

test.each([
  [
    'runtime',
    `import { BedrockError } from '@bedrock-kit/runtime';
export const isWaiting = (error: unknown) => BedrockError.isInstance(error) && error.code === '|';`,
  ],
  [
    'provider',
    `import type { BedrockErrorData } from '@bedrock-kit/provider';
export const isWaiting = (data: BedrockErrorData) => data.code === '|';`,
  ],
])("the codes of an error are offered, AWS's own among them: %s", (_, code) => {
  expect(offered(code)).toEqual(
    expect.arrayContaining(['NetworkError', 'ThrottlingException', 'ExpiredTokenException']),
  );
});

test.each([
  'converse({ | })',
  'converseStream({ | })',
  "converse({ modelId: '', inferenceConfig: { | } })",
  'invokeModel({ | })',
  'applyGuardrail({ | })',
])('everything in a request says what it is: %s', (call) => {
  const members = Object.entries(described(`${runtime} runtime.${call};`));
  expect(members.length).toBeGreaterThan(3);
  expect(members.filter(([, said]) => said === '')).toEqual([]);
});

test('a word that AWS knows is told where it is written, beside the name of its type', () => {
  const message = described(`${runtime} runtime.converse({ modelId: '', messages: [{ | }] });`);
  expect(message['role']).toBe('`user`, `assistant` or `system`.');
  const guardrail = described(`${runtime} runtime.converse({ modelId: '', guardrailConfig: { | } });`);
  expect(guardrail['trace']).toContain('`enabled`, `disabled` or `enabled_full`.');
});

const functionMembers = new Set([
  'apply',
  'arguments',
  'bind',
  'call',
  'caller',
  'length',
  'name',
  'prototype',
  'toString',
]);

describe.each(['provider', 'provider/ai-6', 'provider/ai-5'])('%s', (entry) => {
  const start = `import { bedrock, createAmazonBedrock } from '@bedrock-kit/${entry}';`;

  test.each(['bedrock.|', 'bedrock.tools.|', 'createAmazonBedrock({ | });', "bedrock('', { | });"])(
    'everything says what it is: %s',
    (code) => {
      const members = Object.entries(described(`${start}\n${code}`)).filter(
        ([name]) => !functionMembers.has(name),
      );
      expect(members.length).toBeGreaterThan(9);
      expect(members.filter(([, said]) => said === '')).toEqual([]);
    },
  );

  test('a model is made of a known id of its kind, or of any other text', () => {
    const ids = offered(`${start} bedrock('|');`);
    expect(ids).toContain('us.anthropic.claude-haiku-4-5-20251001-v1:0');
    expect(ids).toHaveLength(new Set(ids).size);
    const embeddings = offered(`${start} bedrock.embedding('|');`);
    expect(embeddings).toContain('amazon.titan-embed-text-v2:0');
    expect(ids.filter((id) => embeddings.includes(id))).toEqual([]);
    expect(errorsOf(`${start} bedrock('of.next-year');`)).toEqual([]);
  });

  test('a model whose life has ended is not offered, and still an id', () => {
    const ended = [
      'anthropic.claude-v2',
      'us.anthropic.claude-3-opus-20240229-v1:0',
      'amazon.nova-canvas-v1:0',
    ];
    const ids = [...offered(`${start} bedrock('|');`), ...offered(`${start} bedrock.image('|');`)];
    expect(ids.filter((id) => ended.includes(id))).toEqual([]);
    expect(errorsOf(`${start} bedrock('anthropic.claude-v2');`)).toEqual([]);
  });

  test('the parameters of a model say what they are', () => {
    const { type, text, parameters } = shown(`${start} bed|rock('amazon.nova-lite-v1:0');`);
    expect(type).toContain('bedrock(modelId: BedrockLanguageModelId, settings?: LanguageModelSettings)');
    expect(text).toContain('`generateText`');
    expect(parameters).toEqual(['modelId', 'settings']);
    expect(shown(`${start} bedrock.emb|edding('amazon.titan-embed-text-v2:0');`).parameters).toEqual([
      'modelId',
      'settings',
    ]);
  });
});

test.each([
  'cachePoint: { | }',
  'caching: { | }',
  'reasoningConfig: { | }',
  'guardrailConfig: { | }',
  'performanceConfig: { | }',
  'serviceTier: { | }',
])('everything in an option says what it is: %s', (option) => {
  const start = `import type { BedrockLanguageModelOptions } from '@bedrock-kit/provider';`;
  const members = Object.entries(
    described(`${start} export const options: BedrockLanguageModelOptions = { ${option} };`),
  );
  expect(members).not.toEqual([]);
  expect(members.filter(([, said]) => said === '')).toEqual([]);
});

test('a fault says how the call fails', () => {
  const start = `import { createLocalBedrock } from '@bedrock-kit/local';`;
  const fault = shown(`${start} createLocalBedrock({ faults: [{ ki|nd: 'proxy-html' }] });`);
  expect(fault.text).toContain('status 502');
});

test.each([
  ['a key with a wrong name', "{ accessKeyId: '', secretKey: '' }", "Property 'secretAccessKey' is missing"],
  [
    'a key that may be missing',
    "{ accessKeyId: process.env.ID, secretAccessKey: '' }",
    "Type 'string | undefined' is not assignable to type 'string'",
  ],
])(
  'the compiler says what is wrong with credentials that come as a promise: %s',
  (_, credentials, reason) => {
    const [error = ''] = errorsOf(`import { createAmazonBedrock } from '@bedrock-kit/provider';
createAmazonBedrock({ credentialProvider: async () => (${credentials}) });`);
    expect(error).toContain(reason);
    expect(error).not.toContain("'then'");
  },
);
