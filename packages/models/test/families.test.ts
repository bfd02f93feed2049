// What tells the families and generations apart in several facts at once.
import { expect, test } from 'vitest';
import { capabilitiesOf, knownModelIds } from '../src/index.ts';

test('a model that answers to InvokeModel alone has nothing of what Converse has', () => {
  for (const id of ['amazon.titan-embed-text-v2:0', 'cohere.rerank-v3-5:0', 'stability.sd3-5-large-v1:0']) {
    expect(capabilitiesOf(id)).toMatchObject({
      operations: {
        ...{ Converse: false, ConverseStream: false, CountTokens: false, InvokeModel: true },
        ...{ InvokeModelWithResponseStream: false, InvokeModelWithBidirectionalStream: false },
        StartAsyncInvoke: false,
      },
      inputs: { document: false, video: false, audio: false },
      ...{ system: false, systemMessages: false, toolUse: false, prefill: false, assistantFirst: false },
      structuredOutput: { native: false, means: [] },
      reasoning: { kind: 'none' },
      sampling: { temperature: false, topP: false, topK: false },
      ...{ stopSequences: false, promptCaching: false, citations: false, optimizedLatency: false },
    });
  }
});

test('a model of the first years and an open-weight model stream; of the latter less is known', () => {
  const facts = ['cohere.command-r-v1:0', 'qwen.qwen3-coder-next'].map((id) => {
    const { operations, systemMessages, sampling } = capabilitiesOf(id);
    return [
      ...[operations.ConverseStream, operations.InvokeModelWithResponseStream],
      ...[systemMessages, sampling.topK],
    ];
  });
  expect(facts).toEqual([
    [true, true, false, expect.anything()],
    [true, true, 'unknown', 'unknown'],
  ]);
});

test('Palmyra Vision takes neither a system prompt nor tools, the Palmyras for text take both', () => {
  const taken = ['writer.palmyra-vision-7b', 'us.writer.palmyra-x4-v1:0', 'us.writer.palmyra-x5-v1:0'].map(
    (id) => {
      const { system, toolUse } = capabilitiesOf(id);
      return [system, typeof toolUse === 'object' || toolUse];
    },
  );
  expect(taken).toEqual([
    [false, false],
    [true, true],
    [true, true],
  ]);
});

test('Grok has its effort in a nested field; 4.6 reads no documents, and calls a tool that it must', () => {
  const { inputs, toolUse, reasoning } = capabilitiesOf('us.xai.grok-4.6');
  expect(inputs.document).toBe(false);
  expect(toolUse).toMatchObject({ choices: { auto: true, any: true, tool: true } });
  expect(reasoning).toMatchObject({ forcedToolChoice: true, effort: { path: ['reasoning', 'effort'] } });
  expect(capabilitiesOf('us.xai.grok-4.7')).toMatchObject({
    inputs: { document: 'unknown' },
    toolUse: { choices: { any: 'unknown', tool: 'unknown' } },
    reasoning: { forcedToolChoice: 'unknown', effort: { path: ['reasoning', 'effort'] } },
  });
});

// github.com/stdapi-ai/stdapi.ai, tests/probes/results
test('what open-weight models and those of the first years refuse and ignore, as it was measured', () => {
  const facts = (id: string): unknown[] => {
    const { inputs, toolUse, prefill, serviceTiers, stopSequences } = capabilitiesOf(id);
    const choices = typeof toolUse === 'object' && toolUse.choices;
    return [
      !!inputs.document,
      choices && [choices.any, choices.tool],
      prefill,
      serviceTiers,
      !!stopSequences,
    ];
  };
  const tiers = ['default', 'priority', 'flex'];
  expect(facts('qwen.qwen3-coder-next')).toEqual([false, [true, 'ignored'], 'unknown', tiers, false]);
  expect(facts('minimax.minimax-m2')).toEqual([false, ['unknown', 'ignored'], 'unknown', tiers, false]);
  expect(facts('mistral.devstral-2-123b')).toEqual([false, [true, 'ignored'], false, tiers, false]);
  expect(facts('mistral.voxtral-small-24b-2507')).toEqual([false, [true, true], false, tiers, false]);
  expect(facts('writer.palmyra-vision-7b')).toEqual([false, false, 'unknown', tiers, false]);
  expect(facts('us.meta.llama3-3-70b-instruct-v1:0')).toEqual([
    true,
    [false, false],
    false,
    ['default'],
    true,
  ]);
  expect(facts('us.mistral.pixtral-large-2502-v1:0')).toEqual([
    true,
    [true, false],
    false,
    ['default'],
    true,
  ]);
  expect(facts('mistral.mistral-small-2402-v1:0')).toEqual([
    false,
    ['ignored', false],
    false,
    ['default'],
    true,
  ]);
  expect(facts('us.writer.palmyra-x5-v1:0')).toEqual([true, [false, false], false, ['default'], true]);
  expect(facts('us.deepseek.r1-v1:0')).toEqual([true, false, false, ['default'], true]);
});

// AWS's own list of models, read raw: https://github.com/stdapi-ai/stdapi.ai/blob/main/docs/models/catalog.json; it lacks some
// that have a card of their own: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-6-1-sol.html
test('guardrails work with every model that Converse has, but for the Command R models', () => {
  const others = knownModelIds.language.filter((id) => {
    const { guardrails, operations } = capabilitiesOf(id);
    return operations.Converse === true && guardrails !== true;
  });
  expect(others).toEqual(['cohere.command-r-plus-v1:0', 'cohere.command-r-v1:0']);
});

// What Converse itself names when a request asks for more: github.com/da-vinci-noob/clawdparty, harness/test/fixtures/converse.
// Llama 3: https://github.com/BerriAI/litellm/pull/33413. The windows of Llama 4, R1 and Palmyra X5 are those of their cards.
// X4 was sent 280,029 tokens, where its page says 122,880, and answered.
test.each([
  ['meta.llama3-70b-instruct-v1:0', 8192, 2048],
  ['meta.llama3-1-8b-instruct-v1:0', 131_072, 8192],
  ['meta.llama3-1-70b-instruct-v1:0', 131_072, 8192],
  ['meta.llama3-3-70b-instruct-v1:0', 131_072, 8192],
  ['meta.llama4-maverick-17b-instruct-v1:0', 1_000_000, 8192],
  ['meta.llama4-scout-17b-instruct-v1:0', 3_500_000, 8192],
  ['mistral.pixtral-large-2502-v1:0', 131_072, 131_072],
  ['deepseek.r1-v1:0', 128_000, 32_768],
  ['writer.palmyra-x4-v1:0', 'unknown', 8192],
  ['writer.palmyra-x5-v1:0', 1_000_000, 8192],
] as const)('%s reads %s tokens and answers in %i at most', (id, contextWindow, maxOutputTokens) => {
  expect(capabilitiesOf(id)).toMatchObject({ contextWindow, maxOutputTokens });
});

// Converse took 262,144 tokens of an answer of Kimi K2.5, whose card says 16K: https://github.com/BerriAI/litellm/issues/22478.
// Of these the cards alone tell a limit, from 4K to 40K.
test.each([
  ['mistral.mistral-large-3-675b-instruct', 262_144],
  ['mistral.devstral-2-123b', 262_144],
  ['mistral.ministral-3-14b-instruct', 128_000],
  ['mistral.ministral-3-8b-instruct', 128_000],
  ['mistral.ministral-3-3b-instruct', 128_000],
  ['mistral.magistral-small-2509', 128_000],
  ['mistral.voxtral-mini-3b-2507', 32_768],
  ['mistral.voxtral-small-24b-2507', 32_768],
  ['moonshotai.kimi-k2.5', 262_144],
  ['moonshot.kimi-k2-thinking', 262_144],
  ['nvidia.nemotron-nano-3-30b', 262_144],
  ['nvidia.nemotron-nano-12b-v2', 131_072],
  ['nvidia.nemotron-nano-9b-v2', 131_072],
  ['zai.glm-4.7', 202_752],
  ['zai.glm-4.7-flash', 202_752],
])('no answer of %s, which reads %i tokens, is cut at what a card says of it', (id, contextWindow) => {
  expect(capabilitiesOf(id)).toMatchObject({ contextWindow, maxOutputTokens: 'unknown' });
});
