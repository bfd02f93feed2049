// A message of the assistant between two of the user, and what is sent of it.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { bedrock, CLAUDE_4_5, map, user } from '../messages.ts';

export type Content = Extract<LanguageModelV4CallOptions['prompt'][number], { role: 'assistant' }>['content'];

/** The assistant's message between two of the user. */
export function sent(content: Content, model = CLAUDE_4_5) {
  const { request, warnings } = map(
    { prompt: [user('hi'), { role: 'assistant', content }, user('on')] },
    model,
  );
  return {
    content: request.messages?.[1]?.content,
    roles: request.messages?.map(({ role }) => role),
    warnings,
  };
}

export const text = (text: string) => ({ type: 'text' as const, text });
export const reasoning = (text: string, options?: object) => ({
  type: 'reasoning' as const,
  text,
  ...(options && { providerOptions: bedrock(options) }),
});
