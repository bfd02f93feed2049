// What tells the families and generations apart: the facts that requests are written by.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

describe('Claude', () => {
  test('from 3.7 to 4.5 thinks with a budget from 1,024 tokens on', () => {
    for (const id of ['3-7-sonnet-20250219-v1:0', 'opus-4-20250514-v1:0', 'haiku-4-5-20251001-v1:0']) {
      expect(capabilitiesOf(`anthropic.claude-${id}`).reasoning).toEqual({
        kind: 'budget',
        on: { thinking: { type: 'enabled' } },
        off: { thinking: { type: 'disabled' } },
        budget: { path: ['thinking', 'budget_tokens'], min: 1024 },
        effort: undefined,
        byDefault: false,
        forcedToolChoice: false,
        prefill: false,
        sampling: { efforts: undefined, temperature: false, topP: [0.95, 1], topK: false, maxTokens: true },
        history: 'signed',
      });
    }
  });

  test('Opus 4.5 takes an effort beside the budget, behind a beta', () => {
    expect(capabilitiesOf('anthropic.claude-opus-4-5-20251101-v1:0').reasoning).toMatchObject({
      kind: 'budget',
      effort: { levels: ['low', 'medium', 'high'], beta: 'effort-2025-11-24' },
    });
  });

  test.each([
    ['opus-4-6-v1', ['thinking', 'budget_tokens'], false, 'high', ['low', 'medium', 'high', 'max']],
    ['opus-4-8', undefined, false, 'high', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['opus-5', undefined, true, 'high', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['opus-5-5', undefined, true, 'medium', ['low', 'medium', 'high', 'xhigh', 'max']],
    ['haiku-5-5', undefined, true, 'medium', ['low', 'medium', 'high', 'xhigh', 'max']],
  ] as const)(
    '%s thinks adaptively: budget %s, by default %s, effort %s',
    (id, budget, byDefault, effort, levels) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      if (reasoning.kind !== 'adaptive') return expect.unreachable(reasoning.kind);
      expect(reasoning.on).toEqual({ thinking: { type: 'adaptive' } });
      expect(reasoning.budget?.path).toEqual(budget);
      expect(reasoning.byDefault).toBe(byDefault);
      expect(reasoning.effort.path).toEqual(['output_config', 'effort']);
      expect([reasoning.effort.default, reasoning.effort.levels]).toEqual([effort, levels]);
    },
  );

  test('Opus 5.5, Sonnet 5.5 and the Fables cannot stop thinking, the others can', () => {
    const off = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' ? reasoning.off : reasoning.kind;
    };
    expect(['opus-5-5', 'sonnet-5-5', 'fable-5', 'fable-5-1', 'mythos-5-1'].map(off)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    for (const id of ['opus-5', 'sonnet-5', 'haiku-5-5', 'opus-4-7']) {
      expect(off(id)).toEqual({ thinking: { type: 'disabled' } });
    }
  });

  test('Opus 4.8, Opus 5 and Haiku 5.5 take no effort above high while they are told not to think', () => {
    const highest = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' ? reasoning.effort.highestWhenOff : reasoning.kind;
    };
    expect(['opus-4-8', 'opus-5', 'haiku-5-5'].map(highest)).toEqual(['high', 'high', 'high']);
    expect(['sonnet-4-6', 'opus-4-7', 'sonnet-5'].map(highest)).toEqual([undefined, undefined, undefined]);
  });

  test('Sonnet 5.5 alone has the mode between_tools', () => {
    const modes = ['opus-5-5', 'sonnet-5-5', 'haiku-5-5'].map((id) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' && reasoning.modes;
    });
    expect(modes).toEqual([[], ['between_tools'], []]);
  });

  test('the text of thoughts is left out by default from 4.7 on', () => {
    const displays = ['opus-4-6-v1', 'opus-4-7'].map((id) => {
      const { reasoning } = capabilitiesOf(`anthropic.claude-${id}`);
      return reasoning.kind === 'adaptive' && reasoning.displays[0];
    });
    expect(displays).toEqual(['summarized', 'omitted']);
  });

  test.each([
    ['3-haiku-20240307-v1:0', true, true, true],
    ['haiku-4-5-20251001-v1:0', true, true, true],
    ['sonnet-4-6', false, true, true],
    ['opus-4-7', false, false, false],
    ['haiku-5-5', false, false, false],
  ])('%s: prefill %s, temperature %s, top-k %s', (id, prefill, temperature, topK) => {
    const record = capabilitiesOf(`anthropic.claude-${id}`);
    expect([record.prefill, record.sampling.temperature, record.sampling.topK !== false]).toEqual([
      prefill,
      temperature,
      topK,
    ]);
  });

  test('Claude 4.5 and 4.6 take temperature or top-p, not both', () => {
    for (const id of [
      'sonnet-4-5-20250929-v1:0',
      'haiku-4-5-20251001-v1:0',
      'opus-4-5-20251101-v1:0',
      'opus-4-6-v1',
      'sonnet-4-6',
    ]) {
      expect(capabilitiesOf(`anthropic.claude-${id}`).sampling.temperatureXorTopP).toBe(true);
    }
    for (const id of ['3-haiku-20240307-v1:0', 'opus-4-1-20250805-v1:0'])
      expect(capabilitiesOf(`anthropic.claude-${id}`).sampling.temperatureXorTopP).toBe(false);
  });

  test.each([
    ['opus-5-5', 512, ['5m', '1h']],
    ['opus-5', 512, ['5m', '1h']],
    ['sonnet-5', 1024, ['5m', '1h']],
    ['opus-4-8', 1024, ['5m', '1h']],
    ['opus-4-7', 4096, ['5m', '1h']],
    ['sonnet-4-6', 1024, ['5m', '1h']],
    ['haiku-4-5-20251001-v1:0', 4096, ['5m', '1h']],
    ['opus-4-1-20250805-v1:0', 1024, ['5m']],
    ['3-5-haiku-20241022-v1:0', 2048, ['5m']],
  ] as const)('%s caches from %i tokens on, for %j, in four places at most', (id, minTokens, ttls) => {
    expect(capabilitiesOf(`anthropic.claude-${id}`).promptCaching).toEqual({
      places: ['system', 'messages', 'tools'],
      minTokens,
      maxPoints: 4,
      ttls,
      lookBackBlocks: 20,
      maxTokens: 'unknown',
      implicit: false,
    });
  });
});

describe('Nova', () => {
  test('2 reasons by effort, and leaves sampling and token limit unset when it is high', () => {
    expect(capabilitiesOf('us.amazon.nova-2-lite-v1:0').reasoning).toEqual({
      kind: 'effort',
      on: { reasoningConfig: { type: 'enabled' } },
      off: { reasoningConfig: { type: 'disabled' } },
      effort: {
        path: ['reasoningConfig', 'maxReasoningEffort'],
        levels: ['low', 'medium', 'high'],
        default: 'unknown',
        highestWhenOff: undefined,
        beta: undefined,
      },
      byDefault: false,
      forcedToolChoice: 'unknown',
      prefill: 'unknown',
      sampling: { efforts: ['high'], temperature: false, topP: false, topK: 'unknown', maxTokens: false },
      history: 'unknown',
    });
  });

  test('caches in system and messages, not in tools', () => {
    expect(capabilitiesOf('amazon.nova-pro-v1:0').promptCaching).toMatchObject({
      places: ['system', 'messages'],
      maxTokens: 20_000,
      implicit: true,
    });
  });

  test('2 has system tools, 1 has none', () => {
    const systemTools = ['amazon.nova-2-lite-v1:0', 'amazon.nova-pro-v1:0'].map((id) => {
      const { toolUse } = capabilitiesOf(id);
      return typeof toolUse === 'object' && toolUse.systemTools;
    });
    expect(systemTools).toEqual([['nova_grounding', 'nova_code_interpreter'], []]);
  });
});

describe('OpenAI', () => {
  test.each([
    ['zai.glm-5', false, 'unknown'],
    ['zai.glm-4.7-flash', false, 'unknown'],
    ['moonshotai.kimi-k2.5', false, 'unknown'],
    ['deepseek.v3.2', false, 'ignored'],
    ['deepseek.v3-v1:0', false, 'ignored'],
    ['nvidia.nemotron-super-3-120b', false, 'unknown'],
    ['minimax.minimax-m2.5', true, true],
    ['qwen.qwen3-32b-v1:0', false, 'unknown'],
    ['qwen.qwen3-235b-a22b-2507-v1:0', false, 'unknown'],
    ['qwen.qwen3-next-80b-a3b', false, 'unknown'],
    ['nvidia.nemotron-nano-3-30b', false, 'unknown'],
  ] as const)('%s reasons when it is asked to, for that Bedrock has a field', (id, byDefault, forced) => {
    expect(capabilitiesOf(id).reasoning).toMatchObject({
      kind: 'effort',
      on: { reasoning_config: 'high' },
      off: { reasoning_config: 'none' },
      effort: { path: ['reasoning_config'], levels: ['high'] },
      byDefault,
      forcedToolChoice: forced,
    });
  });

  test('GPT can be made to call a tool, takes no documents, and from 5.6 on stops reasoning, but for 6.1 and Astra', () => {
    const facts = [
      'us.openai.gpt-5.6-sol',
      'us.openai.gpt-6-luna',
      'openai.gpt-6.1-sol',
      'openai.gpt-6-astra',
    ].map((id) => {
      const { inputs, reasoning, toolUse } = capabilitiesOf(id);
      if (reasoning.kind !== 'effort' || typeof toolUse !== 'object') return id;
      expect([inputs.document, toolUse.choices, reasoning.forcedToolChoice]).toEqual([
        false,
        { auto: true, any: true, tool: true },
        true,
      ]);
      return [reasoning.off, reasoning.effort.levels[0]];
    });
    const none = { reasoning: { effort: 'none' } };
    expect(facts).toEqual([
      [none, 'none'],
      [none, 'none'],
      [false, 'low'],
      [false, 'low'],
    ]);
  });

  test.each([
    ['anthropic.claude-haiku-4-5-20251001-v1:0', ['default', 'reserved']],
    ['anthropic.claude-opus-4-8', ['default', 'reserved']],
    ['anthropic.claude-opus-5', ['default']],
    ['amazon.nova-pro-v1:0', ['default', 'priority', 'flex', 'reserved']],
    ['amazon.nova-micro-v1:0', ['default', 'reserved']],
    ['openai.gpt-oss-120b-1:0', ['default', 'priority', 'flex']],
    ['openai.gpt-6-sol', ['default']],
  ])('%s is served in the tiers %j', (id, tiers) => {
    expect(capabilitiesOf(id).serviceTiers).toEqual(tiers);
  });

  test.each([
    ['us.xai.grok-4.7', false],
    ['global.xai.grok-4.6', false],
    ['xai.grok-4.3', 'unknown'],
    ['us.moonshotai.kimi-k3', false],
    ['moonshotai.kimi-k2.5', true],
  ])('%s takes temperature and top-p: %s', (id, taken) => {
    expect(capabilitiesOf(id).sampling).toMatchObject({ temperature: taken, topP: taken });
  });

  test.each([
    ...['us.xai.grok-4.7', 'us.xai.grok-4.6'].map(
      (id) =>
        [
          id,
          { off: false, effort: { levels: ['low', 'medium', 'high', 'xhigh'], default: 'high' } },
        ] as const,
    ),
    ...['us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra'].map(
      (id) =>
        [
          id,
          { off: false, effort: { levels: ['low', 'medium', 'high', 'xhigh', 'max'], default: 'medium' } },
        ] as const,
    ),
    ...['us.openai.gpt-6-sol', 'us.openai.gpt-6-luna'].map(
      (id) =>
        [
          id,
          {
            off: { reasoning: { effort: 'none' } },
            effort: { levels: ['none', 'low', 'medium', 'high', 'xhigh', 'max'], default: 'medium' },
          },
        ] as const,
    ),
  ])('%s reasons unasked: %j', (id, steered) => {
    expect(capabilitiesOf(id).reasoning).toMatchObject({ kind: 'effort', byDefault: true, ...steered });
  });

  test('GLM 5.3 reasons by effort unless it is told not to; the small Nemotrons, coders and models that see do not', () => {
    expect(capabilitiesOf('us.zai.glm-5.3').reasoning).toMatchObject({
      kind: 'effort',
      effort: { path: ['reasoning_effort'], levels: ['low', 'medium', 'high', 'xhigh', 'max'] },
      byDefault: true,
    });
    expect(capabilitiesOf('us.zai.glm-5.3').reasoning).toHaveProperty('off', { reasoning_effort: 'none' });
    for (const id of ['nvidia.nemotron-nano-9b-v2', 'qwen.qwen3-coder-next', 'qwen.qwen3-vl-235b-a22b']) {
      expect(capabilitiesOf(id).reasoning).toEqual({ kind: 'none' });
    }
  });

  test('gpt-oss takes a flat effort, GPT a nested one', () => {
    const path = (id: string): unknown => {
      const { reasoning } = capabilitiesOf(id);
      return reasoning.kind === 'effort' && reasoning.effort.path;
    };
    expect(path('openai.gpt-oss-120b-1:0')).toEqual(['reasoning_effort']);
    expect(path('us.openai.gpt-5.6-terra')).toEqual(['reasoning', 'effort']);
  });

  test('GPT takes no temperature, top-p, top-k or stop sequence, and writes 16 tokens at least', () => {
    expect(capabilitiesOf('global.openai.gpt-6-luna')).toMatchObject({
      sampling: { temperature: false, topP: false, topK: false },
      stopSequences: false,
      minOutputTokens: 16,
    });
  });

  test.each([
    'openai.gpt-oss-120b-1:0',
    'openai.gpt-oss-safeguard-20b',
    'qwen.qwen3-235b-a22b-2507-v1:0',
    'deepseek.v3-v1:0',
    'moonshotai.kimi-k2.5',
    'minimax.minimax-m2.5',
    'zai.glm-4.7',
    'google.gemma-3-27b-it',
  ])('%s takes no stop sequences', (id) => {
    expect(capabilitiesOf(id).stopSequences).toBe(false);
  });

  test.each([
    ...['openai.gpt-oss-120b-1:0', 'us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra', 'us.moonshotai.kimi-k3'],
    ...[
      'moonshotai.kimi-k2.5',
      'zai.glm-5',
      'deepseek.v3.2',
      'qwen.qwen3-32b-v1:0',
      'qwen.qwen3-vl-235b-a22b',
    ],
    ...['minimax.minimax-m2.5', 'nvidia.nemotron-super-3-120b', 'google.gemma-3-27b-it'],
    ...['mistral.mistral-large-3-675b-instruct', 'mistral.devstral-2-123b', 'writer.palmyra-vision-7b'],
  ])('%s takes no documents', (id) => {
    expect(capabilitiesOf(id).inputs.document).toBe(false);
  });

  test('whether Grok and Gemma 4 take documents, nobody has asked', () => {
    for (const id of ['us.xai.grok-4.7', 'google.gemma-4-31b'])
      expect(capabilitiesOf(id).inputs.document).toBe('unknown');
  });

  test('a Qwen that is not in the table may see', () => {
    expect(capabilitiesOf('qwen.qwen9').inputs.image).toBe('unknown');
    expect(capabilitiesOf('qwen.qwen3-32b-v1:0').inputs.image).toBe(false);
  });

  test.each([
    ['mistral.mistral-large-3-675b-instruct', false],
    ['mistral.ministral-3-14b-instruct', false],
    ['mistral.magistral-small-2509', false],
    ['mistral.devstral-2-123b', false],
    ['mistral.mistral-large-2402-v1:0', false],
    ['us.writer.palmyra-x5-v1:0', false],
    ['us.meta.llama4-scout-17b-instruct-v1:0', 'unknown'],
  ])('whether %s goes on where an answer was begun: %s', (id, prefill) => {
    expect(capabilitiesOf(id).prefill).toBe(prefill);
  });

  test('Kimi K3 heeds an effort in an object alone, and can be told not to think', () => {
    const { reasoning, toolUse, serviceTiers } = capabilitiesOf('us.moonshotai.kimi-k3');
    expect(reasoning).toMatchObject({
      off: { reasoning: { effort: 'none' } },
      effort: {
        path: ['reasoning', 'effort'],
        levels: ['none', 'low', 'medium', 'high', 'xhigh', 'max'],
        default: 'max',
      },
      byDefault: true,
      forcedToolChoice: true,
    });
    expect(toolUse).toMatchObject({ choices: { any: true, tool: true } });
    expect(serviceTiers).toBe('unknown');
  });

  test('DeepSeek-R1 takes stop sequences', () => {
    expect(capabilitiesOf('us.deepseek.r1-v1:0').stopSequences).toEqual({ max: 'unknown', reportedAt: [] });
  });

  test('the streams of GPT count cached tokens twice, those of gpt-oss do not', () => {
    expect(capabilitiesOf('us.openai.gpt-5.6-sol').usage.inputIncludesCacheWrites).toBe(true);
    expect(capabilitiesOf('openai.gpt-oss-20b-1:0').usage.inputIncludesCacheWrites).toBe(false);
  });
});

describe('tool use', () => {
  const tools = (id: string) => {
    const { toolUse } = capabilitiesOf(id);
    return typeof toolUse === 'object' ? toolUse : expect.unreachable(id);
  };

  test.each([
    ['google.gemma-3-27b-it', 'ignored'],
    ['google.gemma-3-12b-it', 'ignored'],
    ['google.gemma-3-4b-it', 'unknown'],
    ['google.gemma-4-31b', 'unknown'],
  ])('%s uses tools: %s', (id, used) => {
    expect(capabilitiesOf(id).toolUse).toBe(used);
  });

  test.each(['us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra'])(
    '%s can be made to call a tool while it thinks',
    (id) => {
      expect(tools(id).choices).toEqual({ auto: true, any: true, tool: true });
      expect(capabilitiesOf(id).reasoning).toHaveProperty('forcedToolChoice', true);
    },
  );

  test.each([
    ...['deepseek.v3.2', 'zai.glm-5', 'zai.glm-4.7', 'moonshotai.kimi-k2.5', 'minimax.minimax-m2.5'],
    ...['qwen.qwen3-32b-v1:0', 'qwen.qwen3-235b-a22b-2507-v1:0', 'mistral.mistral-large-3-675b-instruct'],
  ])('%s calls a tool when it is told to call any, and ignores which', (id) => {
    expect(tools(id).choices).toEqual({ auto: true, any: true, tool: 'ignored' });
  });

  test.each(['openai.gpt-oss-120b-1:0', 'openai.gpt-oss-safeguard-20b'])(
    '%s calls the tool that it is told to call',
    (id) => {
      expect(tools(id).choices).toEqual({ auto: true, any: true, tool: true });
      expect(capabilitiesOf(id).reasoning).toHaveProperty('forcedToolChoice', true);
    },
  );

  test.each([
    ['us.mistral.pixtral-large-2502-v1:0', true],
    ['mistral.ministral-3-14b-instruct', false],
  ])('%s wants ids of nine letters and digits, or those that Bedrock gave: %s', (id, bedrockIds) => {
    const ids = { characters: 'a-zA-Z0-9', minLength: 9, maxLength: 9 };
    expect(tools(id)).toMatchObject({ ids, bedrockIds });
  });

  test.each([
    ['anthropic.claude-sonnet-4-6', true],
    ['amazon.nova-2-lite-v1:0', true],
    ['meta.llama4-maverick-17b-instruct-v1:0', true],
    ['us.openai.gpt-6-astra', false],
    ['us.mistral.pixtral-large-2502-v1:0', false],
    ['moonshotai.kimi-k2.5', false],
  ])('%s takes an image in a tool result: %s', (id, image) => {
    expect(tools(id).results.image).toBe(image);
  });

  test('Llama and the older Mistrals use tools, but not in a stream', () => {
    for (const id of ['meta.llama3-3-70b-instruct-v1:0', 'mistral.mistral-large-2407-v1:0']) {
      expect(tools(id).streaming).toBe(false);
    }
    expect(tools('anthropic.claude-3-haiku-20240307-v1:0').streaming).toBe(true);
  });

  test('tools can be forced on Claude and Nova, one of any on Mistral Large, none on Llama', () => {
    expect(tools('anthropic.claude-opus-4-8').choices).toEqual({ auto: true, any: true, tool: true });
    expect(tools('amazon.nova-pro-v1:0').choices).toEqual({ auto: true, any: true, tool: true });
    expect(tools('mistral.mistral-large-2402-v1:0').choices).toEqual({ auto: true, any: true, tool: false });
    expect(tools('meta.llama3-3-70b-instruct-v1:0').choices).toEqual({ auto: true, any: false, tool: false });
  });
});

describe('top-k', () => {
  test.each([
    ['anthropic.claude-sonnet-4-6', ['top_k']],
    ['amazon.nova-pro-v1:0', ['inferenceConfig', 'topK']],
    ['cohere.command-r-v1:0', ['k']],
    ['mistral.mixtral-8x7b-instruct-v0:1', ['top_k']],
    ['meta.llama3-3-70b-instruct-v1:0', undefined],
  ])('of %s goes to %j', (id, path) => {
    const { topK } = capabilitiesOf(id).sampling;
    expect(typeof topK === 'object' ? topK.path : undefined).toEqual(path);
  });
});

test.each([
  ['us.deepseek.r1-v1:0', 'refused'],
  ['us.moonshotai.kimi-k3', 'refused'],
  ['moonshot.kimi-k2-thinking', 'unsigned'],
  ['openai.gpt-oss-120b-1:0', 'unsigned'],
  ['openai.gpt-oss-safeguard-20b', 'unsigned'],
  ['minimax.minimax-m2', 'unsigned'],
  ['qwen.qwen3-32b-v1:0', 'unsigned'],
  ['us.openai.gpt-6.1-sol', 'signed'],
  ['us.anthropic.claude-opus-5', 'signed'],
])('reasoning of earlier turns of %s is %s', (id, history) => {
  expect(capabilitiesOf(id).reasoning).toHaveProperty('history', history);
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

test.each([
  [true, ['3-5-haiku-20241022-v1:0', 'haiku-4-5-20251001-v1:0', 'sonnet-4-6', 'opus-4-6-v1']],
  ['unknown', ['opus-4-1-20250805-v1:0', 'opus-4-5-20251101-v1:0']],
  [false, ['opus-4-7', 'opus-4-8', 'opus-5', 'sonnet-5', 'haiku-5-5', 'fable-5-1']],
])('whether a conversation is counted is %s', (counted, ids) => {
  for (const id of ids) expect(capabilitiesOf(`anthropic.claude-${id}`).operations.CountTokens).toBe(counted);
});

test.each([
  [false, ['sonnet-4-6', 'opus-4-7']],
  [true, ['opus-4-8', 'opus-5', 'sonnet-5', 'fable-5']],
  ['unknown', ['opus-5-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-1']],
])('whether Claude takes system messages is %s', (taken, ids) => {
  for (const id of ids) expect(capabilitiesOf(`anthropic.claude-${id}`).systemMessages).toBe(taken);
});

test('of the fifth generation Opus 5 and Sonnet 5 alone answer to a bare id', () => {
  const bare = ['opus-5', 'sonnet-5', 'fable-5', 'opus-5-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-1'].map(
    (id) => capabilitiesOf(`anthropic.claude-${id}`).addressing.onDemand,
  );
  expect(bare).toEqual([true, true, false, false, false, false, false]);
});

test('Kimi K3 has a profile for India', () => {
  expect(capabilitiesOf('moonshotai.kimi-k3').addressing).toEqual({
    onDemand: false,
    profiles: ['us', 'in', 'global'],
  });
});

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-marengo-embed-v2-7.html
test('Marengo 2.7 ends in November 2026 and waits for an answer by its profiles alone; 3.0 also by its own id', () => {
  const [older, newer] = ['2-7', '3-0'].map((version) => {
    const { addressing, lifecycle } = capabilitiesOf(`twelvelabs.marengo-embed-${version}-v1:0`);
    return { addressing, lifecycle };
  });
  expect(older).toEqual({
    addressing: { onDemand: false, profiles: ['us', 'eu', 'apac'] },
    lifecycle: {
      status: 'legacy',
      legacySince: undefined,
      endOfLife: '2026-11-30',
      replacement: 'twelvelabs.marengo-embed-3-0-v1:0',
    },
  });
  expect(newer).toEqual({
    addressing: { onDemand: true, profiles: ['us', 'eu'] },
    lifecycle: { status: 'active', legacySince: undefined, endOfLife: undefined, replacement: undefined },
  });
});

test.each([
  ['stability.stable-image-core-v1:1', 4_294_967_295],
  ['stability.stable-image-ultra-v1:1', 4_294_967_295],
  ['stability.sd3-5-large-v1:0', 4_294_967_294],
  ['us.stability.stable-image-inpaint-v1:0', 4_294_967_294],
  ['us.stability.stable-image-style-guide-v1:0', 4_294_967_294],
])('%s takes seeds up to %i', (id, last) => {
  const { image } = capabilitiesOf(id);
  expect(image).toMatchObject({ seed: [0, last] });
});

// github.com/NousResearch/hermes-agent/issues/111043, github.com/aws-samples/sample-spec-driven-presentation-maker/pull/352,
// github.com/BerriAI/litellm/pull/42470
test.each(['us.xai.grok-4.7', 'global.xai.grok-4.6', 'global.moonshotai.kimi-k3', 'us.openai.gpt-6-astra'])(
  '%s takes neither temperature nor top-p, and answers with 16 tokens at least',
  (id) => {
    const { sampling, reasoning, minOutputTokens } = capabilitiesOf(id);
    expect({ sampling, reasoning, minOutputTokens }).toMatchObject({
      sampling: { temperature: false, topP: false },
      reasoning: { sampling: { temperature: false, topP: false } },
      minOutputTokens: 16,
    });
  },
);

test.each([
  ['anthropic.claude-3-7-sonnet-20250219-v1:0', {}],
  ['anthropic.claude-sonnet-4-20250514-v1:0', { pdf: 23_999_001 }],
  ['us.anthropic.claude-opus-4-1-20250805-v1:0', { pdf: 23_999_001 }],
  ['us.anthropic.claude-opus-5-5', { pdf: 23_999_001 }],
  ['us.amazon.nova-2-lite-v1:0', { pdf: 18_750_000, docx: 18_750_000 }],
  ['us.mistral.pixtral-large-2502-v1:0', {}],
])('documents of %s have 4.5 MB, but for %j', (id, maxBytesOf) => {
  expect(capabilitiesOf(id).inputs.document).toMatchObject({ maxBytes: 4_718_592, maxBytesOf });
});

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 20],
  ['us.anthropic.claude-sonnet-4-6', 600],
  ['us.anthropic.claude-fable-5', 600],
  ['us.anthropic.claude-haiku-5-5', 600],
  ['us.meta.llama3-2-90b-instruct-v1:0', 1],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 8],
  ['amazon.nova-lite-v1:0', 20],
])('%s takes %i images', (id, maxCount) => {
  expect(capabilitiesOf(id).inputs.image).toMatchObject({ maxCount });
});

test.each([
  ['us.meta.llama3-3-70b-instruct-v1:0', false],
  ['us.meta.llama4-maverick-17b-instruct-v1:0', false],
  ['mistral.mistral-large-2402-v1:0', false],
  ['mistral.mistral-large-2407-v1:0', 'unknown'],
  ['us.mistral.pixtral-large-2502-v1:0', false],
  ['us.anthropic.claude-opus-5-5', ['pdf']],
  ['us.amazon.nova-2-lite-v1:0', true],
  ['qwen.qwen3-vl-235b-a22b', true],
  ['us.writer.palmyra-x4-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
])('text and media beside tool blocks in a message of %s: %j', (id, mixedTurns) => {
  expect(capabilitiesOf(id).toolUse).toMatchObject({ mixedTurns });
});

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', true],
  ['us.anthropic.claude-opus-5-5', true],
  ['anthropic.claude-sonnet-4-20250514-v1:0', 'unknown'],
  ['qwen.qwen3-vl-235b-a22b', true],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
  ['amazon.nova-lite-v1:0', false],
  ['us.meta.llama4-maverick-17b-instruct-v1:0', false],
  ['us.mistral.pixtral-large-2502-v1:0', false],
  ['cohere.command-r-v1:0', false],
  ['ai21.jamba-1-5-large-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
])('whether the assistant may open a conversation with %s: %s', (id, assistantFirst) => {
  expect(capabilitiesOf(id)).toMatchObject({ assistantFirst });
});

test.each([
  ['us.meta.llama4-maverick-17b-instruct-v1:0', [true, true]],
  ['us.mistral.pixtral-large-2502-v1:0', [false, true]],
  ['amazon.nova-lite-v1:0', [true, ['csv', 'txt']]],
  ['mistral.mistral-large-2407-v1:0', [false, 'unknown']],
])('images and documents in a tool result for %s: %j', (id, taken) => {
  const { toolUse } = capabilitiesOf(id);
  expect(typeof toolUse === 'object' && [toolUse.results.image, toolUse.results.document]).toEqual(taken);
});

test.each([
  ['us.writer.palmyra-x4-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
  ['us.anthropic.claude-opus-5-5', true],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
])('the status of a tool result for %s: %s', (id, errorStatus) => {
  expect(capabilitiesOf(id).toolUse).toMatchObject({ errorStatus });
});

test('Nova takes images and videos up to 25,000,000 characters of base64', () => {
  const { image, video } = capabilitiesOf('amazon.nova-lite-v1:0').inputs;
  expect([image, video]).toMatchObject([{ maxBytes: 18_750_000 }, { maxBytes: 18_750_000 }]);
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
