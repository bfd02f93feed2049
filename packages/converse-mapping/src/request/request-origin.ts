// What is known of a request beyond the request itself, so that a check of it can speak in the terms of the caller.

import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { mapMembers } from '../record.ts';

/** Where a request came from. */
export interface RequestOrigin {
  /** Of the model that the request is for. */
  readonly capabilities: ModelCapabilities;
  /** The request goes to ConverseStream: it was asked for, and the model streams with these tools. */
  readonly stream: boolean;
  /** The option `preflight`. */
  readonly mode: NonNullable<BedrockLanguageModelOptions['preflight']>;
  /** As the caller gave it. */
  readonly prompt: LanguageModelV4Prompt;
  /** What had to be changed for Bedrock to take the request. */
  readonly repairs: readonly string[];
  /** The place of a block in the caller's prompt, such as `prompt[2].content[0]`; undefined for one that the mapping added. */
  placeOf(block: object): string | undefined;
  /** A block of a kind that no table knows, which Bedrock gave and takes back: no rule can judge it. */
  isOpaque(block: object): boolean;
}

/** Everything is behind getters: printed or as JSON it shows nothing of the conversation. */
export function requestOrigin(members: RequestOrigin): RequestOrigin {
  const getters = mapMembers({ ...members }, (member) => ({ get: () => member }));
  // defineProperties forgets what it defines: the members, each under its own name.
  return Object.defineProperties({}, getters as PropertyDescriptorMap) as RequestOrigin;
}
