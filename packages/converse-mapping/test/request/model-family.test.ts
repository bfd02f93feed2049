import { describe, expect, it } from 'vitest';
import { resolveBaseModelId } from '../../src/index.ts';
import { bedrock, map, PROFILE } from '../messages.ts';

const HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';

describe('the model behind an id', () => {
  it('is the one that the option names, else the one given with the model', () => {
    expect(resolveBaseModelId({ baseModelId: HAIKU }, { baseModelId: 'amazon.nova-pro-v1:0' })).toBe(HAIKU);
    expect(resolveBaseModelId({ modelFamily: 'nova' }, { baseModelId: HAIKU })).toBe(HAIKU);
    expect(resolveBaseModelId({})).toBeUndefined();
  });

  it('is the newest of a family when only that is known', () => {
    expect(resolveBaseModelId({ modelFamily: 'anthropic' })).toBe('anthropic.claude');
    expect(resolveBaseModelId({ modelFamily: 'nova' }, { modelId: PROFILE })).toBe('amazon.nova');
  });

  it('is a Claude when a budget is asked for and nothing else is known', () => {
    const reasoningConfig = { budgetTokens: 2000 };
    expect(resolveBaseModelId({ reasoningConfig }, { modelId: PROFILE })).toBe('anthropic.claude');
    expect(resolveBaseModelId({ reasoningConfig, modelFamily: 'nova' }, { modelId: PROFILE })).toBe(
      'amazon.nova',
    );
    expect(resolveBaseModelId({ reasoningConfig }, { modelId: 'qwen.qwen3-32b-v1:0' })).toBeUndefined();
  });

  it('is what the id itself shows, whatever family is named', () => {
    expect(resolveBaseModelId({ modelFamily: 'anthropic' }, { modelId: `us.${HAIKU}` })).toBeUndefined();
  });
});

describe('a base model of which nothing is known', () => {
  const warning = {
    type: 'unsupported',
    feature: 'baseModelId',
    details:
      'Nothing is known of "claude-haiku-4-5". Give its id on Bedrock, such as "anthropic.claude-sonnet-4-5".',
  };
  const named = { baseModelId: 'claude-haiku-4-5' };

  it.each([
    ['in the option', { providerOptions: bedrock(named) }, { modelId: PROFILE }],
    ['in the settings', {}, { modelId: PROFILE, settings: named }],
    ['with the model', {}, { modelId: PROFILE, ...named }],
    ['although the id shows the model', {}, { modelId: `us.${HAIKU}`, ...named }],
  ])('gives a warning: %s', (_, call, model) => {
    expect(map(call, model).warnings).toEqual([warning]);
  });

  it.each([
    { modelId: PROFILE },
    { modelId: PROFILE, baseModelId: HAIKU },
    { modelId: PROFILE, baseModelId: 'anthropic.claude-of-next-year' },
    { modelId: PROFILE, settings: { modelFamily: 'qwen' as const } },
    { modelId: 'somebody.model' },
  ])('%j gives none', (model) => {
    expect(map({}, model).warnings).toEqual([]);
  });
});
