import type { JSONSchema7, LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_2, NOVA_PRO } from '../messages.ts';

type Provider = Extract<NonNullable<Call['tools']>[number], { type: 'provider' }>;

const empty = { json: { type: 'object', properties: {} } };

function tool(name: string, more: Partial<LanguageModelV4FunctionTool> = {}): LanguageModelV4FunctionTool {
  return { type: 'function', name, inputSchema: { type: 'object' }, ...more };
}

function own(id: Provider['id'], name: string, args: Record<string, unknown> = {}): Provider {
  return { type: 'provider', id, name, args };
}

describe('a function tool', () => {
  it('is a toolSpec, its description left out when blank', () => {
    const { request, warnings } = map({
      tools: [tool('a', { description: 'Does a.' }), tool('b', { description: ' ' })],
    });
    expect(request.toolConfig).toEqual({
      tools: [
        { toolSpec: { name: 'a', description: 'Does a.', inputSchema: empty } },
        { toolSpec: { name: 'b', inputSchema: empty } },
      ],
    });
    expect(warnings).toEqual([]);
  });

  it('has its examples in the description', () => {
    const { request } = map({
      tools: [
        tool('a', { description: 'Does a.', inputExamples: [{ input: { x: 1 } }, { input: { x: 2 } }] }),
      ],
    });
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: { description: 'Does a.\n\nExamples of input:\n{"x":1}\n{"x":2}' },
    });
  });

  // What JavaScript and JSON call nothing; the AI SDK's own code takes it so.
  it('whose description and examples are null has none, and tools that are null are none', () => {
    const nothing = { description: null, inputExamples: null, strict: null } as object;
    expect(map({ tools: [tool('a', nothing)] })).toEqual(map({ tools: [tool('a')] }));
    expect(map({ tools: null } as unknown as Call)).toEqual(map({}));
  });

  it('may be followed by a cache point', () => {
    for (const providerOptions of [
      { bedrock: { cachePoint: { type: 'default' } } },
      { amazonBedrock: { cachePoint: true } },
      { anthropic: { cacheControl: { type: 'ephemeral' } } },
    ]) {
      const { request } = map({ tools: [tool('a', { providerOptions })] });
      expect(request.toolConfig?.tools).toEqual([
        { toolSpec: { name: 'a', inputSchema: empty } },
        { cachePoint: { type: 'default' } },
      ]);
    }
  });

  it('has a name that the service takes, the same in tools, choice and history, and its own on the way back', () => {
    const name = 'my.tool/with spaces';
    const long = 'x'.repeat(80);
    const { request, context } = map({
      tools: [tool(name), tool('my_tool_with_spaces'), tool(long)],
      toolChoice: { type: 'tool', toolName: name },
      prompt: [
        { role: 'user', content: [{ type: 'text', text: 'x' }] },
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: long, input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: '1', toolName: long, output: { type: 'text', value: 'x' } },
          ],
        },
      ],
    });
    const names = request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec.name : ''));
    expect(names).toEqual([
      'my_tool_with_spaces',
      'my_tool_with_spaces_2',
      expect.stringMatching(/^x{56}[0-9a-z]{8}$/),
    ]);
    expect(request.toolConfig?.toolChoice).toEqual({ tool: { name: 'my_tool_with_spaces' } });
    expect(request.messages?.[1]?.content).toEqual([
      { toolUse: { toolUseId: '1', name: names?.[2], input: {} } },
    ]);
    expect([...context.toolNames]).toEqual([
      ['my_tool_with_spaces', name],
      ['my_tool_with_spaces_2', 'my_tool_with_spaces'],
      [names?.[2], long],
    ]);
  });

  it('has a schema of three members for Nova, which passes over a tool that has others, or refuses it', () => {
    const properties = { a: { $ref: '#/$defs/a' } };
    const inputSchema: JSONSchema7 = {
      type: 'object',
      properties,
      additionalProperties: false,
      $defs: { a: { type: 'string' } },
    };
    const responseFormat = { type: 'json' as const, schema: inputSchema };
    const { request } = map({ tools: [tool('a', { inputSchema })], responseFormat }, NOVA_PRO);
    const json = { type: 'object', properties: { a: { type: 'string' } } };
    expect(request.toolConfig?.tools).toMatchObject([
      { toolSpec: { name: 'a', inputSchema: { json } } },
      { toolSpec: { name: 'json', inputSchema: { json } } },
    ]);
    for (const sent of request.toolConfig?.tools ?? [])
      expect('toolSpec' in sent && sent.toolSpec.inputSchema.json).toEqual(json);
  });

  // https://github.com/SEMOSS/Semoss/pull/2892
  it('has no hyphen in its name for Nova, which fails to call it then, and its own name on the way back', () => {
    const { request, context } = map(
      {
        tools: [tool('get-weather'), tool('get_weather')],
        toolChoice: { type: 'tool', toolName: 'get-weather' },
        prompt: [
          { role: 'user', content: [{ type: 'text', text: 'x' }] },
          {
            role: 'assistant',
            content: [{ type: 'tool-call', toolCallId: '1', toolName: 'get-weather', input: {} }],
          },
          {
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId: '1',
                toolName: 'get-weather',
                output: { type: 'text', value: 'x' },
              },
            ],
          },
        ],
      },
      NOVA_PRO,
    );
    expect(request.toolConfig).toEqual({
      tools: [
        { toolSpec: { name: 'get_weather', inputSchema: empty } },
        { toolSpec: { name: 'get_weather_2', inputSchema: empty } },
      ],
      toolChoice: { tool: { name: 'get_weather' } },
    });
    expect(request.messages?.[1]?.content).toEqual([
      { toolUse: { toolUseId: '1', name: 'get_weather', input: {} } },
    ]);
    expect([...context.toolNames]).toEqual([
      ['get_weather', 'get-weather'],
      ['get_weather_2', 'get_weather'],
    ]);
  });

  it('names the tool whose union at the root was joined', () => {
    const inputSchema: JSONSchema7 = { anyOf: [{ type: 'object', properties: { a: {} } }] };
    expect(map({ tools: [tool('a', { inputSchema })] }).warnings).toEqual([
      expect.objectContaining({ type: 'compatibility', feature: 'tool a' }),
    ]);
  });
});

describe('strict mode', () => {
  const inputSchema: JSONSchema7 = { type: 'object', properties: { a: { type: 'object', properties: {} } } };
  const strict = (schema: JSONSchema7, model: string) =>
    map({ tools: [tool('a', { strict: true, inputSchema: schema })] }, model);

  it('closes the objects of the schema', () => {
    const { request, warnings } = strict(inputSchema, CLAUDE_4_5);
    expect(request.toolConfig?.tools).toEqual([
      {
        toolSpec: {
          name: 'a',
          strict: true,
          inputSchema: {
            json: {
              type: 'object',
              properties: { a: { type: 'object', properties: {}, additionalProperties: false } },
              additionalProperties: false,
            },
          },
        },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is dropped with a warning for a schema with open ends, and for a model without it', () => {
    const open = strict({ type: 'object', additionalProperties: true }, CLAUDE_4_5);
    const none = strict(inputSchema, CLAUDE_3_HAIKU);
    for (const { request, warnings } of [open, none]) {
      expect(request.toolConfig?.tools[0]).not.toHaveProperty('toolSpec.strict');
      expect(warnings).toEqual([expect.objectContaining({ type: 'unsupported', feature: 'strict' })]);
    }
  });
});

describe('the limits of strict mode, which hold for a whole request to Claude', () => {
  /** A schema with so many members that may be left out, and so many of several types. */
  const sized = (optional: number, unions = 0): JSONSchema7 => {
    const names = Array.from({ length: optional }, (_, index) => `o${index}`);
    const required = Array.from({ length: unions }, (_, index) => `u${index}`);
    return {
      type: 'object',
      properties: Object.fromEntries([
        ...names.map((name) => [name, { type: 'string' }]),
        ...required.map((name) => [name, { type: ['string', 'null'] }]),
      ]) as JSONSchema7['properties'],
      required,
    };
  };
  const sent = (schemas: readonly JSONSchema7[], call: Call = {}, model = CLAUDE_4_5) => {
    const tools = schemas.map((inputSchema, index) => tool(`t${index}`, { strict: true, inputSchema }));
    const { request, warnings } = map({ ...call, tools }, model);
    const specs = request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec : undefined));
    return {
      strict: specs?.filter((spec) => spec?.strict).map((spec) => spec?.name),
      loose: specs?.filter((spec) => !spec?.strict),
      warnings,
    };
  };
  const warning = (name: string) => ({
    type: 'unsupported',
    feature: 'strict',
    details: `The tool ${name} is sent without it: the strict schemas before it leave no room in what the model takes of them in one request.`,
  });

  it('leave out the tools for which there is no room, in their order, each with its own schema and a warning', () => {
    const open = {
      ...sized(10),
      properties: { ...sized(10).properties, o0: { type: 'string', minLength: 2 } },
    };
    // 10 and 10 of 24, no room for 10, room for 4.
    expect(sent([sized(10), sized(10), open as JSONSchema7, sized(4)])).toEqual({
      strict: ['t0', 't1', 't3'],
      loose: [{ name: 't2', inputSchema: { json: open } }],
      warnings: [warning('t2')],
    });
    // 16 unions.
    expect(sent([sized(0, 9), sized(0, 8), sized(0, 7)])).toMatchObject({
      strict: ['t0', 't2'],
      warnings: [warning('t1')],
    });
    // 20 tools.
    expect(sent(Array.from({ length: 22 }, () => sized(0)))).toMatchObject({
      strict: Array.from({ length: 20 }, (_, index) => `t${index}`),
      warnings: [warning('t20'), warning('t21')],
    });
  });

  it('count a JSON answer first, whether it is constrained or the input of a tool', () => {
    const responseFormat = { type: 'json' as const, schema: sized(20) };
    expect(sent([sized(5), sized(4)], { responseFormat })).toMatchObject({
      strict: ['t1'],
      warnings: [warning('t0')],
    });
    const byTool = { responseFormat, providerOptions: bedrock({ structuredOutputMode: 'strict-tool' }) };
    expect(sent([sized(5), sized(4)], byTool)).toMatchObject({
      strict: ['t1', 'json'],
      warnings: [warning('t0')],
    });
    const full = sent(
      Array.from({ length: 20 }, () => sized(0)),
      byTool,
    );
    expect(full.strict).toHaveLength(20);
    expect(full.warnings).toEqual([warning('t19')]);
  });

  it('are none of another model', () => {
    expect(sent([sized(20), sized(20)], {}, 'openai.gpt-oss-120b-1:0').warnings).not.toContainEqual(
      warning('t1'),
    );
  });
});

describe("Anthropic's own tools", () => {
  it('go to Claude in their native form, with their arguments and betas, once each', () => {
    const { request, warnings, context } = map({
      tools: [
        own('anthropic.computer_20250124', 'screen', {
          displayWidthPx: 1920,
          displayHeightPx: 1080,
          displayNumber: 1,
        }),
        own('anthropic.bash_20250124', 'bash'),
        own('anthropic.text_editor_20250728', 'edit', { maxCharacters: 100 }),
        own('anthropic.memory_20250818', 'memory'),
        tool('weather'),
      ],
      providerOptions: { bedrock: { anthropicBeta: ['mine-2026-01-01', 'computer-use-2025-01-24'] } },
    });
    expect(request.additionalModelRequestFields).toEqual({
      tools: [
        {
          type: 'computer_20250124',
          name: 'computer',
          display_width_px: 1920,
          display_height_px: 1080,
          display_number: 1,
        },
        { type: 'bash_20250124', name: 'bash' },
        { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 100 },
        { type: 'memory_20250818', name: 'memory' },
      ],
      anthropic_beta: ['computer-use-2025-01-24', 'context-management-2025-06-27', 'mine-2026-01-01'],
    });
    expect(request.toolConfig).toEqual({ tools: [{ toolSpec: { name: 'weather', inputSchema: empty } }] });
    expect(warnings).toEqual([]);
    expect([...context.toolNames]).toEqual([
      ['computer', 'screen'],
      ['str_replace_based_edit_tool', 'edit'],
    ]);
  });

  it('alone with their history, a placeholder stands in the toolConfig that the service wants', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'bash')],
      prompt: [
        { role: 'user', content: [{ type: 'text', text: 'x' }] },
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'bash', input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: '1', toolName: 'bash', output: { type: 'text', value: 'x' } },
          ],
        },
      ],
    });
    expect(request.toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'unused' } }]);
  });

  it('that run on servers of Anthropic are not on Bedrock, and every one is a warning', () => {
    const ids = [
      'web_search_20260209',
      'web_fetch_20250910',
      'code_execution_20250825',
      'advisor_20260301',
      'tool_search_regex_20251119',
    ];
    const { request, warnings } = map({ tools: ids.map((id) => own(`anthropic.${id}`, id)) });
    expect(request.toolConfig).toBeUndefined();
    expect(request.additionalModelRequestFields).toBeUndefined();
    expect(warnings).toEqual(
      ids.map((id) => ({
        type: 'unsupported',
        feature: `tool anthropic.${id}`,
        details: 'Amazon Bedrock does not run it.',
      })),
    );
  });

  it('are nothing that Nova knows', () => {
    const { request, warnings } = map({ tools: [own('anthropic.bash_20250124', 'bash')] }, NOVA_PRO);
    expect(request.toolConfig).toBeUndefined();
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'tool anthropic.bash_20250124',
        details: "Nova Pro does not know Anthropic's tools.",
      },
    ]);
  });

  it('are not sent with toolChoice none either', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'bash'), tool('a')],
      toolChoice: { type: 'none' },
    });
    expect([request.toolConfig, request.additionalModelRequestFields]).toEqual([undefined, undefined]);
  });

  it('keep their names from a tool of the caller that has the same, whichever comes first', () => {
    const shell = own('anthropic.bash_20250124', 'shell');
    for (const tools of [
      [tool('bash'), shell],
      [shell, tool('bash')],
    ]) {
      const { request, context } = map({ tools });
      expect(request.toolConfig?.tools).toEqual([{ toolSpec: { name: 'bash_2', inputSchema: empty } }]);
      expect(request.additionalModelRequestFields).toMatchObject({
        tools: [{ type: 'bash_20250124', name: 'bash' }],
      });
      expect(Object.fromEntries(context.toolNames)).toEqual({ bash: 'shell', bash_2: 'bash' });
    }
  });

  it('can be chosen by name, in the form that knows them', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'shell'), tool('a')],
      toolChoice: { type: 'tool', toolName: 'shell' },
    });
    expect(request.additionalModelRequestFields).toMatchObject({
      tool_choice: { type: 'tool', name: 'bash' },
    });
    expect(request.toolConfig).toEqual({ tools: [{ toolSpec: { name: 'a', inputSchema: empty } }] });
  });
});

describe("Nova's system tools", () => {
  it('are named in toolConfig, in either spelling, and keep the name of the caller', () => {
    const tools = [
      own('bedrock.nova_grounding', 'search'),
      own('bedrock.novaCodeInterpreter', 'nova_code_interpreter'),
    ];
    const { request, context } = map({ tools }, NOVA_2);
    expect(request.toolConfig?.tools).toEqual([
      { systemTool: { name: 'nova_grounding' } },
      { systemTool: { name: 'nova_code_interpreter' } },
    ]);
    expect([...context.toolNames]).toEqual([['nova_grounding', 'search']]);
  });

  it('are a warning for a model without them', () => {
    const { request, warnings } = map({ tools: [own('bedrock.nova_grounding', 'search')] }, NOVA_PRO);
    expect(request.toolConfig).toBeUndefined();
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'tool bedrock.nova_grounding', details: 'Nova Pro does not have it.' },
    ]);
  });
});

it('a model without tools gets none, with a warning', () => {
  const { request, warnings } = map({ tools: [tool('a')] }, 'amazon.titan-text-express-v1');
  expect(request.toolConfig).toBeUndefined();
  expect(warnings).toEqual([
    { type: 'unsupported', feature: 'tools', details: 'Titan Text Express does not use tools.' },
  ]);
});
