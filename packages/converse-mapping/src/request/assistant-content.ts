// The parts of an assistant message, as they came from a model: this one, another of Bedrock's, or one of another provider.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import type { JSONObject, LanguageModelV4Message } from '@ai-sdk/provider';
import type { Citation, ContentBlock, Json } from '@bedrock-kit/protocol';
import { type ReadPartOptions, readPartOptions } from '../options.ts';
import { isRecord } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { reasoningBlocks } from './reasoning-history.ts';
import { addServerToolCall, addServerToolResult } from './server-tools.ts';
import { addToolResult } from './tool-result.ts';
import { unknownPart } from './unknown-part.ts';
import { takesSearchResults } from './user-content.ts';

type AssistantMessage = Extract<LanguageModelV4Message, { role: 'assistant' }>;
type AssistantPart = AssistantMessage['content'][number];

export function addAssistantMessage(
  message: AssistantMessage,
  path: string,
  conversation: Conversation,
): void {
  message.content.forEach((part, index) => {
    const place = `${path}.content[${index}]`;
    const options = readPartOptions(part.providerOptions, place, conversation.warnings);
    if (part.type === 'tool-result') {
      if (!addServerToolResult(part, options, place, conversation)) {
        addToolResult(part, options, place, conversation);
      }
      return;
    }
    for (const block of assistantBlocks(part, options, place, conversation)) {
      conversation.add('assistant', block, place);
    }
    if (conversation.turns.at(-1)?.role === 'assistant') {
      conversation.addCachePoint('assistant', options.cachePoint, place);
    }
  });
}

function assistantBlocks(
  part: Exclude<AssistantPart, { type: 'tool-result' }>,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock[] {
  switch (part.type) {
    case 'text':
      return part.text.trim() === '' ? [] : [textBlock(part.text, options, conversation)];
    case 'reasoning':
      return reasoningBlocks(part.text, options, place, conversation);
    case 'tool-call':
      if (part.providerExecuted === true) {
        const block = addServerToolCall(part, conversation);
        if (block !== undefined) return [block];
      }
      return [
        {
          toolUse: {
            toolUseId: conversation.toolIds.call(part.toolCallId),
            name: conversation.toolNames.wire(part.toolName),
            input: toolInput(part.input),
          },
        },
      ];
    case 'custom':
      return customBlock(part.kind, options, place, conversation);
    case 'file':
    case 'reasoning-file':
      conversation.warnings.unsupported(
        `assistant ${part.type}`,
        `${place}: Bedrock takes no files back from the assistant, so it is left out.`,
      );
      return [];
    default:
      throw unknownPart(part, 'content part', place);
  }
}

/** A cited text goes back with its citations, as the model gave it, if the model knows them. */
function textBlock(text: string, options: ReadPartOptions, { capabilities }: Conversation): ContentBlock {
  const citations = options['citations'];
  if (!Array.isArray(citations) || capabilities.citations !== true) return { text };
  // They came from `citationsContent` of an earlier answer; see response/text-block.ts.
  return { citationsContent: { content: [{ text }], citations: citations as Citation[] } };
}

/** A block that this package did not know when it came. Only those that it put there itself go back. */
function customBlock(
  kind: string,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock[] {
  const { block } = options;
  const known = kind === 'bedrock.searchResult';
  const taken = !known || takesSearchResults(conversation.capabilities);
  if (kind.startsWith('bedrock.') && isReceivedBlock(block) && taken) {
    if (!known) conversation.opaque.add(block);
    return [block];
  }
  conversation.warnings.unsupported(`content of kind ${kind}`, `${place} is left out.`);
  return [];
}

/** It came from an earlier answer of Bedrock, whole; see response/custom-block.ts. */
function isReceivedBlock(block: unknown): block is ContentBlock {
  return isRecord(block);
}

/** The service takes an object. Text that holds one is read; anything else is wrapped, so that the model still sees it. */
export function toolInput(input: unknown): Json {
  if (input === undefined || input === null) return {};
  // A tool's input is JSON by the AI SDK's contract.
  if (isRecord(input)) return input as JSONObject;
  if (typeof input === 'string') {
    try {
      const parsed: unknown = JSON.parse(input);
      if (isRecord(parsed)) return parsed as JSONObject;
    } catch {
      // Not JSON: the text itself is what the model wrote.
    }
  }
  return { rawInvalidInput: input as Json };
}
