import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO, PROFILE, user } from '../messages.ts';

const LLAMA = 'us.meta.llama3-3-70b-instruct-v1:0';
const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';
const TITAN = 'amazon.titan-text-express-v1';

const schema: JSONSchema7 = {
  type: 'object',
  properties: { a: { type: 'integer', minimum: 1 } },
  required: ['a'],
};
const weather = { type: 'function' as const, name: 'weather', inputSchema: {} };

function asked(model: string, call: Call = {}, stream = false) {
  const { request, context, warnings } = map(
    { responseFormat: { type: 'json', schema, name: 'out', description: 'The answer.' }, ...call },
    model,
    stream,
  );
  return {
    textFormat: request.outputConfig?.textFormat,
    tools: request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec.name : tool)),
    choice: request.toolConfig?.toolChoice,
    system: request.system,
    output: context.structuredOutput,
    warnings,
  };
}

const mode = (structuredOutputMode: string) => ({ providerOptions: { bedrock: { structuredOutputMode } } });

describe('a JSON answer', () => {
  it('by constrained decoding of Converse, with the schema in its subset', () => {
    const { textFormat, tools, output, warnings } = asked(CLAUDE_4_5);
    expect(textFormat).toEqual({
      type: 'json_schema',
      structure: {
        jsonSchema: {
          name: 'out',
          description: 'The answer.',
          schema: JSON.stringify({
            type: 'object',
            properties: { a: { type: 'integer', description: '(minimum: 1)' } },
            required: ['a'],
            additionalProperties: false,
          }),
        },
      },
    });
    expect({ tools, output, warnings }).toEqual({
      tools: undefined,
      output: { means: 'native', wrapped: false, root: 'object' },
      warnings: [],
    });
  });

  it('binds GPT to the schema by the field that it takes for that, where its strict mode takes the schema', () => {
    const gpt = (given: JSONSchema7, more: Call = {}) => {
      const { request, warnings } = map(
        { responseFormat: { type: 'json', schema: given }, ...more },
        'us.openai.gpt-6.1-sol',
      );
      expect(warnings).toEqual([]);
      return [
        request.outputConfig?.textFormat?.structure.jsonSchema.name,
        request.additionalModelRequestFields,
      ];
    };
    const strict = { text: { format: { strict: true } } };
    expect(gpt(schema)).toEqual(['response', strict]);
    expect(gpt({ ...schema, required: [] })).toEqual(['response', undefined]);
    expect(
      gpt({ type: 'object', properties: { a: { type: 'string', default: '' } }, required: ['a'] }),
    ).toEqual(['response', undefined]);
    // OpenAI refuses the schema of a request that asks for strict mode, for a format (https://github.com/tailcallhq/forgecode/issues/2974),
    // for a value of any kind, for items of any kind (https://github.com/garrytan/gbrain/issues/831).
    const beyond: JSONSchema7[] = [{ type: 'string', format: 'uri' }, {}, { enum: ['x'] }, { type: 'array' }];
    for (const a of beyond)
      expect(gpt({ type: 'object', properties: { a }, required: ['a'] })).toEqual(['response', undefined]);
    const within: JSONSchema7[] = [
      { type: 'string', format: 'email' },
      { type: ['array', 'null'], items: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/a' }] } },
    ];
    for (const a of within) {
      const $defs = { a: schema };
      expect(gpt({ type: 'object', properties: { a }, required: ['a'], $defs })).toEqual([
        'response',
        strict,
      ]);
    }
    // Beside what the caller wrote, and under it.
    const verbosity = {
      additionalModelRequestFields: { text: { verbosity: 'low', format: { strict: false } } },
    };
    expect(gpt(schema, { reasoning: 'low', providerOptions: { bedrock: verbosity } })).toEqual([
      'response',
      { reasoning: { effort: 'low' }, text: { verbosity: 'low', format: { strict: false } } },
    ]);
  });

  it('works beside tools and beside thinking, without a forced tool', () => {
    expect(
      asked(CLAUDE_4_5, { tools: [weather], toolChoice: { type: 'auto' }, reasoning: 'high' }),
    ).toMatchObject({
      textFormat: { type: 'json_schema' },
      tools: ['weather'],
      choice: { auto: {} },
      warnings: [],
    });
  });

  it('by a forced tool where there is nothing better', () => {
    expect(asked(NOVA_PRO)).toMatchObject({
      textFormat: undefined,
      tools: ['json'],
      choice: { tool: { name: 'json' } },
      system: undefined,
      output: { means: 'tool', toolName: 'json', wrapped: false, root: 'object' },
      warnings: [],
    });
  });

  it('by a tool says so when the alternatives at the root of its schema are joined into one object', () => {
    const either: JSONSchema7 = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    };
    expect(asked(CLAUDE_3_HAIKU, { responseFormat: { type: 'json', schema: either } })).toMatchObject({
      tools: ['json'],
      warnings: [
        {
          type: 'compatibility',
          feature: 'responseFormat',
          details:
            'The model takes no union at the root of a schema, so the alternatives were joined into one object.',
        },
      ],
    });
  });

  it('by a tool travels as a member of an object where Claude would refuse the names in it', () => {
    const named: JSONSchema7 = { type: 'object', properties: { 'Account Number': { type: 'string' } } };
    const responseFormat = { type: 'json' as const, schema: named };
    const call = { responseFormat, ...mode('tool') };
    const { request, context } = map(call, CLAUDE_3_HAIKU);
    expect(context.structuredOutput).toMatchObject({ means: 'tool', wrapped: true });
    expect(request.toolConfig?.tools).toMatchObject([
      { toolSpec: { inputSchema: { json: { properties: { value: named }, required: ['value'] } } } },
    ]);
    expect(map(call, NOVA_PRO).context.structuredOutput).toMatchObject({ wrapped: false });
    expect(asked(CLAUDE_4_5, { responseFormat }).output).toMatchObject({ means: 'native', wrapped: false });
  });

  it('by any tool when the caller has tools too', () => {
    expect(asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'auto' } })).toMatchObject({
      tools: ['weather', 'json'],
      choice: { any: {} },
    });
    expect(
      asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'tool', toolName: 'weather' } }),
    ).toMatchObject({ tools: ['weather', 'json'], choice: { tool: { name: 'weather' } } });
    expect(asked(NOVA_PRO, { tools: [weather], toolChoice: { type: 'none' } })).toMatchObject({
      tools: ['json'],
      choice: { tool: { name: 'json' } },
    });
  });

  it('by no tool where one of the caller is required, as far as the model can be made to call one', () => {
    const call = { tools: [weather], toolChoice: { type: 'required' as const } };
    expect(asked(NOVA_PRO, call)).toMatchObject({ tools: ['weather'], choice: { any: {} } });
    expect(asked(LLAMA, call)).toMatchObject({ tools: ['weather', 'json'], choice: { auto: {} } });
    expect(asked(NOVA_PRO, { toolChoice: call.toolChoice })).toMatchObject({
      tools: ['json'],
      choice: { tool: { name: 'json' } },
    });
  });

  it.each([
    ['the description of the answer', 'The answer.', 'The answer.'],
    ['words of its own', ' ', 'Gives the final answer. Call it once, when the answer is complete.'],
  ])('a tool has %s', (_, description, said) => {
    const { request } = map({ responseFormat: { type: 'json', schema, description } }, NOVA_PRO);
    expect(request.toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'json', description: said } }]);
  });

  it('a tool of the caller that is called json keeps its name', () => {
    const { tools, output } = asked(NOVA_PRO, { tools: [{ ...weather, name: 'json' }] });
    expect([tools, output?.toolName]).toEqual([['json', 'json_2'], 'json_2']);
  });

  it('by a tool in words where it cannot be forced, always or while the model thinks', () => {
    for (const [model, call] of [
      [LLAMA, {}],
      [CLAUDE_4_5, { reasoning: 'high' as const, ...mode('tool') }],
    ] as const) {
      const { tools, choice, system } = asked(model, call);
      expect([tools, choice]).toEqual([['json'], { auto: {} }]);
      expect(system).toEqual([
        { text: 'Give your final answer by calling the tool "json", and in no other way.' },
      ]);
    }
  });

  it('by words alone where there are no tools', () => {
    const { textFormat, tools, system, output } = asked(CLAUDE_3_HAIKU, mode('instruction'));
    expect({ textFormat, tools, output }).toEqual({
      textFormat: undefined,
      tools: undefined,
      output: { means: 'instruction', wrapped: false, root: 'object' },
    });
    expect(system).toEqual([
      {
        text: `Answer with one JSON value and nothing else: no explanation, no code fence.\nThe value is out: The answer.\nIt must be valid against this JSON schema:\n${JSON.stringify(schema)}`,
      },
    ]);
    expect(
      map({ responseFormat: { type: 'json', schema } }, TITAN).request.messages?.[0]?.content,
    ).toHaveLength(2);
  });

  it('by words where a tool would cost the stream', () => {
    expect(asked(LLAMA, {}, true)).toMatchObject({ tools: undefined, output: { means: 'instruction' } });
    expect(asked(LLAMA, { tools: [weather] }, true)).toMatchObject({ tools: ['weather', 'json'] });
    expect(asked(NOVA_PRO, {}, true)).toMatchObject({ tools: ['json'] });
  });

  it('without a schema is asked for in words', () => {
    const { request, context } = map({ responseFormat: { type: 'json' } });
    expect(request.system).toEqual([
      { text: 'Answer with one JSON value and nothing else: no explanation, no code fence.' },
    ]);
    expect(context.structuredOutput).toEqual({ means: 'instruction', wrapped: false, root: 'any' });
  });

  it('whose root is no object travels as a member of one', () => {
    const list: JSONSchema7 = {
      type: 'array',
      items: { $ref: '#/$defs/n' },
      $defs: { n: { type: 'number' } },
    };
    const { request, context } = map({ responseFormat: { type: 'json', schema: list } }, CLAUDE_3_HAIKU);
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: {
        inputSchema: {
          json: {
            type: 'object',
            properties: { value: { type: 'array', items: { $ref: '#/$defs/n' } } },
            required: ['value'],
            $defs: { n: { type: 'number' } },
          },
        },
      },
    });
    expect(context.structuredOutput).toEqual({
      means: 'tool',
      toolName: 'json',
      wrapped: true,
      root: 'array',
    });
  });

  it('a schema that is no object and contains itself still does so where it stands then', () => {
    const tree: JSONSchema7 = {
      anyOf: [{ $ref: '#/definitions/leaf' }, { type: 'array', items: { $ref: '#' } }, { $ref: '#/anyOf/0' }],
      definitions: { leaf: { type: 'string' }, forest: { type: 'array', items: { $ref: '#' } } },
    };
    const { request } = map({ responseFormat: { type: 'json', schema: tree } }, CLAUDE_3_HAIKU);
    const items = { $ref: '#/properties/value' };
    expect(request.toolConfig?.tools[0]).toMatchObject({
      toolSpec: {
        inputSchema: {
          json: {
            type: 'object',
            properties: {
              value: {
                anyOf: [
                  { $ref: '#/definitions/leaf' },
                  { type: 'array', items },
                  { $ref: '#/properties/value/anyOf/0' },
                ],
              },
            },
            required: ['value'],
            additionalProperties: false,
            definitions: { leaf: { type: 'string' }, forest: { type: 'array', items } },
          },
        },
      },
    });
  });

  it('whose definitions stand in an element, as the AI SDK 6 writes an array of a named type, has them at the root', () => {
    const named = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false };
    const properties = { p: { $ref: '#/definitions/Named' } };
    const closed = { type: 'object', additionalProperties: false };
    const items = { ...closed, properties, definitions: { Named: named } };
    const elements = (items: object) => ({ ...closed, properties: { elements: { type: 'array', items } } });
    const { request } = map({ responseFormat: { type: 'json', schema: elements(items) as JSONSchema7 } });
    expect(JSON.parse(request.outputConfig?.textFormat?.structure.jsonSchema.schema ?? '')).toEqual({
      ...elements({ ...closed, properties }),
      definitions: { Named: named },
    });
  });

  it('is not constrained for a schema with open ends, nor beside citations', () => {
    const open: JSONSchema7 = { type: 'object', additionalProperties: { type: 'string' } };
    expect(asked(CLAUDE_4_5, { responseFormat: { type: 'json', schema: open } })).toMatchObject({
      textFormat: undefined,
      tools: ['json'],
    });
    const pdf = {
      type: 'file' as const,
      mediaType: 'application/pdf',
      data: { type: 'data' as const, data: 'AAEC' },
      providerOptions: { bedrock: { citations: { enabled: true } } },
    };
    expect(
      asked(CLAUDE_4_5, { prompt: [{ role: 'user', content: [pdf, { type: 'text', text: 'x' }] }] }),
    ).toMatchObject({ textFormat: undefined, tools: ['json'] });
  });

  it('Claude Opus 5.5, which is never forced, gets a tool and words', () => {
    const { choice, tools, textFormat } = asked(OPUS_5_5);
    expect(textFormat === undefined ? [tools, choice] : 'native').toEqual([['json'], { auto: {} }]);
  });

  it('by the means that was asked for, or a warning', () => {
    expect(asked(CLAUDE_4_5, mode('jsonTool'))).toMatchObject({ tools: ['json'], warnings: [] });
    expect(
      asked(CLAUDE_4_5, { providerOptions: { anthropic: { structuredOutputMode: 'jsonTool' } } }),
    ).toMatchObject({ tools: ['json'] });
    expect(asked(CLAUDE_4_5, mode('strict-tool'))).toMatchObject({ tools: ['json'], warnings: [] });
    expect(asked(NOVA_PRO, mode('outputFormat'))).toMatchObject({
      tools: ['json'],
      warnings: [
        {
          type: 'compatibility',
          feature: 'structuredOutputMode',
          details:
            'Nova Pro cannot do "outputFormat" for this call, so the JSON is asked for by "forced-tool".',
        },
      ],
    });
  });

  it('by constrained decoding that was asked for, where it is not known whether the model can', () => {
    const family = { bedrock: { structuredOutputMode: 'outputFormat', modelFamily: 'anthropic' } };
    for (const stream of [false, true]) {
      for (const [model, providerOptions] of [
        [PROFILE, family],
        ['us.anthropic.claude-haiku-5-5', mode('native').providerOptions],
      ] as const) {
        const { textFormat, tools, output, warnings } = asked(model, { providerOptions }, stream);
        expect([textFormat?.type, tools, output?.means, warnings]).toEqual([
          'json_schema',
          undefined,
          'native',
          [],
        ]);
      }
    }
  });

  it('text as a format asks for nothing', () => {
    expect(map({ responseFormat: { type: 'text' }, prompt: [user('x')] }).request).toEqual(
      map({ prompt: [user('x')] }).request,
    );
  });
});
