// Where the families are to be had: by a bare id or by profiles, until when, and in which tiers.
import { expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

test.each([
  ['anthropic.claude-haiku-4-5-20251001-v1:0', ['default', 'reserved']],
  ['anthropic.claude-opus-4-8', ['default', 'reserved']],
  ['anthropic.claude-opus-5', ['default']],
  ['amazon.nova-pro-v1:0', ['default', 'priority', 'flex', 'reserved']],
  ['amazon.nova-micro-v1:0', ['default', 'reserved']],
  ['openai.gpt-oss-120b-1:0', ['default', 'priority', 'flex']],
  ['openai.gpt-6-sol', ['default']],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-56-sol.html
  ['openai.gpt-5.6-sol', ['default']],
  ['us.xai.grok-4.6', ['default']],
])('%s is served in the tiers %j', (id, tiers) => {
  expect(capabilitiesOf(id).serviceTiers).toEqual(tiers);
});

// Opus 5.5 in London: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-opus-5-5.html
test('of the fifth generation Opus 5, Sonnet 5 and Opus 5.5 alone answer to a bare id', () => {
  const bare = ['opus-5', 'sonnet-5', 'fable-5', 'opus-5-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-1'].map(
    (id) => capabilitiesOf(`anthropic.claude-${id}`).addressing.onDemand,
  );
  expect(bare).toEqual([true, true, false, true, false, false, false]);
});

// AWS's own list of models, read raw: https://github.com/stdapi-ai/stdapi.ai/blob/main/docs/models/catalog.json
test.each([
  [true, ['anthropic.claude-opus-4-6-v1', 'anthropic.claude-sonnet-4-6', 'meta.llama3-3-70b-instruct-v1:0']],
  [true, ['twelvelabs.pegasus-1-2-v1:0']],
  [false, ['anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic.claude-opus-4-7']],
  [false, ['stability.stable-image-inpaint-v1:0', 'stability.stable-fast-upscale-v1:0']],
])('whether a bare id is answered in some Region is %s', (answered, ids) => {
  for (const id of ids) expect([id, capabilitiesOf(id).addressing.onDemand]).toEqual([id, answered]);
});

// Listed by the service on 18 September 2026: https://github.com/stdapi-ai/stdapi.ai/blob/main/docs/models/catalog.json
test.each(['stability.sd3-5-large-v1:0', 'stability.stable-image-ultra-v1:1', 'luma.ray-v2:0'])(
  '%s is still served',
  (id) => {
    expect(capabilitiesOf(id).lifecycle).toMatchObject({ status: 'active', endOfLife: undefined });
  },
);

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html, as it was in October 2026
test.each([
  ['sonnet-4-5-20250929-v1:0', '2026-10-08', '2027-04-08', 'anthropic.claude-sonnet-5-5'],
  ['opus-4-1-20250805-v1:0', '2026-07-08', '2027-01-08', 'anthropic.claude-opus-5-5'],
])('Claude %s is a legacy model since %s and ends on %s', (id, legacySince, endOfLife, replacement) => {
  expect(capabilitiesOf(`us.anthropic.claude-${id}`).lifecycle).toEqual({
    status: 'legacy',
    legacySince,
    endOfLife,
    replacement,
  });
});

// Their cards, such as https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-meta-llama-3-3-70b-instruct.html, as they were in
// October 2026: https://github.com/c2hans/aws-docs
test.each([
  ['deepseek', ['v3-v1:0', 'r1-v1:0'], 'deepseek.v3.2'],
  ['google', ['gemma-3-27b-it', 'gemma-3-12b-it', 'gemma-3-4b-it'], undefined],
  ['meta', ['llama4-maverick-17b-instruct-v1:0', 'llama4-scout-17b-instruct-v1:0'], undefined],
  [
    'meta',
    ['llama3-3-70b-instruct-v1:0', 'llama3-1-70b-instruct-v1:0', 'llama3-1-8b-instruct-v1:0'],
    undefined,
  ],
  ['meta', ['llama3-70b-instruct-v1:0', 'llama3-8b-instruct-v1:0'], undefined],
  ['minimax', ['minimax-m2.1', 'minimax-m2'], 'minimax.minimax-m2.5'],
  ['mistral', ['devstral-2-123b'], 'mistral.mistral-large-3-675b-instruct'],
  ['mistral', ['mixtral-8x7b-instruct-v0:1'], 'mistral.ministral-3-14b-instruct'],
  ['mistral', ['mistral-7b-instruct-v0:2'], 'mistral.ministral-3-8b-instruct'],
  ['mistral', ['voxtral-mini-3b-2507', 'voxtral-small-24b-2507'], undefined],
  ['moonshot', ['kimi-k2-thinking'], 'moonshotai.kimi-k2.5'],
  ['nvidia', ['nemotron-nano-9b-v2'], 'nvidia.nemotron-nano-3-30b'],
  ['nvidia', ['nemotron-nano-12b-v2'], undefined],
  ['qwen', ['qwen3-coder-30b-a3b-v1:0', 'qwen3-coder-480b-a35b-v1:0'], 'qwen.qwen3-coder-next'],
  ['zai', ['glm-4.7', 'glm-4.7-flash'], 'zai.glm-5'],
])('of %s, %j end in March 2027', (vendor, ids, replacement) => {
  for (const id of ids) {
    expect([id, capabilitiesOf(`${vendor}.${id}`).lifecycle]).toEqual([
      id,
      { status: 'legacy', legacySince: '2026-09-30', endOfLife: '2027-03-30', replacement },
    ]);
  }
});

// Their cards did not change on that day: https://github.com/c2hans/aws-docs
test.each([
  'deepseek.v3.2',
  'mistral.mistral-large-2402-v1:0',
  'mistral.magistral-small-2509',
  'minimax.minimax-m2.5',
  'moonshotai.kimi-k2.5',
  'nvidia.nemotron-nano-3-30b',
  'qwen.qwen3-32b-v1:0',
  'qwen.qwen3-coder-next',
  'zai.glm-5',
  'google.gemma-4-31b',
])('%s goes on, though one that it is like has an end', (id) => {
  expect(capabilitiesOf(id).lifecycle).toMatchObject({ status: 'active', endOfLife: undefined });
});

// Called by this id in three Regions: https://github.com/quattro004/Agent004/wiki/Source-Nova-Sonic names the announcement
test('Nova 2.5 Sonic, whose id has no version, has a shorter context than Nova 2 Sonic', () => {
  const speech = ['2-5-sonic', '2-sonic-v1:0', 'sonic-v1:0'].map((id) => {
    const { match, name, contextWindow, lifecycle, addressing } = capabilitiesOf(`amazon.nova-${id}`);
    return [match, name, contextWindow, lifecycle.status, addressing.onDemand];
  });
  expect(speech).toEqual([
    ['model', 'Nova 2.5 Sonic', 256_000, 'active', true],
    ['model', 'Nova 2 Sonic', 1_000_000, 'active', true],
    ['model', 'Nova Sonic', 300_000, 'end-of-life', true],
  ]);
});

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-opus-4-7.html
test('Claude Opus 4.7 has a profile for Australia, as Opus 4.6 and 4.8 have', () => {
  for (const version of ['4-6-v1', '4-7', '4-8']) {
    expect(capabilitiesOf(`anthropic.claude-opus-${version}`).addressing.profiles).toContain('au');
  }
});

// Claude: github.com/BerriAI/litellm, model_prices_and_context_window.json; open weights:
// https://aws.amazon.com/blogs/machine-learning/run-nvidia-nemotron-and-openai-gpt-oss-models-on-amazon-bedrock-in-aws-govcloud-us
test('GovCloud has profiles of Claude since Opus 4.8, of Grok 4.6, gpt-oss and Nemotron, and of none that is like them', () => {
  const served = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => capabilitiesOf(id).addressing.profiles.includes('us-gov'));
  const ids = [
    'anthropic.claude-opus-4-8',
    'anthropic.claude-opus-5',
    'anthropic.claude-sonnet-5',
    'anthropic.claude-fable-5-1',
    'xai.grok-4.6',
    'openai.gpt-oss-120b-1:0',
    'openai.gpt-oss-20b-1:0',
    'nvidia.nemotron-super-3-120b',
    'nvidia.nemotron-nano-3-30b',
    'nvidia.nemotron-nano-12b-v2',
    'nvidia.nemotron-nano-9b-v2',
  ];
  expect(served(ids)).toEqual(ids);
  expect(
    served([
      'anthropic.claude-opus-4-7',
      'anthropic.claude-fable-5',
      'anthropic.claude-mythos-5-1',
      'xai.grok-4.7',
      'openai.gpt-oss-safeguard-120b',
    ]),
  ).toEqual([]);
});

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-pegasus-v1-2.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-pegasus-v1-5.html
test.each([
  ['1-2', 'Pegasus 1.2', [1, 4096], { onDemand: true, profiles: ['us', 'eu', 'global'] }],
  ['1-5', 'Pegasus 1.5', [512, 98_304], { onDemand: false, profiles: ['us', 'global'] }],
])('Pegasus %s has profiles, one tier and no guardrails', (version, name, tokens, addressing) => {
  const record = capabilitiesOf(`twelvelabs.pegasus-${version}-v1:0`);
  expect(record).toMatchObject({ match: 'model', name, guardrails: false, serviceTiers: ['default'] });
  expect(record.addressing).toEqual(addressing);
  expect([record.minOutputTokens, record.maxOutputTokens]).toEqual(tokens);
});

test('Kimi K3 has a profile for India', () => {
  expect(capabilitiesOf('moonshotai.kimi-k3').addressing).toEqual({
    onDemand: false,
    profiles: ['us', 'in', 'global'],
  });
});

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-marengo-embed-v2-7.html
test('Marengo 2.7 ended in November 2026 and waited for an answer by its profiles alone; 3.0 does so by its own id, too', () => {
  const [older, newer] = ['2-7', '3-0'].map((version) => {
    const { addressing, lifecycle } = capabilitiesOf(`twelvelabs.marengo-embed-${version}-v1:0`);
    return { addressing, lifecycle };
  });
  expect(older).toEqual({
    addressing: { onDemand: false, profiles: ['us', 'eu', 'apac'] },
    lifecycle: {
      status: 'end-of-life',
      legacySince: '2026-05-29',
      endOfLife: '2026-11-30',
      replacement: 'twelvelabs.marengo-embed-3-0-v1:0',
    },
  });
  expect(newer).toEqual({
    addressing: { onDemand: true, profiles: ['us', 'eu'] },
    lifecycle: { status: 'active', legacySince: undefined, endOfLife: undefined, replacement: undefined },
  });
});
