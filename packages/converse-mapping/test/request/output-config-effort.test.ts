// An effort that stands in outputConfig: the field of Claude that it goes to, and what it does to thinking that is asked for beside it.
import { describe, expect, it } from 'vitest';
import type { ReasoningConfig } from '../../src/index.ts';
import { bedrock, map, PROFILE } from '../messages.ts';
import { type Level, OPUS_4_6, OPUS_5, OPUS_5_5, SONNET_5_5 } from './reasoning-calls.ts';

describe('Claude by an effort', () => {
  const thinking = () => ({ thinking: { type: 'adaptive' } });

  it.each<[Exclude<Level, undefined>, string, object | undefined, string | undefined]>([
    ['high', OPUS_5, thinking(), 'high'],
    ['xhigh', OPUS_4_6, thinking(), 'xhigh'],
    ['medium', OPUS_5, thinking(), undefined],
    ['none', OPUS_5_5, undefined, 'none'],
  ])('of %s and an effort in outputConfig, %s gets the latter alone', (reasoning, model, fields, lost) => {
    const providerOptions = bedrock({ outputConfig: { effort: 'medium' } });
    const { request, warnings } = map({ reasoning, providerOptions }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({ ...fields, output_config: { effort: 'medium' } });
    expect(warnings).toEqual(
      lost === undefined
        ? []
        : [
            {
              type: 'compatibility',
              feature: 'reasoning',
              details: `The effort is "medium", as the options say, and not "${lost}".`,
            },
          ],
    );
  });

  it.each<[string, ReasoningConfig['type']]>([
    [OPUS_5, 'disabled'],
    ['us.anthropic.claude-opus-4-8', 'disabled'],
    [SONNET_5_5, 'between_tools'],
  ])('%s, its thinking set to %s, takes high of an effort above it in outputConfig', (model, type) => {
    const options = { outputConfig: { effort: 'max' }, reasoningConfig: { type } };
    const { request, warnings } = map({ providerOptions: bedrock(options) }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type },
      output_config: { effort: 'high' },
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'reasoning',
        details: `"${type}" takes no reasoning level "max", so "high" is used.`,
      },
    ]);
  });

  it.each([
    ['us.anthropic.claude-opus-4-8', 'provider-default', undefined],
    [OPUS_5, 'provider-default', undefined],
    ['us.anthropic.claude-sonnet-5', 'none', { thinking: { type: 'disabled' } }],
  ] as const)('%s keeps an effort above high with reasoning %s', (model, reasoning, fields) => {
    const providerOptions = bedrock({ outputConfig: { effort: 'xhigh' } });
    const { request, warnings } = map({ reasoning, providerOptions }, model);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({ ...fields, output_config: { effort: 'xhigh' } });
    expect(warnings).toEqual([]);
  });

  it('an effort in outputConfig stands beside a budget', () => {
    const options = {
      outputConfig: { effort: 'low' },
      reasoningConfig: { type: 'enabled', budgetTokens: 2000 },
    };
    const { request, warnings } = map({ reasoning: 'low', providerOptions: bedrock(options) }, OPUS_4_6);
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      thinking: { type: 'enabled', budget_tokens: 2000 },
      output_config: { effort: 'low' },
    });
    expect(warnings).toEqual([]);
  });

  // Claude up to Opus 4.8 refuses Converse's own member for it, and takes the same under its path:
  // https://github.com/SahanjithD/module-ballerinax-ai.aws.bedrock/blob/main/ballerina/tests/live_test.bal
  it('an effort in outputConfig goes to the field of Claude, with the flag that Opus 4.5 wants for it', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'low' } }) };
    const { request, warnings } = map(options, 'us.anthropic.claude-opus-4-5-20251101-v1:0');
    expect(request).not.toHaveProperty('outputConfig');
    expect(request.additionalModelRequestFields).toEqual({
      output_config: { effort: 'low' },
      anthropic_beta: ['effort-2025-11-24'],
    });
    expect(warnings).toEqual([]);
  });

  it('an effort in outputConfig that the model lacks is left out, with one warning', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'xhigh' } }) };
    const { request, warnings } = map(options, OPUS_4_6);
    expect(request).toEqual(map({}, OPUS_4_6).request);
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'outputConfig.effort',
        details: 'Claude Opus 4.6 takes the efforts low, medium, high, max.',
      },
    ]);
  });

  it('a model of which nothing is known keeps the effort in outputConfig', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'low' } }) };
    const { request, warnings } = map(options, PROFILE);
    expect(request.outputConfig).toEqual({ effort: 'low' });
    expect(warnings).toEqual([]);
  });

  it('another family keeps the effort in outputConfig, of which nothing is known there', () => {
    const options = { providerOptions: bedrock({ outputConfig: { effort: 'low' } }) };
    const { request, warnings } = map(options, 'openai.gpt-oss-120b-1:0');
    expect(request.outputConfig).toEqual({ effort: 'low' });
    expect(request).not.toHaveProperty('additionalModelRequestFields');
    expect(warnings).toEqual([]);
  });
});
