// Both steps at once: the conversion, then Bedrock's rules over what came out.

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { checkConverseRequest } from '../preflight.ts';
import {
  type MappedModel,
  type MappedRequest,
  type RequestOptions,
  toUncheckedConverseRequest,
} from './converse-request.ts';

/**
 * Turns a call into a Bedrock request, and checks it against Bedrock's rules. Pure and synchronous; the call is not changed.
 *
 * @throws InvalidArgumentError for an option of the wrong type, and for a promise where JSON is sent, with its path.
 * @throws UnsupportedFunctionalityError for a file that Bedrock has no form for, with its place in the prompt.
 * @throws InvalidPromptError for a conversation that Bedrock would refuse and that cannot be repaired; see the option `preflight`.
 */
export function toConverseRequest(
  call: LanguageModelV4CallOptions,
  model: MappedModel,
  options: RequestOptions = {},
): MappedRequest {
  const mapped = toUncheckedConverseRequest(call, model, options);
  checkConverseRequest(mapped);
  return mapped;
}
