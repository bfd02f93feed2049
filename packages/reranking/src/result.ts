// Puts the answers about all batches together into the AI SDK's result.
// https://github.com/vercel/ai/blob/main/packages/provider/src/reranking-model/v4/reranking-model-v4-result.ts
import type { RerankingModelV4Result, SharedV4Warning } from '@ai-sdk/provider';
import type { Answered } from './question.ts';
import { mergedRanking } from './ranking.ts';

export interface ResultContext {
  readonly modelId: string;
  readonly topN: number | undefined;
  readonly warnings: SharedV4Warning[];
}

/** One ranking by score. Of several answers the bodies stand in a list, and headers and id are those of the last. */
export function resultOf(
  answers: readonly Answered[],
  { modelId, topN, warnings }: ResultContext,
): RerankingModelV4Result {
  const bodies = answers.flatMap((answer) => answer.bodies);
  const requestIds = answers.flatMap(({ requestId }) => requestId ?? []);
  const { headers, requestId, nextToken: last } = answers.at(-1) ?? {};
  // That of one batch out of several continues no call.
  const nextToken = answers.length > 1 ? undefined : last;
  const timestamp = new Date(headers?.['date'] ?? Number.NaN);
  return {
    ranking: mergedRanking(
      answers.flatMap(({ ranked }) => ranked),
      topN,
    ),
    warnings,
    ...((requestIds.length > 0 || nextToken !== undefined) && {
      providerMetadata: { bedrock: { requestIds, ...(nextToken !== undefined && { nextToken }) } },
    }),
    response: {
      modelId,
      ...(requestId !== undefined && { id: requestId }),
      ...(!Number.isNaN(timestamp.getTime()) && { timestamp }),
      ...(headers && { headers: { ...headers } }),
      body: bodies.length === 1 ? bodies[0] : bodies,
    },
  };
}
