import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_4_5, map, NOVA_2, NOVA_PRO } from './messages.ts';

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
        details: 'Nova 2 Lite is not served with optimized latency.',
      },
      {
        type: 'unsupported',
        feature: 'performanceConfig.latency',
        details: 'Nova Pro is not served with optimized latency but through an inference profile.',
      },
      {
        type: 'unsupported',
        feature: 'serviceTier',
        details: 'gpt-oss-120b is served in the tiers default, priority, flex alone.',
      },
    ]);
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
    const ten = Array.from({ length: 10 }, (_, index) => `/${index}`);
    expect(
      paths(CLAUDE_4_5, {
        reasoning: 'low',
        providerOptions: bedrock({ additionalModelResponseFieldPaths: ten }),
      }),
    ).toEqual(ten);
  });

  it('beta flags go into the fields of the model, and nowhere else', () => {
    const providerOptions = {
      bedrock: {
        anthropicBeta: ['a', 'b'],
        additionalModelRequestFields: { anthropic_beta: ['b', 'c'], x: 1 },
      },
    };
    const { request } = map({ providerOptions });
    expect(request.additionalModelRequestFields).toEqual({ anthropic_beta: ['a', 'b', 'c'], x: 1 });
    expect(request).not.toHaveProperty('anthropicBeta');
  });

  it('fields of the model are merged, and the word of the caller counts', () => {
    const providerOptions = {
      bedrock: { additionalModelRequestFields: { inferenceConfig: { topK: 9 }, y: { z: 1 } } },
    };
    expect(map({ topK: 5, providerOptions }, NOVA_PRO).request.additionalModelRequestFields).toEqual({
      inferenceConfig: { topK: 9 },
      y: { z: 1 },
    });
  });
});

describe('options that are not known', () => {
  it('are not sent, and the warning has the nearest known one', () => {
    const named = { guardrailIdentifier: 'x', guardrailVersion: '1' };
    const { request, warnings } = asked({
      reasonigConfig: {},
      guardrailConfig: { ...named, tracee: 'enabled' },
    });
    expect(request.guardrailConfig).toEqual(named);
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'Unknown option providerOptions.bedrock.guardrailConfig.tracee is not sent. Did you mean "trace"?',
      },
      {
        type: 'other',
        message:
          'Unknown option providerOptions.bedrock.reasonigConfig is not sent. Did you mean "reasoningConfig"?',
      },
    ]);
  });

  it.each<[object, string]>([
    [
      { guardrailConfig: { guardrailId: 'x', version: '1' } },
      'guardrailConfig.guardrailId. The call is not made without it. Known are guardrailIdentifier, guardrailVersion, trace, streamProcessingMode.',
    ],
    [
      { guardrailConfig: { version: '1', guardrailIdentifier: 'x' } },
      'guardrailConfig.version. The call is not made without it. Known are guardrailIdentifier, guardrailVersion, trace, streamProcessingMode.',
    ],
    [
      { guardrailConfig: { guardrailIdentifer: 'x', trace: 'enabled' } },
      'guardrailConfig.guardrailIdentifer. The call is not made without it. Did you mean "guardrailIdentifier"?',
    ],
    [
      { guardrailConfg: {} },
      'guardrailConfg. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [
      { gaurdRailConfig: {} },
      'gaurdRailConfig. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [
      { guardrail_config: {} },
      'guardrail_config. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    // As InvokeModel has them.
    [
      { guardrailVersion: '1' },
      'guardrailVersion. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [{ guardrails: ['x'] }, 'guardrails. The call is not made without it. Known are guardrailConfig.'],
  ])('are an error where a guardrail would be lost with them: %j', (options, message) => {
    const argument = expect.objectContaining({
      name: 'AI_InvalidArgumentError',
      message: `Unknown option providerOptions.bedrock.${message}`,
    }) as Error;
    expect(() => asked(options)).toThrow(argument);
    expect(() => asked({ preflight: 'warn', ...options })).toThrow(argument);
  });

  // An account can have a guardrail that looks at every call: docs.aws.amazon.com/bedrock/latest/APIReference/API_PutEnforcedGuardrailConfiguration.html
  it('the trace of a guardrail of the account goes alone', () => {
    const guardrailConfig = { trace: 'enabled' };
    expect(asked({ guardrailConfig }).request.guardrailConfig).toEqual(guardrailConfig);
  });

  it('of a part name their place', () => {
    const content = [{ type: 'text' as const, text: 'x', providerOptions: { bedrock: { cachePont: true } } }];
    expect(map({ prompt: [{ role: 'user', content }] }).warnings).toEqual([
      {
        type: 'other',
        message:
          'Unknown option prompt[0].content[0].providerOptions.bedrock.cachePont is not sent. Did you mean "cachePoint"?',
      },
    ]);
  });

  it('with no neighbour come with the list of all', () => {
    expect(asked({ zzzzzzzz: 1 }).warnings[0]).toMatchObject({
      message: expect.stringMatching(/is not sent\. Known are additionalModelRequestFields, /) as string,
    });
  });
});

describe('options of the wrong type', () => {
  it.each<[object, string]>([
    [
      { serviceTier: 'fast' },
      "providerOptions.bedrock.serviceTier must be 'reserved' or 'priority' or 'default' or 'flex' or an object { type }.",
    ],
    [{ anthropicBeta: 'x' }, 'providerOptions.bedrock.anthropicBeta must be an array.'],
    [{ anthropicBeta: [1] }, 'providerOptions.bedrock.anthropicBeta[0] must be a string.'],
    [
      { reasoningConfig: { budgetTokens: '9' } },
      'providerOptions.bedrock.reasoningConfig.budgetTokens must be a number.',
    ],
    [
      { additionalModelRequestFields: [] },
      'providerOptions.bedrock.additionalModelRequestFields must be a JSON object.',
    ],
    [{ requestMetadata: { a: 1 } }, 'providerOptions.bedrock.requestMetadata.a must be a string.'],
  ])('%j is refused with its path', (options, message) => {
    expect(() => asked(options)).toThrow(message);
    expect(() => asked(options)).toThrow(
      expect.objectContaining({ name: 'AI_InvalidArgumentError' }) as Error,
    );
  });

  it('undefined and null are as if not said', () => {
    expect(asked({ serviceTier: undefined, caching: null }).warnings).toEqual([]);
  });
});

describe('where options come from', () => {
  // As a nullable column of a database gives them.
  it('null in their place says nothing: in a call, a message, a part, a result, a tool', () => {
    const called = { toolCallId: 'a', toolName: 'look' };
    const call = (more: object): Call => ({
      prompt: [
        { role: 'system', content: 'Be brief.', ...more },
        { role: 'user', content: [{ type: 'text', text: 'hi', ...more }], ...more },
        { role: 'assistant', content: [{ type: 'tool-call', ...called, input: {}, ...more }], ...more },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              ...called,
              output: { type: 'content', value: [{ type: 'text', text: 'found', ...more }], ...more },
              ...more,
            },
          ],
        },
      ],
      tools: [{ type: 'function', name: 'look', inputSchema: { type: 'object' }, ...more }],
      ...more,
    });
    expect(map(call({ providerOptions: null }))).toEqual(map(call({})));
  });

  // As https://github.com/openai/openai-agents-js does it, with answers of this provider and of @ai-sdk/amazon-bedrock.
  it('the metadata of an earlier answer, put back beside its parts, is no slip', () => {
    const usage = { cacheReadInputTokens: 5 };
    for (const metadata of [
      { requestId: 'a', usage },
      { stopSequence: null, usage },
    ]) {
      const options = { providerOptions: bedrock(metadata) };
      const call = (more: object): Call => ({
        prompt: [
          { role: 'user', content: [{ type: 'text', text: 'hi' }] },
          { role: 'assistant', content: [{ type: 'text', text: 'hello', ...more }], ...more },
          { role: 'user', content: [{ type: 'text', text: 'and now?' }] },
        ],
      });
      expect(map(call(options))).toEqual(map(call({})));
    }
  });

  it('both keys count, and amazonBedrock wins', () => {
    const providerOptions = {
      bedrock: { serviceTier: 'flex', requestMetadata: { a: 'b' } },
      amazonBedrock: { serviceTier: 'default' },
    };
    expect(map({ providerOptions }, NOVA_PRO).request).toMatchObject({
      serviceTier: { type: 'default' },
      requestMetadata: { a: 'b' },
    });
  });

  it('settings of the model are defaults under those of the call, joined member by member', () => {
    const settings = { additionalModelRequestFields: { top_k: 350, a: 1 }, serviceTier: 'default' as const };
    const providerOptions = { bedrock: { additionalModelRequestFields: { a: 2 } } };
    expect(map({ providerOptions }, { modelId: CLAUDE_4_5, settings }).request).toMatchObject({
      additionalModelRequestFields: { top_k: 350, a: 2 },
      serviceTier: { type: 'default' },
    });
    expect(
      map({ topK: 1 }, { modelId: CLAUDE_4_5, settings }).request.additionalModelRequestFields,
    ).toMatchObject({ top_k: 350 });
  });

  it('a slip in the settings is told too', () => {
    const settings = { serviceTeir: 'default' } as object;
    expect(map({}, { modelId: CLAUDE_4_5, settings }).warnings).toEqual([
      {
        type: 'other',
        message: 'Unknown option settings.serviceTeir is not sent. Did you mean "serviceTier"?',
      },
    ]);
  });

  it('objects inside the fields of the model and of the call are joined too', () => {
    const settings = { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } };
    const providerOptions = {
      bedrock: { additionalModelRequestFields: { thinking: { budget_tokens: 3000 } } },
    };
    expect(map({ providerOptions }, { modelId: CLAUDE_4_5, settings }).request).toMatchObject({
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 3000 } },
    });
  });

  it('beta flags of Anthropic go to no model of another vendor', () => {
    const { request, warnings } = asked({ anthropicBeta: ['x-2026-01-01'] });
    expect(request).not.toHaveProperty('additionalModelRequestFields');
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'anthropicBeta', details: 'Nova Pro is not a model of Anthropic.' },
    ]);
  });
});
