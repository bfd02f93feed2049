// Puts the answers to the batches of a call together into the AI SDK's result.
// https://github.com/vercel/ai/blob/main/packages/provider/src/embedding-model/v4/embedding-model-v4-result.ts
import type { EmbeddingModelV4Result, SharedV4Warning } from '@ai-sdk/provider';
import type { Answer } from '@bedrock-kit/invocation';
import type { Batch } from './batches.ts';
import type { Vectors } from './families/family.ts';

/** A batch and what came of it. */
export interface Answered extends Vectors {
  readonly batch: Batch;
  readonly answer: Answer;
}

/** Vectors in the order of the values; usage only where every answer has its count. */
export function resultOf(
  answers: readonly Answered[],
  warnings: readonly SharedV4Warning[],
): EmbeddingModelV4Result {
  const counts = answers.map(({ tokens, answer }) => tokens ?? countInHeaders(answer));
  const tokens = counts.reduce(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
  const requestIds = answers.flatMap(({ answer }) => answer.requestId ?? []);
  const bodies = answers.map(({ answer }) => answer.body);
  const headers = answers.at(-1)?.answer.headers;
  return {
    embeddings: answers.flatMap(({ vectors }) => vectors),
    ...(tokens !== undefined && answers.length > 0 && { usage: { tokens } }),
    ...(requestIds.length > 0 && {
      providerMetadata: { bedrock: requestIds.length === 1 ? { requestId: requestIds[0] } : { requestIds } },
    }),
    response: {
      ...(headers && { headers: { ...headers } }),
      // A call is nearly always one request; of several the bodies stand in a list.
      body: bodies.length === 1 ? bodies[0] : bodies,
    },
    warnings: [...warnings, ...answers.flatMap(notesOf)],
  };
}

function notesOf({ notes = [], batch }: Answered): SharedV4Warning[] {
  return notes.flatMap((note, index) =>
    note === undefined ? [] : [{ type: 'other', message: `value ${batch.offset + index}: ${note}.` }],
  );
}

/** Proxies may drop the header; without a number in it there is no count. */
function countInHeaders({ headers }: Answer): number | undefined {
  const value = headers['x-amzn-bedrock-input-token-count'];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
