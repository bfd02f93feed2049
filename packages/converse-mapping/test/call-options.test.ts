// The AI SDK's options of a call: one that it adds is no member of the table below, which the compiler tells.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, CLAUDE_4_5, map, user } from './messages.ts';

type Options = Required<LanguageModelV4CallOptions>;
/** Those of the provider, which sends what the mapping makes. */
type Sending = 'abortSignal' | 'headers';

const tool = { type: 'function', name: 'look', inputSchema: { type: 'object' } } as const;
const options: Omit<Options, Sending> = {
  prompt: [user('Why is granite hard?')],
  maxOutputTokens: 100,
  temperature: 0.5,
  stopSequences: ['.'],
  topP: 0.5,
  topK: 5,
  presencePenalty: 0.5,
  frequencyPenalty: 0.5,
  responseFormat: { type: 'json' },
  seed: 1,
  tools: [tool],
  toolChoice: { type: 'required' },
  includeRawChunks: true,
  reasoning: 'high',

  providerOptions: bedrock({ requestMetadata: { a: 'b' } }),
};

describe('an option of a call changes the request, how its answer is read, or is told of', () => {
  it.each(Object.entries(options))('%s', (name, value) => {
    const call = name === 'toolChoice' ? { tools: [tool] } : {};
    // What is mapped of a call in which this option alone is different.
    const made = ({ request, warnings, context }: ReturnType<typeof map>): object => ({
      request,
      warnings,
      raw: context.includeRawChunks,
    });
    expect(made(map({ ...call, [name]: value }, CLAUDE_4_5, true))).not.toEqual(
      made(map(call, CLAUDE_4_5, true)),
    );
  });
});
