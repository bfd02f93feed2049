/**
 * The language model: it joins the mapping and the runtime, and maps nothing itself.
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
  resolveBaseModelId,
  streamPartsOfResponse,
  toConverseRequest,
} from '@bedrock-kit/converse-mapping';
import type { Connection } from './connection.ts';
import { toAiSdkError } from './errors.ts';
import { partStream, streamOf } from './part-stream.ts';
import { supportedUrlsOf } from './supported-urls.ts';

/** Defaults under the `providerOptions.bedrock` of each call, and how the model streams. */
export interface LanguageModelSettings extends BedrockLanguageModelOptions {
  /** Joins deltas that arrived together. Default: that of the provider. */
  readonly joinDeltas?: boolean | undefined;
}

/** The settings without what is none of the mapping's. */
export function mappedSettings(settings: LanguageModelSettings): BedrockLanguageModelOptions {
  const { joinDeltas, ...mapped } = settings;
  return joinDeltas === undefined ? settings : mapped;
}

export function createLanguageModel(
  modelId: string,
  settings: LanguageModelSettings,
  { runtime, generateId, joinDeltas }: Connection,
): LanguageModelV4 {
  const defaults = mappedSettings(settings);
  const joined = settings.joinDeltas ?? joinDeltas;
  const mapped = (call: LanguageModelV4CallOptions, stream: boolean) =>
    toConverseRequest(call, { modelId, settings: defaults }, { stream, generateId });
  const options = ({ abortSignal, headers }: LanguageModelV4CallOptions) => ({
    signal: abortSignal,
    headers,
  });

  return {
    specificationVersion: 'v4',
    provider: 'amazon-bedrock',
    modelId,
    supportedUrls: supportedUrlsOf(modelId, resolveBaseModelId(settings)),

    async doGenerate(call): Promise<LanguageModelV4GenerateResult> {
      const { request, context } = mapped(call, false);
      try {
        const { body, headers, url, requestId } = await runtime.converse(request, options(call));
        return {
          ...fromConverseResponse(body, context, { requestId }),
          request: { url, body: request },
          response: { ...identity(modelId, requestId, headers), headers: { ...headers }, body },
        };
      } catch (error) {
        throw toAiSdkError(error, request);
      }
    },

    async doStream(call): Promise<LanguageModelV4StreamResult> {
      const { request, context, mayStream } = mapped(call, true);
      const toError = (error: unknown): unknown => toAiSdkError(error, request);
      try {
        if (!mayStream) {
          const { body, headers, url, requestId } = await runtime.converse(request, options(call));
          const start = identity(modelId, requestId, headers);
          return {
            stream: streamOf(streamPartsOfResponse(body, context, start)),
            request: { url, body: request },
            response: { headers: { ...headers } },
          };
        }
        const result = await runtime.converseStream(request, options(call));
        const mapper = createStreamMapper(context);
        const begin = mapper.start(identity(modelId, result.requestId, result.headers));
        return {
          stream: partStream(result, { mapper, begin, toError, joined }),
          request: { url: result.url, body: request },
          response: { headers: { ...result.headers } },
        };
      } catch (error) {
        throw toError(error);
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
