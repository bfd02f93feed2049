// Reads rankings, and merges those of several batches by their scores.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankResult.html
import { InvalidResponseDataError } from '@ai-sdk/provider';

/** A document's place in the list that was sent, and how well it answers the query. */
export interface Ranked {
  readonly index: number;
  readonly relevanceScore: number;
}

/**
 * The results of one answer, their indices counted from `offset`.
 *
 * @param results what the answer has under `results`
 * @param score the member that holds the score
 * @param count how many documents were sent
 * @throws InvalidResponseDataError for an index that none of them has, or a score that is no number
 */
export function readResults(results: unknown, score: string, offset: number, count: number): Ranked[] {
  if (!Array.isArray(results)) throw malformed('results is no list', results);
  return results.map((result: unknown, at) => {
    if (typeof result !== 'object' || result === null)
      throw malformed(`results[${at}] is no object`, results);
    const { index, [score]: relevanceScore } = result as Readonly<Record<string, unknown>>; // looked at before it is used
    if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= count) {
      throw malformed(`results[${at}].index is ${JSON.stringify(index)} for ${count} documents`, results);
    }
    if (typeof relevanceScore !== 'number' || !Number.isFinite(relevanceScore)) {
      throw malformed(`results[${at}].${score} is ${JSON.stringify(relevanceScore)}, not a number`, results);
    }
    return { index: offset + index, relevanceScore };
  });
}

/**
 * All results by falling score, of equal ones the earlier document first.
 *
 * @throws InvalidResponseDataError when a document was ranked twice
 */
export function mergedRanking(ranked: readonly Ranked[], topN: number | undefined): Ranked[] {
  const seen = new Set<number>();
  for (const { index } of ranked) {
    if (seen.has(index)) throw malformed(`document ${index} is ranked twice`, ranked);
    seen.add(index);
  }
  return [...ranked]
    .sort((left, right) => right.relevanceScore - left.relevanceScore || left.index - right.index)
    .slice(0, topN);
}

function malformed(what: string, data: unknown): InvalidResponseDataError {
  return new InvalidResponseDataError({ data, message: `Unusable answer of the reranking model: ${what}.` });
}
