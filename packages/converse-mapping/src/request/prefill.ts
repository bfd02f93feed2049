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
  { reasoning: reasons, constrained }: { readonly reasoning: boolean; readonly constrained: boolean },
): void {
  const last = conversation.turns.at(-1);
  if (last?.role !== 'assistant') return;
  trimEnd(conversation, last.content);
  const { capabilities, warnings } = conversation;
  const { reasoning } = capabilities;
  let when = '';
  if (reasons && 'prefill' in reasoning && reasoning.prefill === false) when = ' while it reasons';
  // The beginning of an answer would be outside of what the schema constrains:
  // https://platform.claude.com/docs/en/build-with-claude/structured-outputs
  else if (constrained) when = ' while a schema constrains it';
  if ((capabilities.prefill !== false && when === '') || prefill === 'pass') return;
  const why = `${capabilities.name} does not continue a message of the assistant${when}`;
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
