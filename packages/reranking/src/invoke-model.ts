// Asks a model about one batch through InvokeModel of bedrock-runtime: the model's own JSON.
// https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-use.html
import { invoke } from '@bedrock-kit/invocation';
import type { RerankCapabilities } from '@bedrock-kit/models';
import type { Client } from '@bedrock-kit/runtime';
import type { Answered, Question } from './question.ts';
import { readResults } from './ranking.ts';

/** InvokeModel, where a region has the model but not the operation. Objects go as JSON text. */
export async function askModel(
  client: Client,
  modelId: string,
  model: RerankCapabilities,
  { query, batch, topN, fields, signal, headers }: Question,
): Promise<Answered> {
  const count = batch.documents.length;
  const answer = await invoke(
    client,
    modelId,
    {
      query,
      documents: batch.documents.map((document) =>
        typeof document === 'string' ? document : JSON.stringify(document),
      ),
      top_n: topN && Math.min(topN, count),
      // Cohere refuses a body without it.
      api_version: model.body === 'cohere' ? 2 : undefined,
      ...fields,
    },
    { signal, headers },
  );
  return {
    ranked: readResults(answer.body['results'], 'relevance_score', batch.offset, count),
    bodies: [answer.body],
    headers: answer.headers,
    requestId: answer.requestId,
  };
}
