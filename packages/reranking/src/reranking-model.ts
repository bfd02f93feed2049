// An AI SDK reranking model over Amazon Bedrock: batches, their answers, one ranking.
// https://github.com/vercel/ai/blob/main/packages/provider/src/reranking-model/v4/reranking-model-v4.ts
import {
  InvalidArgumentError,
  type RerankingModelV4,
  type RerankingModelV4CallOptions,
  type RerankingModelV4Result,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import {
  bedrockOptions,
  countOr,
  createGate,
  isCount,
  maxParallelCallsOf,
  refused,
} from '@bedrock-kit/invocation';
import { maxSources, rerankingMembers } from '@bedrock-kit/invocation/members';
import { type RerankCapabilities, rerankCapabilitiesOf } from '@bedrock-kit/models';
import type { Client } from '@bedrock-kit/runtime';
import { type Batch, batchesOf } from './documents.ts';
import { askModel } from './invoke-model.ts';
import { modelArn } from './model-arn.ts';
import { readRerankingOptions, type RerankOperation } from './options.ts';
import type { Answered, Question } from './question.ts';
import { regionOf } from './region.ts';
import { askRerank } from './rerank.ts';
import { resultOf } from './result.ts';

/** The settings of a reranking model. */
export interface RerankingModelSettings {
  /** The region in the model's ARN. Default: the client's region. */
  readonly region?: string | undefined;
  /** The model behind an ARN that hides it. */
  readonly baseModelId?: string | undefined;
  /**
   * The operation by which the model is called: `Rerank` of bedrock-agent-runtime (default), or `InvokeModel` of bedrock-runtime, which you need
   * for inference profiles, in regions that have the model but not `Rerank`, and with API keys.
   */
  readonly operation?: RerankOperation | undefined;
  /** The most documents in one request. Default: the model's limit, 1,000. */
  readonly maxDocumentsPerCall?: number | undefined;
  /** The most concurrent requests of this model. Default: 8. */
  readonly maxParallelCalls?: number | undefined;
  /** The `provider` property of the model. Default: `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/**
 * Creates a reranking model for `rerank`.
 *
 * @param modelId a model id or ARN
 * @param settings see {@link RerankingModelSettings}
 * @param client `createClient(...)` of `@bedrock-kit/runtime`
 * @throws InvalidArgumentError if a count is not a positive integer
 */
export function createRerankingModel(
  modelId: string,
  settings: RerankingModelSettings,
  client: Client,
): RerankingModelV4 {
  const { maxDocumentsPerCall, baseModelId } = settings;
  const { rerank: known } = rerankCapabilitiesOf(modelId, { baseModelId });
  const model: RerankCapabilities =
    typeof known === 'object' ? known : { body: 'cohere', maxDocuments: maxSources, json: 'unknown' };
  const documentsOfModel = typeof model.maxDocuments === 'number' ? model.maxDocuments : maxSources;
  const limit = countOr(documentsOfModel, maxDocumentsPerCall, 'maxDocumentsPerCall');
  const gate = createGate(maxParallelCallsOf(settings));
  return { ...rerankingMembers(modelId, settings), doRerank };

  async function doRerank(call: RerankingModelV4CallOptions): Promise<RerankingModelV4Result> {
    const { query, documents, topN, abortSignal: signal, headers, providerOptions } = call;
    const warnings: SharedV4Warning[] = [];
    const usual = readRerankingOptions({ operation: settings.operation }, 'settings', warnings);
    const options = readRerankingOptions(
      bedrockOptions(providerOptions, warnings),
      'providerOptions.bedrock',
      warnings,
    );
    const operation = options.operation ?? usual.operation ?? 'Rerank';
    const [isRight, expected] = isCount;
    if (topN !== undefined && !isRight(topN)) throw refused('topN', topN, expected);
    const batches = batchesOf(call, limit, operation);
    if (options.nextToken !== undefined && (operation !== 'Rerank' || batches.length > 1)) {
      throw new InvalidArgumentError({
        argument: 'providerOptions.bedrock.nextToken',
        message: `nextToken continues one request to Rerank; this call makes ${batches.length} to ${operation}.`,
      });
    }
    if (operation === 'InvokeModel' && documents.type === 'object') {
      warnings.push({
        type: 'compatibility',
        feature: 'object documents',
        details: 'InvokeModel ranks texts: the objects are sent as their JSON.',
      });
    }

    const arn =
      operation === 'Rerank'
        ? await modelArn(modelId, () => settings.region ?? regionOf(client, signal))
        : modelId;
    const ask = (batch: Batch): Promise<Answered> => {
      const question: Question = {
        query,
        batch,
        topN,
        fields: options.additionalModelRequestFields,
        signal,
        headers,
      };
      return operation === 'Rerank'
        ? askRerank(client, arn, question, options.nextToken)
        : askModel(client, modelId, model, question);
    };
    const answers = await Promise.all(batches.map((batch) => gate(() => ask(batch), signal)));
    return resultOf(answers, { modelId, topN, warnings });
  }
}
