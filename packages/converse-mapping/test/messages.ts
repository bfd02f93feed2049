// Short forms for calls, models and events, shared by the tests.
import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { capabilitiesOf } from '@bedrock-kit/models';
import { type ConverseStreamOutput, validateConverse, validateConverseStream } from '@bedrock-kit/protocol';
import { afterAll, expect } from 'vitest';
import {
  createStreamMapper,
  type MappedModel,
  type MappedRequest,
  type MappingContext,
  toConverseRequest,
} from '../src/index.ts';
import { sentByAwsClient, wireForm } from './aws-client.ts';

export const CLAUDE_4_5 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const CLAUDE_3_HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
export const NOVA_PRO = 'us.amazon.nova-pro-v1:0';
export const NOVA_2 = 'us.amazon.nova-2-lite-v1:0';

/** Rules about the model rather than the request, which the mapping leaves to the service. */
export const ABOUT_THE_MODEL: readonly string[] = ['operation-supported', 'tool-use-streaming'];

export type Call = Partial<LanguageModelV4CallOptions>;

export function user(text: string): LanguageModelV4CallOptions['prompt'][number] {
  return { role: 'user', content: [{ type: 'text', text }] };
}

const made: (readonly [request: MappedRequest['request'], stream: boolean])[] = [];

/** Every request of a test file is also what AWS's own client would send. */
afterAll(async () => {
  for (const [request, stream] of made.splice(0)) {
    expect(await sentByAwsClient(request, stream)).toEqual(wireForm(request, stream));
  }
});

/** Converts, and checks that what comes out passes the rules of the model it is for. */
export function map(call: Call, model: string | MappedModel = CLAUDE_4_5, stream = false): MappedRequest {
  const mapped = typeof model === 'string' ? { modelId: model } : model;
  const result = toConverseRequest({ prompt: [user('hi')], ...call }, mapped, { stream });
  const baseModelId = mapped.baseModelId ?? mapped.settings?.baseModelId;
  const capabilities = capabilitiesOf(mapped.modelId, { baseModelId });
  const violations = stream
    ? validateConverseStream(result.request, capabilities)
    : validateConverse({ ...result.request }, capabilities);
  const aboutTheRequest = violations.filter(({ rule }) => !ABOUT_THE_MODEL.includes(rule));
  expect(aboutTheRequest).toEqual([]);
  made.push([result.request, stream]);
  return result;
}

export function contextFor(call: Call = {}, model: string | MappedModel = CLAUDE_4_5): MappingContext {
  return map(call, model, true).context;
}

/** Events as they may come, which their type does not promise. */
export function read(
  events: readonly object[],
  context: MappingContext = contextFor(),
): LanguageModelV4StreamPart[] {
  const mapper = createStreamMapper(context);
  const parts: LanguageModelV4StreamPart[] = [];
  for (const event of events) mapper.push(event as ConverseStreamOutput, parts);
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
