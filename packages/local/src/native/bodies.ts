/**
 * Which families have a body of their own that the built-in language model reads and writes.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { compactionOf } from '../context/compaction.ts';
import { matchesPattern } from '../models/pattern.ts';
import { readAnthropicRequest } from './anthropic-request.ts';
import {
  streamAnthropicMessage,
  streamEarlierMessage,
  writeAnthropicMessage,
  writeEarlierMessage,
} from './anthropic-response.ts';
import { anthropicUnasked } from './anthropic-unasked.ts';
import { chatBody } from './chat-body.ts';
import { commandR } from './command-r.ts';
import { deepseekText } from './deepseek-text.ts';
import { jamba } from './jamba.ts';
import { llamaBody } from './llama.ts';
import { mistralChat, pixtralChat } from './mistral-chat.ts';
import { mistralText } from './mistral-text.ts';
import type { NativeBody } from './native-body.ts';
import { novaBody } from './nova.ts';
import { palmyra } from './palmyra.ts';
import { titanText } from './titan-text.ts';

const anthropicBody: NativeBody = {
  form: 'messages',
  countsCached: true,
  read: readAnthropicRequest,
  compact: compactionOf,
  write: writeAnthropicMessage,
  unasked: anthropicUnasked,
  words: ['delta', 'text'],
  stream: streamAnthropicMessage,
};

const earlierClaude: NativeBody = {
  ...anthropicBody,
  write: writeEarlierMessage,
  stream: streamEarlierMessage,
};

const openWeightBody = chatBody({ thoughts: 'hidden', detailed: false });

/** The body that a model reads, by a pattern of its id; by a member of the body, too, where a model reads two. The first that fits. */
const bodies: readonly (readonly [pattern: string, body: NativeBody | undefined, member?: string])[] = [
  ['ai21.jamba-*', jamba],
  ['anthropic.claude-instant*', earlierClaude],
  ['anthropic.claude-v*', earlierClaude],
  ['anthropic.claude-3-*', earlierClaude],
  ['anthropic.claude-opus-4-20*', earlierClaude],
  ['anthropic.claude-opus-4-1-*', earlierClaude],
  ['anthropic.claude-sonnet-4-20*', earlierClaude],
  ['anthropic.*', anthropicBody],
  ['amazon.nova*', novaBody],
  ['amazon.titan*', titanText],
  ['cohere.command-r*', commandR],
  ['deepseek.r1*', deepseekText],
  ['meta.*', llamaBody],
  ['mistral.mistral-7b-*', mistralText(512)],
  ['mistral.mixtral-*', mistralText(512)],
  ['mistral.mistral-large-24*', mistralChat, 'messages'],
  ['mistral.mistral-small-24*', mistralChat, 'messages'],
  ['mistral.mistral-large-2407*', mistralChat],
  ['mistral.mistral-*-2402*', mistralText(8192)],
  ['mistral.pixtral-*', pixtralChat],
  ['openai.gpt-oss*', chatBody({ thoughts: 'tagged', detailed: false })],
  ['openai.*', chatBody({ thoughts: 'hidden', detailed: true })],
  // The open-weight models; no source shows their thoughts on InvokeModel.
  ['mistral.*', chatBody({ thoughts: 'hidden', detailed: false, idLength: 9 })],
  ['deepseek.*', openWeightBody],
  ['google.gemma*', openWeightBody],
  ['minimax.*', openWeightBody],
  ['moonshot*', openWeightBody],
  ['nvidia.*', openWeightBody],
  ['qwen.*', openWeightBody],
  // https://github.com/promptfoo/promptfoo/blob/main/src/providers/bedrock/index.ts sends it what the open-weight models are sent.
  ['writer.palmyra-vision*', openWeightBody],
  ['writer.palmyra-*', palmyra],
  // Of Grok, 4.6 was seen to answer in chat completions, and 4.3 on another endpoint alone: https://github.com/promptfoo/promptfoo/pull/10589
  ['xai.grok-4.3*', undefined],
  ['xai.*', openWeightBody],
  ['zai.*', openWeightBody],
];

/** Undefined when no built-in model speaks the family's body. */
export function nativeBodyOf(capabilities: ModelCapabilities, body: JsonObject): NativeBody | undefined {
  const { kind, vendor, family, baseModelId = `${vendor}.${family}` } = capabilities;
  if (kind !== 'language') return undefined;
  return bodies.find(
    ([pattern, , member]) =>
      matchesPattern(pattern, baseModelId) && (member === undefined || Object.hasOwn(body, member)),
  )?.[1];
}
