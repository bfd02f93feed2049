// By which means a JSON answer is asked for: by words where there is nothing better, by what the caller asks for, or by none.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';
import { asked, LLAMA, mode, schema, weather } from './json-answer.ts';

const TITAN = 'amazon.titan-text-express-v1';

describe('a JSON answer', () => {
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

  it.each<[JSONSchema7, string]>([
    [{ type: 'object' }, 'object'],
    [{ properties: { a: {} } }, 'object'],
    [{ anyOf: [{ type: 'object' }, { type: 'array' }] }, 'any'],
  ])('in words begins as its schema says: %j', (schema, root) => {
    expect(
      asked(CLAUDE_3_HAIKU, { ...mode('instruction'), responseFormat: { type: 'json', schema } }),
    ).toMatchObject({
      output: { root },
    });
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

  // An account that refuses `output_config.format` of Claude Haiku 4.5 refuses `strict` too: https://github.com/vercel/ai/pull/19999
  it.each(['tool', 'jsonTool'])('by the means %s has a tool that is forced and not strict', (means) => {
    const call = { responseFormat: { type: 'json' as const, schema }, ...mode(means) };
    expect(map(call, CLAUDE_4_5).request.toolConfig).toEqual({
      tools: [
        {
          toolSpec: {
            name: 'json',
            description: 'Gives the final answer. Call it once, when the answer is complete.',
            inputSchema: { json: schema },
          },
        },
      ],
      toolChoice: { tool: { name: 'json' } },
    });
  });

  it('text as a format asks for nothing', () => {
    expect(map({ responseFormat: { type: 'text' }, prompt: [user('x')] }).request).toEqual(
      map({ prompt: [user('x')] }).request,
    );
  });
});
