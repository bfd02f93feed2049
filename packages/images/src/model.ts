// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type ImageCapabilities, imageCapabilitiesOf, type ModelCapabilities } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { ImageFamily } from './families/family.ts';

/** An image model as the rest of this package knows it. */
export interface KnownModel {
  /** The base model id, for messages. */
  readonly name: string;
  readonly family: ImageFamily;
  readonly image: ImageCapabilities;
  /** Whether `image` describes this very model, or its family at best: limits are then AWS's to hold. */
  readonly isListed: boolean;
  readonly lifecycle: ModelCapabilities['lifecycle'];
}

/** The model behind an id; undefined where nothing says that it makes images. */
export function modelOf(modelId: string, baseModelId: string | undefined): KnownModel | undefined {
  const { image, match, lifecycle, ...record } = imageCapabilitiesOf(modelId, { baseModelId });
  if (typeof image !== 'object') return undefined;
  const name = record.baseModelId ?? modelId;
  return { name, family: families[image.body], image, isListed: match === 'model', lifecycle };
}
