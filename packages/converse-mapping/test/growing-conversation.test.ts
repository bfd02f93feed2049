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
