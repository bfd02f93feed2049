// A last message of the assistant, which the model is to continue: not every model does.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html

import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { repaired } from '../warnings.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';
import { invalidPrompt } from './errors.ts';
import { mayBeClaude } from './model-family.ts';
import type { ReasoningPlan } from './reasoning.ts';
import type { ResponseFormatPlan } from './response-format.ts';
import { dropReasoning, OPENING } from './turns.ts';

/** What the model is asked instead of being given the beginning of its answer. */
const GO_ON = 'Continue exactly where your last message ends.';

export function settlePrefill(
  conversation: Conversation,
  prompt: LanguageModelV4Prompt,
  { prefill = 'user-turn' }: BedrockLanguageModelOptions,
  { active }: ReasoningPlan,
  format: ResponseFormatPlan | undefined,
): void {
  const { capabilities, turns } = conversation;
  const last = turns.at(-1);
  if (last?.role !== 'assistant') return;
  if (prompt.filter(({ role }) => role !== 'system').at(-1)?.role === 'user') {
    repaired(conversation, 'last message', 'The last message is empty, so a short user message replaces it.');
    conversation.add('user', { text: OPENING });
    return;
  }
  const { content } = last;
  const end = content.filter((block) => !isPoint(block)).at(-1);
  // "final assistant content cannot end with trailing whitespace"; leading white space is the caller's.
  if (end && 'text' in end) {
    content[content.indexOf(end)] = conversation.trace({ text: end.text.trimEnd() }, end);
  }
  const { reasoning } = capabilities;
  let when = '';
  if (active && 'prefill' in reasoning && reasoning.prefill === false) when = ' while it reasons';
  // The beginning of an answer would be outside of what the schema constrains:
  // https://platform.claude.com/docs/en/build-with-claude/structured-outputs
  else if (format?.textFormat) when = ' while a schema constrains it';
  if (capabilities.prefill !== false && !when) {
    if (mayBeClaude(conversation) && !active && dropReasoning(last)) {
      repaired(
        conversation,
        'reasoning',
        ' continues no message with reasoning, so the last one is sent without it.',
      );
    }
    return;
  }
  if (prefill === 'pass') return;
  const why = ` does not continue a message of the assistant${when}`;
  if (prefill === 'error') {
    throw invalidPrompt(prompt, `${capabilities.name}${why}. End with a user message.`);
  }
  repaired(conversation, 'prefill', `${why}, so a user message asks it to go on.`);
  conversation.add('user', { text: GO_ON });
}
