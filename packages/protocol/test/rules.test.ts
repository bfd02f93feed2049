// Every rule refuses what it must and lets pass the nearest request that is right.
import { capabilitiesOf, type ModelCapabilities } from '@bedrock-kit/models';
import { describe, expect, test } from 'vitest';
import type { OperationName } from '../src/operation.ts';
import type { RuleId } from '../src/rules/rule.ts';
import type { ConverseRequest } from '../src/types/converse.ts';
import { type OperationRequests, validateRequest } from '../src/validate-request.ts';
import { isLimit, type Violation } from '../src/violation.ts';
import { allRules } from './all-rules.ts';
import { ruleCases, type RuleCase } from './rule-cases.ts';
import { claude, hello, image, nova, nova2, text, user } from './rule-cases/blocks.ts';

/** A record with some members replaced, by dotted path. */
function withMembers(record: ModelCapabilities, members: RuleCase['capabilities'] = {}): ModelCapabilities {
  const copy: ModelCapabilities = structuredClone(record);
  for (const [path, value] of Object.entries(members)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at: Record<string, unknown> = copy as unknown as Record<string, unknown>; // walked by names given as text
    for (const name of names) at = at[name] as Record<string, unknown>;
    at[last] = value;
  }
  return copy;
}

function validate(
  { operation, capabilities, availability, ...rest }: RuleCase,
  side: 'refused' | 'accepted',
): Violation[] {
  const modelId = side === 'accepted' ? (rest.acceptedModelId ?? rest.modelId) : rest.modelId;
  const request = operation === 'Rerank' ? rest[side] : { modelId, ...rest[side] };
  // The cases are plain data, some of it wrong on purpose; the shapes are checked at run time.
  return validateRequest(
    operation,
    request as OperationRequests[OperationName],
    withMembers(capabilitiesOf(modelId), capabilities),
    { availability, region: 'us-east-1' },
  );
}

describe.each(ruleCases.map((of) => [of.rule, of.operation, of] as const))('%s, %s', (_, __, of) => {
  test('refuses, there, in these words', () => {
    expect(
      validate(of, 'refused').map(({ path, rule, message, code }) => ({ path, rule, message, code })),
    ).toEqual([
      { path: of.path, rule: of.rule, message: of.message, code: of.code ?? 'ValidationException' },
    ]);
  });

  test('lets the nearest right request pass', () => {
    expect(validate(of, 'accepted')).toEqual([]);
  });
});

test('a model that is newer than the table may write more than its family', () => {
  const ask = (modelId: string): Violation[] =>
    validateRequest(
      'Converse',
      {
        modelId,
        messages: [{ role: 'user', content: [{ text: 'hi' }] }],
        inferenceConfig: { maxTokens: 10_001 },
      },
      capabilitiesOf(modelId),
    );
  expect(ask('amazon.nova-pro-v1:0')).toHaveLength(1);
  expect(ask('meta.llama9-70b-instruct-v1:0')).toEqual([]);
});

test('the Region is not named where the caller does not', () => {
  const modelId = 'amazon.nova-pro-v1:0';
  const message = 'Latency performance configuration is not supported for amazon.nova-pro-v1:0';
  const request = { modelId, body: new Uint8Array(2), performanceConfigLatency: 'optimized' } as const;
  expect(validateRequest('InvokeModel', request, capabilitiesOf(modelId))).toMatchObject([{ message }]);
});

test('every rule has a case, and every case a rule', () => {
  const ids = (of: Iterable<RuleId>): RuleId[] => [...new Set(of)].sort();
  expect(ids(ruleCases.map(({ rule }) => rule))).toEqual(ids(allRules.map(({ id }) => id)));
});

test('every rule says where it can be read', () => {
  const strange = allRules.filter(
    ({ evidence }) =>
      !/^https:\/\/(?:docs\.aws\.amazon\.com|docs\.anthropic\.com|github\.com)\//.test(evidence),
  );
  expect(strange.map(({ id }) => id)).toEqual([]);
});

test('no rule has the name of a limit', () => {
  expect(
    allRules.filter(({ id: rule }) =>
      isLimit({ path: '', rule, message: '', code: 'ValidationException', evidence: '' }),
    ),
  ).toEqual([]);
});

test('of a model that nothing is known of, no rule asks what it can do', () => {
  const unknown = capabilitiesOf(
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
  );
  const refused = ruleCases.filter(({ operation, refused: request, rule }) => {
    if (operation !== 'Converse' || rule === 'operation-supported') return false;
    return validateRequest('Converse', { modelId: unknown.id, ...request }, unknown).some(
      (found) => found.rule === rule,
    );
  });
  expect([...new Set(refused.map(({ rule }) => rule))].sort()).toEqual([
    'additional-fields-object',
    'cache-point-after-reasoning',
    'cache-point-first',
    'cache-point-ttl-order',
    'citations-format',
    'citations-in-result',
    'content-empty',
    'conversation-starts-with-user',
    'document-name',
    'document-name-unique',
    'document-needs-text',
    'document-source-cited',
    'guardrail-version',
    'media-in-user-messages',
    'response-field-path',
    'service-tier-supported',
    'stop-sequence-blank',
    'structured-output-schema',
    'system-blank',
    'text-blank',
    'tool-change-place',
    'tool-choice-known',
    'tool-config-missing',
    'tool-input-object',
    'tool-name-unique',
    'tool-result-count',
    'tool-result-id-unique',
    'tool-result-json-object',
    'tool-result-missing',
    'tool-result-status',
    'tool-schema-keywords',
    'tool-schema-root',
    'tool-turns',
    'tool-use-id-unique',
  ]);
});

// Each as it would be refused if a rule took 'unknown' for a limit or for a no.
test.each<[what: string, modelId: string, members: RuleCase['capabilities'], request: object]>([
  [
    'stop sequences, tiers and latency',
    'acme.model-v1:0',
    {},
    {
      inferenceConfig: { stopSequences: ['END'] },
      serviceTier: { type: 'flex' },
      performanceConfig: { latency: 'optimized' },
    },
  ],
  ['the images of Claude', claude, { 'inputs.image': 'unknown' }, { messages: [user(text, image())] }],
  ...[claude, nova].map((modelId): [string, string, RuleCase['capabilities'], object] => [
    'how many images, and how large',
    modelId,
    { 'inputs.image.maxCount': 'unknown', 'inputs.image.maxBytes': 'unknown' },
    { messages: [user(text, image('png', 20_000_000), ...Array.from({ length: 20 }, () => image()))] },
  ]),
  [
    'the reasoning of a Nova',
    nova2,
    { reasoning: { kind: 'unknown' } },
    { additionalModelRequestFields: { reasoningConfig: 'low' } },
  ],
  [
    "the effort under Claude's name, of another model",
    'deepseek.v3.2',
    {},
    { additionalModelRequestFields: { output_config: { effort: 'low' } } },
  ],
])('what nobody knows is not refused: %s', (_, modelId, members, request) => {
  const record = withMembers(capabilitiesOf(modelId), members);
  expect(validateRequest('Converse', { modelId, messages: [hello], ...request }, record)).toEqual([]);
});

test('an empty model id is told once, and no rule reads it', () => {
  const request = { modelId: '', messages: [hello], performanceConfig: { latency: 'optimized' } } as const;
  const record = withMembers(capabilitiesOf(nova), { optimizedLatency: true });
  const violations = validateRequest('Converse', request, record, { availability: true });
  expect(violations.map(({ rule, path }) => [rule, path])).toContainEqual(['length', 'modelId']);
  expect(violations.filter((violation) => !isLimit(violation))).toEqual([]);
});

test('a prompt resource brings its messages', () => {
  const modelId = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';
  expect(validateRequest('Converse', { modelId }, capabilitiesOf(modelId))).toEqual([]);
});

// https://github.com/langchain-ai/langchain-aws/issues/1270: the answer is text, and no error.
test('a choice of a tool that a model ignores is none that Bedrock refuses', () => {
  const modelId = 'qwen.qwen3-32b-v1:0';
  const violations = validateRequest(
    'Converse',
    {
      modelId,
      messages: [{ role: 'user', content: [{ text: 'What is the weather?' }] }],
      toolConfig: {
        tools: [{ toolSpec: { name: 'weather', inputSchema: { json: { type: 'object' } } } }],
        toolChoice: { tool: { name: 'weather' } },
      },
    },
    capabilitiesOf(modelId),
  );
  expect(violations).toEqual([]);
});

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
test('a model of inference profiles may be called by its own id with StartAsyncInvoke', () => {
  const modelId = 'twelvelabs.marengo-embed-2-7-v1:0';
  // The one such model has ended.
  const { lifecycle } = capabilitiesOf('twelvelabs.marengo-embed-3-0-v1:0');
  const violations = validateRequest(
    'StartAsyncInvoke',
    {
      modelId,
      modelInput: { inputType: 'text', inputText: 'a dog' },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
    },
    { ...capabilitiesOf(modelId), lifecycle },
    { availability: true },
  );
  expect(violations).toEqual([]);
});

test('the tools of a prompt resource come with the prompt: its history may hold their calls without a toolConfig', () => {
  const modelId = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';
  const violations = validateRequest(
    'Converse',
    {
      modelId,
      messages: [
        { role: 'user', content: [{ text: 'What is the weather?' }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: 'a', name: 'weather', input: {} } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: 'a', content: [{ text: 'clear' }] } }] },
      ],
    },
    capabilitiesOf(modelId),
  );
  expect(violations).toEqual([]);
});

test('tokens are counted of a whole request of Converse by what CountTokens has of it, and by its own model', () => {
  const modelId = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
  const converse: ConverseRequest = {
    modelId: 'us.amazon.nova-2-lite-v1:0',
    messages: [{ role: 'user', content: [{ text: 'Hi!' }] }],
    inferenceConfig: { maxTokens: 10_000_000, temperature: 0.1, topP: 0.2 },
  };
  const capabilities = capabilitiesOf(modelId);
  expect(
    validateRequest('CountTokens', { modelId, input: { converse } }, capabilities, { availability: true }),
  ).toEqual([]);
});
