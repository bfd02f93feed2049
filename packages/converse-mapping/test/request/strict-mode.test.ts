// Tools whose inputs are to follow their schema strictly: where that is sent, and for how many tools of one request.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map } from '../messages.ts';
import { tool } from './declared-tools.ts';

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

  it('is there for definitions of which two lead to a third', () => {
    const list = (name: string): JSONSchema7 => ({ type: 'array', items: { $ref: `#/$defs/${name}` } });
    const $defs = { a: list('c'), b: list('c'), c: { type: 'string' } };
    const schema = { type: 'object', properties: { a: list('a'), b: list('b') }, $defs } as JSONSchema7;
    expect(strict(schema, CLAUDE_4_5).request.toolConfig?.tools[0]).toHaveProperty('toolSpec.strict', true);
  });

  it('is dropped with a warning for a schema with open ends, and for a model without it', () => {
    const open = strict({ type: 'object', additionalProperties: true }, CLAUDE_4_5);
    const none = strict(inputSchema, CLAUDE_3_HAIKU);
    for (const [{ request, warnings }, why] of [
      [open, 'its schema is more than constrained decoding takes'],
      [none, 'the model has no strict mode'],
    ] as const) {
      expect(request.toolConfig?.tools[0]).not.toHaveProperty('toolSpec.strict');
      const details = expect.stringMatching(
        new RegExp(`^The tool .+ is sent without it: ${why}\\.$`),
      ) as string;
      expect(warnings).toEqual([{ type: 'unsupported', feature: 'strict', details }]);
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
    details: `The tool ${name} is sent without it: the strict tools before it fill what one request may hold.`,
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
