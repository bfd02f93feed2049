// Turns of a conversation in which one tool is called and answers, and the messages that they become.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { CLAUDE_4_5, map } from '../messages.ts';

export const MISTRAL = 'mistral.mistral-large-2407-v1:0';
export const GPT = 'us.openai.gpt-5.6-sol';

export type Prompt = LanguageModelV4CallOptions['prompt'];

export const tools = [{ type: 'function' as const, name: 'a', inputSchema: {} }];
export const calls = (...ids: string[]): Prompt[number] => ({
  role: 'assistant',
  content: ids.map((toolCallId) => ({ type: 'tool-call', toolCallId, toolName: 'a', input: {} })),
});
export const results = (...ids: string[]): Prompt[number] => ({
  role: 'tool',
  content: ids.map((toolCallId) => ({
    type: 'tool-result',
    toolCallId,
    toolName: 'a',
    output: { type: 'text', value: `r ${toolCallId}` },
  })),
});

export function messages(prompt: Prompt, model = CLAUDE_4_5) {
  const { request, warnings } = map({ prompt, tools }, model);
  return {
    messages: request.messages ?? [],
    features: warnings.map((warning) => ('feature' in warning ? warning.feature : '')),
  };
}

export const png = {
  type: 'file' as const,
  mediaType: 'image/png',
  data: { type: 'data' as const, data: 'AAEC' },
};
