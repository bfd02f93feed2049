// A whole answer, read by the reader of streams: its blocks are replayed as events, so that both give the same content.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type {
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4ProviderMetadata,
  SharedV4Warning,
} from '@ai-sdk/provider';
import type { ConverseResponse } from '@bedrock-kit/protocol';
import type { MappingContext } from '../context.ts';
import { recordOf, recordsOf, without } from '../record.ts';
import { collectContent } from './content.ts';
import { eventsOfBlock } from './replay.ts';
import { answerReader, type StreamStart } from './stream.ts';

/** What is known of a response beside its body. */
export interface ResponseInfo {
  /** The header `x-amzn-requestid`, which becomes `providerMetadata.bedrock.requestId`. */
  readonly requestId?: string | undefined;
}

/** The members of the AI SDK's generate result that come from the response body. */
export interface MappedResponse {
  readonly content: LanguageModelV4Content[];
  readonly finishReason: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
  /** Under `bedrock`: what Converse returns beyond the AI SDK's own members. */
  readonly providerMetadata?: SharedV4ProviderMetadata;
  /** The warnings of the request. */
  readonly warnings: SharedV4Warning[];
}

/**
 * Reads a Converse response. Never throws: a missing or malformed member is left out, and everything else is kept.
 *
 * @param response the body, with blobs in any form (base64 string, `{ base64 }`, bytes).
 * @param context the `context` that `toConverseRequest` returned.
 */
export function fromConverseResponse(
  response: ConverseResponse,
  context: MappingContext,
  info: ResponseInfo = {},
): MappedResponse {
  const { parts, finish } = read(response, context, info);
  return {
    content: collectContent(parts),
    ...without(finish, 'type'),
    warnings: [...context.warnings],
  };
}

/**
 * Returns a Converse response as stream parts, for a model that cannot stream its answer to the request; see `mayStream`.
 *
 * @param context the `context` that `toConverseRequest` returned.
 */
export function streamPartsOfResponse(
  response: ConverseResponse,
  context: MappingContext,
  info: StreamStart = {},
): LanguageModelV4StreamPart[] {
  const { parts, finish } = read(response, context, info);
  return [...parts, finish];
}

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;

function read(
  response: ConverseResponse,
  context: MappingContext,
  info: StreamStart,
): { parts: LanguageModelV4StreamPart[]; finish: Finish } {
  const mapper = answerReader({ ...context, includeRawChunks: false, streamInputIncludesCache: false });
  const parts = mapper.start(info);
  // The type says what AWS promises; the reader looks before it relies on anything.
  const body = recordOf(response);
  const { content } = recordOf(recordOf(body['output'])['message']);
  recordsOf(content).forEach((block, index) => {
    for (const event of eventsOfBlock(block, index)) mapper.push(event, parts);
  });
  mapper.push({ messageStop: body }, parts);
  for (const part of mapper.end()) parts.push(part);
  // end() closes with exactly one finish part, because messageStop went before it.
  const finish = parts.pop() as Finish;
  return { parts, finish };
}
