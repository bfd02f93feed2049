// What the tests of chat completions ask, and what every completion has.
import { expect } from 'vitest';
import type { Invoke } from '../invoke-model.ts';

export const oss = 'openai.gpt-oss-120b-1:0';
export const gpt = 'us.openai.gpt-6-sol';
export const user = (content: unknown): object => ({ role: 'user', content });

export const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

export const frame = {
  created: expect.any(Number) as unknown,
  id: expect.stringMatching(/^chatcmpl-\w{29}$/) as unknown,
  service_tier: 'default',
  system_fingerprint: null,
};

interface Completion {
  readonly choices: { readonly message: { content: string | null; tool_calls?: { id: string }[] } }[];
}

/** The message of a completion, by whoever invokes. */
export function messageBy(invoke: Invoke) {
  return async function messageOf(
    modelId: string,
    body: object,
  ): Promise<Completion['choices'][number]['message']> {
    const { choices } = (await invoke(modelId, body)).body as unknown as Completion;
    return choices[0]?.message ?? { content: null };
  };
}
