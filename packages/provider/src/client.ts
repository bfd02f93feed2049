/**
 * The chunk that every call needs of the runtime: the client, set up as the provider is. The error of every model is in it too, or a bundler
 * would give it a chunk of its own.
 *
 * @module
 */
import type { BedrockRuntimeSettings } from '@bedrock-kit/runtime';
import { type Client, createRuntimeClient } from '@bedrock-kit/runtime/core';
import { checkNames } from './setting-names.ts';

export { apiCallError } from '@bedrock-kit/invocation/api-call-error';

/**
 * @param given the settings as the caller wrote them, whose names are looked at
 * @throws InvalidArgumentError for such a name, BedrockError `InvalidRequest` for `retry` with wrong bounds
 */
export function clientOf(settings: BedrockRuntimeSettings, given: object): Client {
  checkNames(given);
  return createRuntimeClient(settings);
}
