import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_4_5, map, NOVA_2, NOVA_PRO } from '../messages.ts';
import { refusedBy } from '../witness.ts';

const asked = (options: object, stream = false) =>
  map({ providerOptions: bedrock(options) }, NOVA_PRO, stream);

describe('options that are members of the request', () => {
  it('go there as they are', () => {
    const members = {
      guardrailConfig: { guardrailIdentifier: 'abc', guardrailVersion: '1', trace: 'enabled_full' },
      performanceConfig: { latency: 'optimized' },
      requestMetadata: { team: 'a' },
      additionalModelResponseFieldPaths: ['/foo'],
      serviceTier: { type: 'default' },
    };
    const { request, warnings } = asked(members);
    expect(request).toMatchObject(members);
    expect(warnings).toEqual([]);
  });

  it('requestMetadata without an entry is none', () => {
    for (const requestMetadata of [{}, { team: undefined }]) {
      expect(map({ providerOptions: bedrock({ requestMetadata }) }).request.requestMetadata).toBeUndefined();
    }
  });

  it('outputConfig stands beside what a JSON answer adds to it', () => {
    const call = {
      responseFormat: { type: 'json' as const, schema: { type: 'object' as const, properties: {} } },
      providerOptions: { bedrock: { outputConfig: { effort: 'low' } } },
    };
    const { request } = map(call, 'openai.gpt-oss-120b-1:0');
    expect(request.outputConfig).toMatchObject({ effort: 'low', textFormat: { type: 'json_schema' } });
  });

  it('a service tier may be said in a word', () => {
    expect(asked({ serviceTier: 'priority' }).request.serviceTier).toEqual({ type: 'priority' });
  });

  it('ways to be served that the model lacks are left out, with a warning each', () => {
    const { request, warnings } = asked({ serviceTier: 'reserved', outputConfig: { effort: 'low' } });
    expect(request).not.toHaveProperty('outputConfig');
    const optimized = { providerOptions: { bedrock: { performanceConfig: { latency: 'optimized' } } } };
    const nova = map(optimized, NOVA_2);
    expect(nova.request).toEqual(map({}, NOVA_2).request);
    const onDemand = map(optimized, 'amazon.nova-pro-v1:0');
    expect(onDemand.request).not.toHaveProperty('performanceConfig');
    const reserved = { providerOptions: { bedrock: { serviceTier: 'reserved' } } };
    const gptOss = map(reserved, 'openai.gpt-oss-120b-1:0');
    expect(gptOss.request).toEqual(map({}, 'openai.gpt-oss-120b-1:0').request);
    expect([...warnings, ...nova.warnings, ...onDemand.warnings, ...gptOss.warnings]).toEqual([
      { type: 'unsupported', feature: 'outputConfig.effort', details: 'Nova Pro takes no effort.' },
      {
        type: 'unsupported',
        feature: 'performanceConfig.latency',
        details: 'Nova 2 Lite has no optimized latency.',
      },
      {
        type: 'unsupported',
        feature: 'performanceConfig.latency',
        details: 'Nova Pro has no optimized latency without an inference profile.',
      },
      {
        type: 'unsupported',
        feature: 'serviceTier',
        details: 'gpt-oss-120b has only the service tiers default, priority, flex.',
      },
    ]);
  });

  it('ways to be served are sent to a model that the table does not have: its family does not tell of them', () => {
    const served = { serviceTier: { type: 'flex' }, performanceConfig: { latency: 'optimized' } };
    for (const model of [
      'us.anthropic.claude-opus-9',
      'us.openai.gpt-9',
      'us.meta.llama9-70b-instruct-v1:0',
    ]) {
      const { request, warnings } = map({ providerOptions: bedrock(served) }, model);
      expect([model, request, warnings]).toEqual([model, expect.objectContaining(served), []]);
    }
  });

  it('a service tier that AWS adds later is sent', () => {
    const providerOptions = bedrock({ serviceTier: 'turbo', preflight: 'warn' });
    const { request, warnings } = refusedBy(['service-tier-supported'], () =>
      map({ providerOptions }, 'openai.gpt-oss-120b-1:0'),
    );
    expect(request.serviceTier).toEqual({ type: 'turbo' });
    expect(warnings.map(({ type }) => type)).toEqual(['other', 'other']);
  });

  // OutputConfigEffortString of the service model is no enumeration.
  it('an effort that no model has today is sent to those that have efforts', () => {
    const providerOptions = bedrock({ outputConfig: { effort: 'ultra' }, preflight: 'warn' });
    for (const model of ['us.anthropic.claude-opus-5-5', 'us.anthropic.claude-opus-9']) {
      const { request, warnings } = refusedBy(['effort-supported'], () => map({ providerOptions }, model));
      const { additionalModelRequestFields: fields, outputConfig } = request;
      expect([model, fields, outputConfig]).toEqual([
        model,
        { output_config: { effort: 'ultra' } },
        undefined,
      ]);
      expect(warnings.map(({ type }) => type)).toEqual(['other']);
    }
    const { request, warnings } = map({ providerOptions }, NOVA_PRO);
    expect([request.outputConfig, warnings.map(({ type }) => type)]).toEqual([undefined, ['unsupported']]);
    const asked = {
      providerOptions: bedrock({ reasoningConfig: { maxReasoningEffort: 'ultra' }, preflight: 'warn' }),
    };
    const fields = (rule: string, model: string): unknown => {
      const { request, warnings } = refusedBy([rule], () => map(asked, model));
      expect(warnings[0]).toMatchObject({
        message: expect.stringMatching(
          /maxReasoningEffort is "ultra", and known are .+ AWS may have added it since\.$/,
        ) as string,
      });
      return request.additionalModelRequestFields;
    };
    expect(fields('effort-supported', 'us.anthropic.claude-opus-5-5')).toEqual({
      thinking: { type: 'adaptive' },
      output_config: { effort: 'ultra' },
    });
    expect(fields('additional-fields-known', NOVA_2)).toEqual({
      reasoningConfig: { type: 'enabled', maxReasoningEffort: 'ultra' },
    });
  });

  it('of two efforts that of outputConfig is sent, also if one of them is new', () => {
    for (const [effort, maxReasoningEffort] of [
      ['ultra', 'high'],
      ['high', 'ultra'],
    ]) {
      const reasoningConfig = { type: 'adaptive', maxReasoningEffort };
      const providerOptions = bedrock({ outputConfig: { effort }, reasoningConfig, preflight: 'warn' });
      const rules = effort === 'ultra' ? ['effort-supported'] : [];
      const { request, warnings } = refusedBy(rules, () =>
        map({ providerOptions }, 'us.anthropic.claude-opus-5-5'),
      );
      const fields = { thinking: { type: 'adaptive' }, output_config: { effort } };
      expect([request.additionalModelRequestFields, request.outputConfig]).toEqual([fields, undefined]);
      expect(warnings).toContainEqual({
        type: 'compatibility',
        feature: 'reasoning',
        details: `The effort is "${effort}", as the options say, and not "${maxReasoningEffort}".`,
      });
    }
  });

  it('an effort that is new stays beside thinking that is off, and beside a budget', () => {
    const fields = (reasoningConfig: object, model: string): unknown[] => {
      const asked = {
        reasoningConfig: { maxReasoningEffort: 'ultra', ...reasoningConfig },
        preflight: 'warn',
      };
      const { request, warnings } = refusedBy(['effort-supported'], () =>
        map({ providerOptions: bedrock(asked) }, model),
      );
      // Of the word, and of the rule: nothing was changed.
      expect(warnings.map(({ type }) => type)).toEqual(['other', 'other']);
      return [request.additionalModelRequestFields];
    };
    expect(fields({ type: 'disabled' }, 'anthropic.claude-sonnet-4-6')).toEqual([
      { thinking: { type: 'disabled' }, output_config: { effort: 'ultra' } },
    ]);
    expect(fields({ budgetTokens: 4000 }, 'anthropic.claude-opus-4-5-20251101-v1:0')).toEqual([
      {
        thinking: { type: 'enabled', budget_tokens: 4000 },
        output_config: { effort: 'ultra' },
        anthropic_beta: ['effort-2025-11-24'],
      },
    ]);
  });

  it('a level that the AI SDK adds later is no word of AWS: the model gets its lowest, with a warning', () => {
    const { request, warnings } = map({ reasoning: 'ultra' as 'high' }, 'anthropic.claude-sonnet-4-6');
    expect(request.additionalModelRequestFields).toMatchObject({ output_config: { effort: 'low' } });
    expect(warnings).toMatchObject([
      { details: 'Claude Sonnet 4.6 has no reasoning level "ultra", so "low" is used.' },
    ]);
  });

  it('none is no new effort: a model without it gets its lowest, with a warning', () => {
    const providerOptions = bedrock({ reasoningConfig: { maxReasoningEffort: 'none' } });
    const { request, warnings } = map({ providerOptions }, 'openai.gpt-oss-120b-1:0');
    expect(request.additionalModelRequestFields).toEqual({ reasoning_effort: 'low' });
    expect(warnings).toContainEqual(
      expect.objectContaining({ details: 'gpt-oss-120b has no reasoning level "none", so "low" is used.' }),
    );
  });

  it('a guardrail is never left out: where the model takes none, that is an error', () => {
    const providerOptions = {
      bedrock: { guardrailConfig: { guardrailIdentifier: 'abc', guardrailVersion: '1' } },
    };
    expect(() => map({ providerOptions }, 'cohere.command-r-plus-v1:0')).toThrow(/rule guardrails-supported/);
  });

  it('streamProcessingMode goes to the streaming operation alone', () => {
    const guardrailConfig = {
      guardrailIdentifier: 'abc',
      guardrailVersion: '1',
      streamProcessingMode: 'async',
    };
    expect(asked({ guardrailConfig }, true).request.guardrailConfig).toEqual(guardrailConfig);
    expect(asked({ guardrailConfig }).request.guardrailConfig).not.toHaveProperty('streamProcessingMode');
  });

  it('response paths of the caller join those that report the stop sequence', () => {
    const { request } = map({
      providerOptions: { bedrock: { additionalModelResponseFieldPaths: ['/foo', '/stop_sequence'] } },
    });
    expect(request.additionalModelResponseFieldPaths).toEqual([
      '/foo',
      '/stop_sequence',
      '/delta/stop_sequence',
    ]);
  });

  // Claude and Grok answer there: github.com/BerriAI/litellm, tests/integration/translation/messages/tool_search
  it('a model that thinks is asked how many tokens that took, where it tells', () => {
    const path = '/usage/output_tokens_details';
    const paths = (model: string, call: Call = {}) =>
      map(call, model).request.additionalModelResponseFieldPaths;
    expect(paths(CLAUDE_4_5, { reasoning: 'low' })).toEqual(['/stop_sequence', '/delta/stop_sequence', path]);
    expect(paths('us.anthropic.claude-opus-5-5', { reasoning: 'low' })).toContain(path);
    expect(paths(CLAUDE_4_5)).not.toContain(path);
    expect(paths(CLAUDE_4_5, { reasoning: 'none' })).not.toContain(path);
    expect(paths('us.xai.grok-4.7')).toEqual([path]);
    expect(paths(NOVA_2, { reasoning: 'low' })).toBeUndefined();
    const asked = (count: number): Call => ({
      reasoning: 'low',
      providerOptions: bedrock({
        additionalModelResponseFieldPaths: Array.from({ length: count }, (_, index) => `/${index}`),
      }),
    });
    expect(paths(CLAUDE_4_5, asked(10))).toEqual(Array.from({ length: 10 }, (_, index) => `/${index}`));
    // None of the caller's is left out.
    expect(() => paths(CLAUDE_4_5, asked(11))).toThrow(
      'would refuse this request. additionalModelResponseFieldPaths: ',
    );
  });
});
