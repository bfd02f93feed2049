// Reads every number format out of the answers of a call; the AI SDK's result has room for one.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
import { isRecord } from './families/family.ts';
import type { EmbeddingType } from './options.ts';

/** The members of `EmbedResult` and `EmbedManyResult` that are read. */
export interface AnsweredEmbedding {
  /** The response of `embed`. */
  readonly response?: { readonly body?: unknown } | undefined;
  /** The responses of `embedMany`, one for each request. */
  readonly responses?: readonly ({ readonly body?: unknown } | undefined)[] | undefined;
}

/**
 * Returns the vectors of one number format, in the order of the values: `embeddingsByType(await embedMany(...), 'int8')`.
 *
 * Request the format with `embeddingTypes`; the list is empty if the responses do not have it. Cohere's `int8` and `binary` are signed (-128 to
 * 127), `uint8` and `ubinary` unsigned: pack them with `Int8Array.from(vector)` and `Uint8Array.from(vector)`.
 */
export function embeddingsByType(result: AnsweredEmbedding, type: EmbeddingType): number[][] {
  const responses = result.responses ?? [result.response];
  return responses.flatMap((response) => [response?.body].flat().flatMap((body) => vectorsIn(body, type)));
}

function vectorsIn(body: unknown, type: EmbeddingType): number[][] {
  const { embeddingsByType: one, embeddings: many } = recordOf(body);
  const vector = recordOf(one)[type];
  const vectors = recordOf(many)[type];
  // The model checked the numbers of the format that it gave as `embedding`; the others come as the service sent them.
  if (Array.isArray(vector)) return [vector as number[]];
  if (Array.isArray(vectors)) return vectors as number[][];
  return type === 'float' && Array.isArray(many) && Array.isArray(many[0]) ? (many as number[][]) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
