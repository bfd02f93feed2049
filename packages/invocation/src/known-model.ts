// What every kind of invoked model knows of the model behind its id.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { InvokedCapabilities } from '@bedrock-kit/models';

/** A model as messages and limits need it. */
export interface KnownModel {
  /** The base model id, for messages. */
  readonly name: string;
  /** Whether the record describes this very model, or its family at best: limits are then AWS's to hold. */
  readonly isListed: boolean;
  readonly lifecycle: InvokedCapabilities['lifecycle'];
}

/**
 * A model as its record describes it.
 *
 * @param record what `@bedrock-kit/models` says of `modelId`
 */
export function knownModel(modelId: string, record: InvokedCapabilities): KnownModel {
  const { baseModelId: name = modelId, match, lifecycle } = record;
  return { name, isListed: match === 'model', lifecycle };
}

/** The error for an id that hides its model, with the way out. */
export function unknownModel(modelId: string, kind: 'embedding' | 'image'): InvalidArgumentError {
  const message = `${modelId} is not known as an ${kind} model: name the model behind it by the setting baseModelId.`;
  return new InvalidArgumentError({ argument: 'modelId', message });
}
