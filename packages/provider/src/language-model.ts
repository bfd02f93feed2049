/**
 * The calls of a language model: they join the mapping and the runtime, and map nothing themselves.
 * https://github.com/vercel/ai/tree/main/packages/provider/src/language-model/v4
 *
 * @module
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import {
  type BedrockLanguageModelOptions,
  createStreamMapper,
  fromConverseResponse,
  type MappedRequest,
  refusesPriorReasoning,
  streamPartsOfResponse,
  toUncheckedConverseRequest,
} from '@bedrock-kit/converse-mapping/unchecked';
import { BedrockError, converse, converseStream } from '@bedrock-kit/runtime/core';
import type { Connection } from './connection.ts';
import { partStream, streamOf } from './part-stream.ts';
import { checkedBefore, failureOf } from './rules-on-demand.ts';
import { shownRequest } from './shown-request.ts';

// It needs the mapping too, and is too small for a chunk of its own.
export { countTokens } from './count-tokens.ts';
// Every call needs the runtime, so it is loaded together with the mapping, not after it.
export { createRuntimeClient } from '@bedrock-kit/runtime/core';

/** @param defaults under the `providerOptions.bedrock` of each call */
export function languageCalls(
  modelId: string,
  defaults: BedrockLanguageModelOptions,
  { runtime, rules, generateId, joinDeltas }: Connection,
): Pick<LanguageModelV4, 'doGenerate' | 'doStream'> {
  const options = ({ abortSignal, headers }: LanguageModelV4CallOptions) => ({
    signal: abortSignal,
    headers,
  });

  /** Sends what the call is mapped to, and once more without the reasoning of earlier turns where Bedrock does not take that back. */
  async function answerTo<Answer>(
    call: LanguageModelV4CallOptions,
    stream: boolean,
    send: (mapped: MappedRequest) => Promise<Answer>,
    priorReasoning = true,
  ): Promise<Answer> {
    const model = { modelId, settings: defaults };
    const mapped = await checkedBefore(
      toUncheckedConverseRequest(call, model, { stream, generateId, priorReasoning }),
      rules,
      call.abortSignal,
    );
    try {
      return await send(mapped);
    } catch (error) {
      if (priorReasoning && BedrockError.isInstance(error) && refusesPriorReasoning(error.message))
        return answerTo(call, stream, send, false);
      throw await failureOf(error, mapped, rules);
    }
  }

  return {
    doGenerate: (call) =>
      answerTo(call, false, async ({ request, context }): Promise<LanguageModelV4GenerateResult> => {
        const { body, headers, url, requestId } = await converse(runtime.client, request, options(call));
        return {
          ...fromConverseResponse(body, context, { requestId }),
          request: { url, body: shownRequest(request) },
          response: { ...identity(modelId, requestId, headers), headers: { ...headers }, body },
        };
      }),

    doStream: (call) =>
      answerTo(call, true, async (mapped): Promise<LanguageModelV4StreamResult> => {
        const { request, context, mayStream } = mapped;
        const send = mayStream ? converseStream : converse;
        const result = await send(runtime.client, request, options(call));
        const start = identity(modelId, result.requestId, result.headers);
        const mapper = createStreamMapper(context);
        const toError = (error: unknown) => failureOf(error, mapped, rules);
        return {
          stream:
            'body' in result
              ? streamOf(streamPartsOfResponse(result.body, context, start))
              : partStream(result, { mapper, begin: mapper.start(start), toError, joined: joinDeltas }),
          request: { url: result.url, body: shownRequest(request) },
          response: { headers: { ...result.headers } },
        };
      }),
  };
}

function identity(modelId: string, requestId: string | undefined, headers: Readonly<Record<string, string>>) {
  const timestamp = new Date(headers['date'] ?? Number.NaN);
  return {
    modelId,
    ...(requestId !== undefined && { id: requestId, requestId }),
    ...(!Number.isNaN(timestamp.getTime()) && { timestamp }),
  };
}
