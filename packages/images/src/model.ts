// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { InvalidArgumentError } from '@ai-sdk/provider';
import { type ImageCapabilities, imageCapabilitiesOf, type ModelCapabilities } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { ImageFamily } from './families/family.ts';

/** An image model as the rest of this package knows it. */
export interface KnownModel {
  readonly family: ImageFamily;
  readonly image: ImageCapabilities;
  readonly capabilities: ModelCapabilities;
}

/** The model behind an id; undefined where nothing says that it makes images. */
export function modelOf(modelId: string, baseModelId: string | undefined): KnownModel | undefined {
  const capabilities = imageCapabilitiesOf(modelId, { baseModelId });
  const { image } = capabilities;
  if (image === false || image === 'unknown') return undefined;
  return { family: families[image.body], image, capabilities };
}

/** @throws InvalidArgumentError for an id of which it is not known how to make images with it */
export function required(model: KnownModel | undefined, modelId: string): KnownModel {
  if (model) return model;
  throw new InvalidArgumentError({
    argument: 'modelId',
    message: `${JSON.stringify(modelId)} is not known as an image model. For an ARN or a model behind another name give its base model as a setting: { baseModelId: 'amazon.nova-canvas-v1:0' }.`,
  });
}
