// What every kind of invoked model knows of the model behind its id.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { InvokedCapabilities } from '@bedrock-kit/models';

/** What messages and limits need to know of a model. */
export interface KnownModel {
  /** The base model id, or else the model id, for messages. */
  readonly name: string;
  /** Whether the record describes this very model. If not, it describes its family at best, and limits are left to AWS. */
  readonly isListed: boolean;
  /** Its status, with the end of its life and a replacement if they are known. */
  readonly lifecycle: InvokedCapabilities['lifecycle'];
}

/**
 * Reads name, listing and lifecycle of a model from its record.
 *
 * @param record what `@bedrock-kit/models` says of `modelId`
 */
export function knownModel(modelId: string, record: InvokedCapabilities): KnownModel {
  const { baseModelId: name = modelId, match, lifecycle } = record;
  return { name, isListed: match === 'model', lifecycle };
}

/** Returns the error for an id that does not name a known model; it says to check it, or to set `baseModelId`. */
export function unknownModel(modelId: string, kind: 'embedding' | 'image'): InvalidArgumentError {
  const message = `${modelId} is not known as an ${kind} model: check the id, or set baseModelId to the model behind it.`;
  return new InvalidArgumentError({ argument: 'modelId', message });
}
