// The AI SDK's prompt as a conversation: each message by its role, then what the conversation as a whole needs.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { readPartOptions } from '../read-options.ts';
import { itemsOf, recordOf } from '../record.ts';
import { addAssistantPart } from './assistant-content.ts';
import type { Conversation } from './conversation.ts';
import { invalidPrompt } from './errors.ts';
import { guardLatestUserTurn } from './guard-content.ts';
import { eachPart, present } from './parts.ts';
import { addSystemMessage } from './system.ts';
import { pairToolResults } from './tool-pairs.ts';
import { addToolResult } from './tool-result.ts';
import { settleTurns } from './turns.ts';
import { unknownPart } from './unknown-part.ts';
import { addUserPart } from './user-content.ts';

export function convertPrompt(
  prompt: LanguageModelV4Prompt,
  conversation: Conversation,
  { guardContent }: BedrockLanguageModelOptions,
): void {
  // The AI SDK checks the prompts of its own functions, and `countTokens` is none of these.
  if (!Array.isArray(prompt)) throw invalidPrompt(prompt, 'prompt must be a list of messages.');
  prompt.forEach((message, index) => {
    const path = `prompt[${index}]`;
    try {
      addMessage(present(message, path), prompt[index - 1], path, conversation);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // The AI SDK hands on what a caller in JavaScript wrote, without a look at its shape.
      throw invalidPrompt(prompt, `${path} is not a message of specification v4: ${error.message}`, error);
    }
  });
  pairToolResults(conversation);
  if (guardContent === 'latest-user') guardLatestUserTurn(conversation);
  settleTurns(conversation);
}

function addMessage(
  message: LanguageModelV4Message,
  before: LanguageModelV4Message | undefined,
  path: string,
  conversation: Conversation,
): void {
  const parts = `${path}.content`;
  const options = readPartOptions(message, path, conversation);
  const { cachePoint, ...shared } = options;
  switch (message.role) {
    case 'system':
      addSystemMessage(message, options, path, conversation);
      return;
    case 'user':
      // They hold for each part. Of a content that is a text, the AI SDK makes a part without options.
      eachPart(message.content, parts, conversation, (part, own, place) => {
        addUserPart(part, { ...shared, ...own }, place, conversation);
      });
      break;
    case 'assistant':
      eachPart(message.content, parts, conversation, addAssistantPart);
      break;
    case 'tool': {
      const calls = new Map(itemsOf(before?.content).map((call, index) => [idOf(call), index]));
      eachPart(
        message.content,
        parts,
        conversation,
        (part, options, place) => {
          // An approval is between the caller and the AI SDK: Bedrock asks for none.
          if (part.type === 'tool-result') addToolResult(part, options, place, conversation);
        },
        // In the order of the calls. In a live run results come in the order in which their tools end, in a stored chat in that of the calls: the
        // cache of prompts finds them again only if both are sent in one order.
        (part) => calls.get(idOf(part)) ?? -1,
      );
      break;
    }
    default:
      throw unknownPart(message, 'message', path);
  }
  // The cache point of the message as a whole stands behind its last block.
  const role = message.role === 'assistant' ? 'assistant' : 'user';
  if (conversation.turns.at(-1)?.role === role) conversation.addCachePoint(role, cachePoint, path);
}

function idOf(part: unknown): unknown {
  return recordOf(part)['toolCallId'];
}
