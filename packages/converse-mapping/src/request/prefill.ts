// A last message of the assistant, which the model is to continue: not every model does.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html

import { InvalidPromptError, type LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ContentBlock } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import type { Conversation } from './conversation.ts';

/** What the model is asked instead of being given the beginning of its answer. */
const GO_ON = 'Continue exactly where your last message ends.';

export function settlePrefill(
  conversation: Conversation,
  prompt: LanguageModelV4Prompt,
  { prefill = 'user-turn' }: BedrockLanguageModelOptions,
  reasoningActive: boolean,
): void {
  const last = conversation.turns.at(-1);
  if (last?.role !== 'assistant') return;
  trimEnd(conversation, last.content);
  const { capabilities, warnings } = conversation;
  const { reasoning } = capabilities;
  const refusedNow = reasoningActive && 'prefill' in reasoning && reasoning.prefill === false;
  if ((capabilities.prefill !== false && !refusedNow) || prefill === 'pass') return;
  const why = `${capabilities.name} does not continue a message of the assistant${refusedNow ? ' while it reasons' : ''}`;
  if (prefill === 'error') {
    throw new InvalidPromptError({
      prompt,
      message: `The last message is the assistant's, but ${why}. End with a user message.`,
    });
  }
  warnings.repair('prefill', `${why}, so a user message asks it to go on.`);
  conversation.turns.push({ role: 'user', content: [{ text: GO_ON }] });
}

/** "final assistant content cannot end with trailing whitespace"; leading white space is the caller's. */
function trimEnd(conversation: Conversation, content: ContentBlock[]): void {
  const last = content.filter((block) => !('cachePoint' in block)).at(-1);
  if (last === undefined || !('text' in last)) return;
  content[content.indexOf(last)] = conversation.trace({ text: last.text.trimEnd() }, last);
}
