// The parts of an assistant message, as they came from a model: this one, another of Bedrock's, or one of another provider.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import type { JSONObject, LanguageModelV4Message } from '@ai-sdk/provider';
import type { Citation, ContentBlock, Json } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../read-options.ts';
import { refusePromises } from '../promises.ts';
import { fromJson, isRecord, picked } from '../record.ts';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { withWireNames } from './input-names.ts';
import { mayBeClaude } from './model-family.ts';
import { namedMembers } from './named-members.ts';
import { reasoningBlocks } from './reasoning-history.ts';
import { withoutSealed } from './sealed-result.ts';
import { addServerToolResult, runsItself } from './server-tools.ts';
import { addToolResult } from './tool-result.ts';
import { unknownPart } from './unknown-part.ts';
import { wellFormed, wellFormedJson } from './well-formed.ts';

type AssistantPart = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'][number];

export function addAssistantPart(
  part: AssistantPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): void {
  if (part.type === 'tool-result') {
    if (!addServerToolResult(part, options, place, conversation)) {
      addToolResult(withoutSealed(part, place, conversation), options, place, conversation);
    }
    return;
  }
  for (const block of assistantBlocks(part, options, place, conversation)) {
    conversation.add('assistant', block, place);
  }
  if (conversation.turns.at(-1)?.role === 'assistant') {
    conversation.addCachePoint('assistant', options.cachePoint, place);
  }
}

function assistantBlocks(
  part: Exclude<AssistantPart, { type: 'tool-result' }>,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock[] {
  const { capabilities, toolIds, toolNames } = conversation;
  switch (part.type) {
    case 'text': {
      const text = wellFormed(part.text, conversation);
      if (text.trim() === '') return [];
      // A cited text goes back with its citations, as the model gave it, if the model knows them: see response/text-block.ts.
      const { citations } = options;
      if (!Array.isArray(citations) || capabilities.citations !== true) return [{ text }];
      return [{ citationsContent: { content: [{ text }], citations: citations as Citation[] } }];
    }
    case 'reasoning':
      return reasoningBlocks(part.text, options, place, conversation);
    case 'tool-call': {
      const name = toolNames.wire(part.toolName);
      const input = withWireNames(toolInput(part.input), conversation.inputNames.get(name));
      const json = JSON.stringify(input);
      refusePromises(part.input, `${place}.input`, json);
      const isServed = part.providerExecuted === true;
      const isOwn = isServed && runsItself(part, conversation);
      const call: ContentBlock = {
        toolUse: {
          toolUseId: toolIds.call(part.toolCallId),
          name,
          // It is JSON before and after.
          input: wellFormedJson(namedMembers(input, json, conversation), json, conversation) as Json,
          ...(isOwn && { type: 'server_tool_use' }),
        },
      };
      if (isServed && !isOwn) conversation.ranElsewhere.add(call);
      return [call];
    }
    case 'custom': {
      const { kind } = part;
      // AWS reads a member that is null as absent.
      const block = options.block && picked(options.block, ...Object.keys(options.block));
      const known = kind === 'bedrock.searchResult';
      // A block of a kind that was unknown when it came. Only blocks that this package gave out itself go back.
      if (kind.startsWith('bedrock.') && block && (!known || mayBeClaude(conversation))) {
        if (!known) conversation.opaque.add(block);
        // It came from an earlier answer of Bedrock, whole, so it is a block, which the types cannot know; see response/open-block.ts.
        return [block as unknown as ContentBlock];
      }
      unsupported(conversation, `content of kind ${kind}`, `${place} is left out.`);
      return [];
    }
    case 'file':
    case 'reasoning-file':
      unsupported(
        conversation,
        `assistant ${part.type}`,
        `${place} is left out: Bedrock takes no files back.`,
      );
      return [];
    default:
      throw unknownPart(part, 'content part', place);
  }
}

/** The service takes an object. Text that holds one is read; anything else is wrapped, so that the model still sees it. */
function toolInput(input: unknown): Json {
  const value = typeof input === 'string' ? fromJson(input) : (input ?? {});
  // A tool's input is JSON by the AI SDK's contract.
  return isRecord(value) ? (value as JSONObject) : { rawInvalidInput: input as Json };
}
