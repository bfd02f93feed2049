// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type KnownModel, knownModel } from '@bedrock-kit/invocation';
import { type ImageCapabilities, imageCapabilitiesOf } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { ImageFamily } from './families/family.ts';

/** An image model as the rest of this package knows it. */
export interface KnownImageModel extends KnownModel {
  readonly family: ImageFamily;
  readonly image: ImageCapabilities;
}

/** The model behind an id; undefined where nothing says that it makes images. */
export function modelOf(modelId: string, baseModelId: string | undefined): KnownImageModel | undefined {
  const record = imageCapabilitiesOf(modelId, { baseModelId });
  const { image } = record;
  if (typeof image !== 'object') return undefined;
  return { ...knownModel(modelId, record), family: families[image.body], image };
}
