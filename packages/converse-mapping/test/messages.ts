// Short forms for calls, models and events, shared by the tests.
import type { JSONObject, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { ConverseResponse, ConverseStreamOutput } from '@bedrock-kit/protocol';
import {
  createStreamMapper,
  type MappedModel,
  type MappedRequest,
  type MappingContext,
} from '../src/index.ts';
import { usageOf } from '../src/response/usage.ts';
import { toConverseRequest } from './witness.ts';

export const CLAUDE_4_5 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const CLAUDE_3_HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
export const NOVA_PRO = 'us.amazon.nova-pro-v1:0';
export const NOVA_2 = 'us.amazon.nova-2-lite-v1:0';
/** It hides its model. */
export const PROFILE = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456';

export type Call = Partial<LanguageModelV4CallOptions>;

export function user(text: string): LanguageModelV4CallOptions['prompt'][number] {
  return { role: 'user', content: [{ type: 'text', text }] };
}

export const assistant = (text: string): LanguageModelV4CallOptions['prompt'][number] => ({
  role: 'assistant',
  content: [{ type: 'text', text }],
});

export function map(call: Call, model: string | MappedModel = CLAUDE_4_5, stream = false): MappedRequest {
  const mapped = typeof model === 'string' ? { modelId: model } : model;
  return toConverseRequest({ prompt: [user('hi')], ...call }, mapped, { stream });
}

export function contextFor(call: Call = {}, model: string | MappedModel = CLAUDE_4_5): MappingContext {
  return map(call, model, true).context;
}

/** The same with ids in order: 0, 1 and so on. */
export function numbered(context: MappingContext): MappingContext {
  let ids = 0;
  return { ...context, generateId: () => String(ids++) };
}

/** Options of any shape, right or wrong, where the AI SDK wants JSON. */
export function bedrock(options: object): { bedrock: JSONObject } {
  return { bedrock: options as JSONObject };
}

/** A response as it may come, which its type does not promise. */
export function received(response: object | null): ConverseResponse {
  return response as ConverseResponse;
}

/** An event as it may come. */
export function arrived(event: object): ConverseStreamOutput {
  return event as ConverseStreamOutput;
}

export function read(
  events: readonly object[],
  context: MappingContext = contextFor(),
): LanguageModelV4StreamPart[] {
  const mapper = createStreamMapper(numbered(context));
  const parts: LanguageModelV4StreamPart[] = [];
  for (const event of events) mapper.push(arrived(event), parts);
  return [...parts, ...mapper.end()];
}

export const delta = (contentBlockIndex: number, value: object): object => ({
  contentBlockDelta: { contentBlockIndex, delta: value },
});
export const start = (contentBlockIndex: number, value: object): object => ({
  contentBlockStart: { contentBlockIndex, start: value },
});
export const stop = (contentBlockIndex: number): object => ({ contentBlockStop: { contentBlockIndex } });
export const messageStop = (stopReason = 'end_turn', more: object = {}): object => ({
  messageStop: { stopReason, ...more },
});

/** What a model counted, and the same in the words of the AI SDK. */
export const usage = { inputTokens: 5, outputTokens: 2, totalTokens: 7 };
export const mappedUsage = {
  inputTokens: { total: 5, noCache: 5, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 2, text: 2, reasoning: undefined },
  raw: usage,
};
/** The last part of a stream of which no counts came. */
export const finish = (unified: string, raw?: string) => ({
  type: 'finish',
  finishReason: { unified, raw },
  usage: usageOf(undefined, { inputIncludesCache: false }),
});
export const stopped = finish('stop', 'end_turn');
