// The record of a model that the table does not have: that of the newest of its family, or one of unknowns.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';
import { faultsOf } from './record-shape.ts';

describe('a model that does not exist yet', () => {
  test.each([
    ['anthropic.claude-opus-7-20280101-v1:0', 'anthropic.claude-opus-5-5'],
    ['eu.anthropic.claude-sonnet-9', 'anthropic.claude-sonnet-5-5'],
    ['global.anthropic.claude-haiku-6-1', 'anthropic.claude-haiku-5-5'],
    ['anthropic.claude-opus-5-1', 'anthropic.claude-opus-5-5'],
    ['anthropic.claude-sonnet-4-20290101-v2:0', 'anthropic.claude-sonnet-5-5'],
    ['anthropic.claude-sonnet-4-20250514-v10:0', 'anthropic.claude-sonnet-5-5'],
    ['openai.gpt-oss-120b-2:0', 'openai.gpt-oss-120b-1:0'],
    ['anthropic.claude-saga-6', 'anthropic.claude-fable-5-1'],
    ['amazon.nova-ultra-v9:0', 'amazon.nova-2-lite-v1:0'],
    ['amazon.nova-lite-v3:0', 'amazon.nova-2-lite-v1:0'],
    ['amazon.nova-4-multimodal-embeddings-v1:0', 'amazon.nova-2-multimodal-embeddings-v1:0'],
    ['amazon.nova-2-canvas-v1:0', 'amazon.nova-canvas-v1:0'],
    ['amazon.titan-embed-text-v7:0', 'amazon.titan-embed-text-v2:0'],
    ['cohere.embed-v6:0', 'cohere.embed-v4:0'],
    ['cohere.rerank-v5:0', 'cohere.rerank-v3-5:0'],
    ['meta.llama6-90b-instruct-v1:0', 'meta.llama4-maverick-17b-instruct-v1:0'],
    ['mistral.mistral-large-2911', 'mistral.mistral-large-3-675b-instruct'],
    ['us.openai.gpt-7-sol', 'openai.gpt-6.1-sol'],
    ['deepseek.v5-v1:0', 'deepseek.v3.2'],
    ['moonshotai.kimi-k5', 'moonshotai.kimi-k3'],
    ['zai.glm-9', 'zai.glm-5.3'],
    ['us.xai.grok-6', 'xai.grok-4.7'],
    ['stability.stable-image-ultra-v9:0', 'stability.stable-image-ultra-v1:1'],
    ['twelvelabs.marengo-embed-5-0-v1:0', 'twelvelabs.marengo-embed-3-0-v1:0'],
  ])('%s gets the rules of %s', (id, newest) => {
    const record = capabilitiesOf(id);
    const model = capabilitiesOf(newest);
    expect(model.match).toBe('model');
    expect(record).toEqual({
      ...model,
      id,
      match: 'family',
      baseModelId: record.baseModelId,
      name: record.baseModelId,
      addressing: { onDemand: 'unknown', profiles: 'unknown' },
      lifecycle: { status: 'unknown', legacySince: undefined, endOfLife: undefined, replacement: undefined },
      serviceTiers: 'unknown',
      optimizedLatency: 'unknown',
    });
  });
});

test('a Claude of unknown age takes a budget as well, the form of the older ones, and can be kept from thinking', () => {
  const { reasoning } = capabilitiesOf('anthropic.claude');
  expect(reasoning).toEqual({
    ...capabilitiesOf('anthropic.claude-fable-5-1').reasoning,
    budget: { on: { thinking: { type: 'enabled' } }, path: ['thinking', 'budget_tokens'], min: 1024 },
    off: { thinking: { type: 'disabled' } },
  });
});

describe('a model of which nothing is known', () => {
  test.each([
    'acme.brilliant-v1:0',
    'amazon.unheard-of',
    'my-endpoint',
    '__proto__.constructor',
    'constructor.prototype',
    'toString.call',
    'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    'arn:aws:bedrock:eu-west-1:123456789012:provisioned-model/a1b2c3d4e5f6',
    'arn:aws:bedrock:eu-west-1:123456789012:prompt/ABCDEFGHIJ:2',
    'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/mine',
  ])('%s has a complete record of unknowns', (id) => {
    const record = capabilitiesOf(id);
    expect(faultsOf(record)).toEqual([]);
    expect(record).toMatchObject({
      match: 'none',
      family: 'unknown',
      kind: 'unknown',
      toolUse: 'unknown',
      reasoning: { kind: 'unknown' },
      structuredOutput: { native: 'unknown', means: ['instruction'], meansWhileReasoning: ['instruction'] },
    });
  });
});
