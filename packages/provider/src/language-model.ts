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
  streamPartsOfResponse,
  toUncheckedConverseRequest,
} from '@bedrock-kit/converse-mapping/unchecked';
import type { Connection } from './connection.ts';
import { partStream, streamOf } from './part-stream.ts';
import { checkedBefore, failureOf } from './rules-on-demand.ts';
import { shownRequest } from './shown-request.ts';

/** @param defaults under the `providerOptions.bedrock` of each call */
export function languageCalls(
  modelId: string,
  defaults: BedrockLanguageModelOptions,
  { runtime, generateId, joinDeltas }: Connection,
): Pick<LanguageModelV4, 'doGenerate' | 'doStream'> {
  const map = (call: LanguageModelV4CallOptions, stream: boolean) =>
    checkedBefore(
      toUncheckedConverseRequest(call, { modelId, settings: defaults }, { stream, generateId }),
      call.abortSignal,
    );
  const options = ({ abortSignal, headers }: LanguageModelV4CallOptions) => ({
    signal: abortSignal,
    headers,
  });

  return {
    async doGenerate(call): Promise<LanguageModelV4GenerateResult> {
      const mapped = await map(call, false);
      const { request, context } = mapped;
      try {
        const { body, headers, url, requestId } = await runtime.converse(request, options(call));
        return {
          ...fromConverseResponse(body, context, { requestId }),
          request: { url, body: shownRequest(request) },
          response: { ...identity(modelId, requestId, headers), headers: { ...headers }, body },
        };
      } catch (error) {
        throw await failureOf(error, mapped);
      }
    },

    async doStream(call): Promise<LanguageModelV4StreamResult> {
      const mapped = await map(call, true);
      const { request, context, mayStream } = mapped;
      const toError = (error: unknown) => failureOf(error, mapped);
      try {
        if (!mayStream) {
          const { body, headers, url, requestId } = await runtime.converse(request, options(call));
          const start = identity(modelId, requestId, headers);
          return {
            stream: streamOf(streamPartsOfResponse(body, context, start)),
            request: { url, body: shownRequest(request) },
            response: { headers: { ...headers } },
          };
        }
        const result = await runtime.converseStream(request, options(call));
        const mapper = createStreamMapper(context);
        const begin = mapper.start(identity(modelId, result.requestId, result.headers));
        return {
          stream: partStream(result, { mapper, begin, toError, joined: joinDeltas }),
          request: { url: result.url, body: shownRequest(request) },
          response: { headers: { ...result.headers } },
        };
      } catch (error) {
        throw await toError(error);
      }
    },
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
