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

/** Where a request came from. Everything is behind getters: printed or as JSON it shows nothing of the conversation. */
export class RequestOrigin {
  readonly #known: Known;
  readonly #conversation: Conversation;

  constructor(known: Known, conversation: Conversation) {
    this.#known = known;
    this.#conversation = conversation;
  }

  /** Of the model that the request is for. */
  get capabilities(): ModelCapabilities {
    return this.#conversation.capabilities;
  }

  /** The request goes to ConverseStream: it was asked for, and the model streams with these tools. */
  get stream(): boolean {
    return this.#known.stream;
  }

  /** The option `preflight`. */
  get mode(): NonNullable<BedrockLanguageModelOptions['preflight']> {
    return this.#known.mode;
  }

  /** As the caller gave it. */
  get prompt(): LanguageModelV4Prompt {
    return this.#known.prompt;
  }

  /** What had to be changed for Bedrock to take the request. */
  get repairs(): readonly string[] {
    return [...this.#conversation.repairs];
  }

  /** The place of a block in the caller's prompt, such as `prompt[2].content[0]`; undefined for one that the mapping added. */
  placeOf(block: object): string | undefined {
    return this.#conversation.origins.get(block);
  }

  /** A block of a kind that no table knows, which Bedrock gave and takes back: no rule can judge it. */
  isOpaque(block: object): boolean {
    return this.#conversation.opaque.has(block);
  }
}
