// What the AI SDK reads of an image model before it calls it.
// https://github.com/vercel/ai/blob/main/packages/provider/src/image-model/v4/image-model-v4.ts
import type { ImageModelV4 } from '@ai-sdk/provider';
import { imageCapabilitiesOf } from '@bedrock-kit/models';
import { countOr } from '../counts.ts';
import { modelIdentity } from './identity.ts';

/** The settings of an image model that are read before a call. */
export interface ImageMemberSettings {
  /** The id of the model behind an ARN that does not name it. */
  readonly baseModelId?: string | undefined;
  /** The most images of one call. Default: as many as the model makes in one request, or 5 if that is one or not known. */
  readonly maxImagesPerCall?: number | undefined;
  /** The model's `provider` for the AI SDK. Default `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/** Every member of an image model except `doGenerate`. */
export type ImageMembers = Omit<ImageModelV4, 'doGenerate'>;

/**
 * Images in one call where the model is not known, or makes a single image a request. A call is then several requests, each with a seed
 * of its own, whereas `generateImage` would give the same seed to each of several calls.
 */
const commonMaxImages = 5;

/**
 * Makes the members of an image model from its settings and its record.
 *
 * @throws InvalidArgumentError for a count that is neither a positive integer nor `Infinity`
 */
export function imageMembers(modelId: string, settings: ImageMemberSettings): ImageMembers {
  const { baseModelId, maxImagesPerCall, provider } = settings;
  const { image } = imageCapabilitiesOf(modelId, { baseModelId });
  const isKnown = typeof image === 'object';
  const ownLimit = isKnown && image.maxImages > 1 ? image.maxImages : commonMaxImages;
  return {
    ...modelIdentity(modelId, provider),
    maxImagesPerCall: countOr(ownLimit, maxImagesPerCall, 'maxImagesPerCall'),
    ...(isKnown && { supportsFileInputs: image.imageInput, supportsMaskInputs: image.maskInput }),
  };
}
