// A conversation that goes on is sent as it was, byte for byte, with more behind it: anything else would cost the cached prefix.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryModel } from './arbitrary-model.ts';
import { user } from './messages.ts';
import { toUncheckedConverseRequest } from './witness.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];

const tools = [{ type: 'function' as const, name: 'look up', inputSchema: { type: 'object' as const } }];
const call = { toolCallId: 'functions.look:0', toolName: 'look up' };

/** What a user asks, whether the model calls a tool first, and what it answers. Ids repeat from turn to turn, as some models do it. */
const turn = fc.record({
  question: fc.constantFrom('a', 'b c'),
  calls: fc.boolean(),
  answer: fc.constantFrom('x', 'y\n'),
});
type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;

function told({ question, calls, answer }: Turn, isLast: boolean): Prompt {
  const output = { type: 'text' as const, value: 'found' };
  return [
    user(question),
    ...(calls
      ? ([
          { role: 'assistant', content: [{ type: 'tool-call', ...call, input: {} }] },
          { role: 'tool', content: [{ type: 'tool-result', ...call, output }] },
        ] satisfies Prompt)
      : []),
    ...(isLast ? [] : ([{ role: 'assistant', content: [{ type: 'text', text: answer }] }] satisfies Prompt)),
  ];
}

it('what was sent of a conversation is sent again unchanged when it goes on', () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 2, maxLength: 4 }), arbitraryModel, (turns, modelId) => {
      const sent = turns.map((_, last) => {
        const prompt = turns.slice(0, last + 1).flatMap((each, index) => told(each, index === last));
        const { request } = toUncheckedConverseRequest({ prompt, tools }, { modelId });
        return JSON.stringify(request.messages).slice(0, -1);
      });
      for (const [index, later] of sent.slice(1).entries()) {
        expect(later.startsWith(sent[index] ?? '?')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('a conversation takes time in proportion to its length, also with one id for all calls and a cache point in each turn', {
  timeout: 5_000,
}, () => {
  const turn: Prompt = [
    {
      role: 'user',
      content: [{ type: 'text', text: 'go' }],
      providerOptions: { bedrock: { cachePoint: { type: 'default' } } },
    },
    {
      role: 'assistant',
      content: [{ type: 'tool-call', toolCallId: 'functions.a:0', toolName: 'a', input: {} }],
    },
    {
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'functions.a:0',
          toolName: 'a',
          output: { type: 'text', value: 'r' },
        },
      ],
    },
  ];
  const prompt = Array.from({ length: 6000 }, () => turn).flat();
  for (const modelId of ['mistral.mistral-large-2407-v1:0', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0']) {
    const { messages = [] } = toUncheckedConverseRequest({ prompt }, { modelId }).request;
    const ids = messages.flatMap(({ content = [] }) =>
      content.flatMap((block) => ('toolUse' in block ? [block.toolUse.toolUseId] : [])),
    );
    expect([ids.length, new Set(ids).size]).toEqual([6000, 6000]);
  }
});
