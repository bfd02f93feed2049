// What is known of a request beyond the request itself, so that a check of it can speak in the terms of the caller.

import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions } from '../options.ts';
import type { Conversation } from './conversation.ts';

interface Known {
  readonly stream: boolean;
  readonly mode: NonNullable<BedrockLanguageModelOptions['preflight']>;
  readonly prompt: LanguageModelV4Prompt;
}

/** What a check needs to describe a request in the caller's terms. It has only getters, so that printing it shows nothing of the conversation. */
export class RequestOrigin {
  readonly #known: Known;
  readonly #conversation: Conversation;

  constructor(known: Known, conversation: Conversation) {
    this.#known = known;
    this.#conversation = conversation;
  }

  /** The capabilities of the model that the request is for. */
  get capabilities(): ModelCapabilities {
    return this.#conversation.capabilities;
  }

  /** Whether the request goes to ConverseStream: the caller wants to stream, and the model can with these tools. */
  get stream(): boolean {
    return this.#known.stream;
  }

  /** The option `preflight`. */
  get mode(): NonNullable<BedrockLanguageModelOptions['preflight']> {
    return this.#known.mode;
  }

  /** The prompt as the caller gave it. */
  get prompt(): LanguageModelV4Prompt {
    return this.#known.prompt;
  }

  /** What was changed so that Bedrock accepts the request. */
  get repairs(): readonly string[] {
    return [...this.#conversation.repairs];
  }

  /** The place of a block in the caller's prompt, such as `prompt[2].content[0]`; undefined for one that the mapping added. */
  placeOf(block: object): string | undefined {
    return this.#conversation.origins.get(block);
  }

  /** Whether a block is of an unknown kind that Bedrock made and takes back, which no rule can judge. */
  isOpaque(block: object): boolean {
    return this.#conversation.opaque.has(block);
  }
}
