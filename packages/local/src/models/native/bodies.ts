/**
 * Which families have a body of their own that the built-in language model reads and writes.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { readAnthropicRequest } from './anthropic-request.ts';
import { streamAnthropicMessage, writeAnthropicMessage } from './anthropic-response.ts';
import type { NativeBody } from './native-body.ts';
import { novaBody } from './nova.ts';

const anthropicBody: NativeBody = {
  read: readAnthropicRequest,
  write: writeAnthropicMessage,
  stream: streamAnthropicMessage,
};

/** Undefined when no built-in model speaks the family's body. */
export function nativeBodyOf({ kind, vendor, family }: ModelCapabilities): NativeBody | undefined {
  if (kind !== 'language') return undefined;
  if (vendor === 'anthropic') return anthropicBody;
  return vendor === 'amazon' && family === 'nova' ? novaBody : undefined;
}
