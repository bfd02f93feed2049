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
  toConverseRequest,
} from '@bedrock-kit/converse-mapping';
import type { BedrockRuntime } from '@bedrock-kit/runtime';
import { toAiSdkError } from './errors.ts';
import { partStream } from './part-stream.ts';
import { supportedUrlsOf } from './supported-urls.ts';

/** What the models of one provider share. */
export interface Connection {
  readonly runtime: BedrockRuntime;
  readonly generateId: () => string;
}

/** @param settings defaults under the options of each call. */
export function createLanguageModel(
  modelId: string,
  settings: BedrockLanguageModelOptions,
  { runtime, generateId }: Connection,
): LanguageModelV4 {
  const mapped = (call: LanguageModelV4CallOptions, stream: boolean) =>
    toConverseRequest(call, { modelId, settings }, { stream, generateId });
  const options = ({ abortSignal, headers }: LanguageModelV4CallOptions) => ({
    signal: abortSignal,
    headers,
  });

  return {
    specificationVersion: 'v4',
    provider: 'amazon-bedrock',
    modelId,
    supportedUrls: supportedUrlsOf(modelId, settings.baseModelId),

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
      const { request, context } = mapped(call, true);
      const toError = (error: unknown): unknown => toAiSdkError(error, request);
      try {
        const result = await runtime.converseStream(request, options(call));
        const mapper = createStreamMapper(context);
        const begin = mapper.start(identity(modelId, result.requestId, result.headers));
        return {
          stream: partStream(result, mapper, begin, toError),
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
