// A JSON answer by constrained decoding: what is sent for it, what it works beside, and where it is not done.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type Call, CLAUDE_4_5, map, PROFILE } from '../messages.ts';
import { asked, mode, schema, weather } from './json-answer.ts';

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

  it.each([
    ['us.openai.gpt-6.1-sol', 'Rezept für Brot!', 'Rezept_f_r_Brot_'],
    ['us.openai.gpt-6.1-sol', '', 'response'],
    [CLAUDE_4_5, 'Rezept für Brot!', 'Rezept für Brot!'],
  ])('gives the schema a name that the API behind it takes: %s, "%s"', (model, name, sent) => {
    const { request } = map({ responseFormat: { type: 'json', name, schema } }, model);
    expect(request.outputConfig?.textFormat?.structure.jsonSchema.name).toBe(sent);
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
});
