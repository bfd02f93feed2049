/**
 * Models that are called through InvokeModel with a body of their own and answer in one piece: embeddings, images, ranking.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';

export interface InvokedAnswer {
  readonly body: Json;
  /** Goes into the header `x-amzn-bedrock-input-token-count`; undefined where the model reads no text. */
  readonly inputTokens?: number | undefined;
}

/**
 * From a request's body to the answer.
 *
 * @throws {ServiceError} `ValidationException` for a body that the model refuses
 */
export type InvokedModel = (body: JsonObject) => InvokedAnswer | Promise<InvokedAnswer>;

/** Makes the model for a record; undefined when it has no body of the kind. */
export type InvokedModels = (capabilities: ModelCapabilities) => InvokedModel | undefined;
