/**
 * Which families have a body of their own that the built-in language model reads and writes.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { matchesPattern } from '../pattern.ts';
import { readAnthropicRequest } from './anthropic-request.ts';
import { streamAnthropicMessage, writeAnthropicMessage } from './anthropic-response.ts';
import { llamaBody } from './llama.ts';
import type { NativeBody } from './native-body.ts';
import { novaBody } from './nova.ts';

const anthropicBody: NativeBody = {
  form: 'messages',
  countsCached: true,
  read: readAnthropicRequest,
  write: writeAnthropicMessage,
  stream: streamAnthropicMessage,
};

/** By patterns of ids; the first that fits. */
const bodies: readonly (readonly [pattern: string, body: NativeBody])[] = [
  ['anthropic.*', anthropicBody],
  ['amazon.nova*', novaBody],
  ['meta.*', llamaBody],
];

/** Undefined when no built-in model speaks the family's body. */
export function nativeBodyOf(capabilities: ModelCapabilities): NativeBody | undefined {
  const { kind, vendor, family, baseModelId = `${vendor}.${family}` } = capabilities;
  if (kind !== 'language') return undefined;
  return bodies.find(([pattern]) => matchesPattern(pattern, baseModelId))?.[1];
}
