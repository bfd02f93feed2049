// System messages. Converse keeps them beside the conversation, so those that stand inside it move to the front.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html

import type { LanguageModelV4Message } from '@ai-sdk/provider';
import type { ReadPartOptions } from '../read-options.ts';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { guardText } from './guard-content.ts';
import { textAt } from './parts.ts';
import { wellFormed } from './well-formed.ts';

type SystemMessage = Extract<LanguageModelV4Message, { role: 'system' }>;

export function addSystemMessage(
  message: SystemMessage,
  options: ReadPartOptions,
  path: string,
  conversation: Conversation,
): void {
  if (conversation.turns.length > 0) {
    changed(
      conversation,
      'system message inside the conversation',
      `${path} is sent in the one system prompt, in front of all messages.`,
    );
  }
  const text = wellFormed(textAt(`${path}.content`, message.content), conversation);
  if (text.trim() !== '') {
    conversation.addSystem(options.guardContent === true ? guardText(text, options) : { text }, path);
  }
  // A point in front of everything marks nothing.
  if (options.cachePoint && conversation.system.length > 0) {
    conversation.addSystem({ cachePoint: options.cachePoint }, path);
  }
}

/** Behind everything else, so that the cached part of the system prompt stays the same. A prompt resource takes messages alone. */
export function addInstruction(text: string, conversation: Conversation): void {
  if (conversation.isPrompt) conversation.add('user', { text }, 'responseFormat');
  else conversation.addSystem({ text }, 'responseFormat');
}

/** A model without a system prompt reads the same text at the head of the first message. */
export function settleSystem(conversation: Conversation): void {
  const { capabilities, system, turns } = conversation;
  const [first] = turns;
  if (capabilities.system !== false || system.length === 0 || !first) return;
  changed(conversation, 'system', ' has no system prompt, so its text opens the first message.');
  // The members of a system block are members of a content block too.
  first.content = [...system.splice(0), ...first.content];
}
