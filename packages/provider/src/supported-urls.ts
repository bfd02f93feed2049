/**
 * Which URLs a model reads by itself, so that the AI SDK does not download them first: files on S3, where the model takes them.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html
 *
 * @module
 */
import { languageCapabilitiesOf } from '@bedrock-kit/models';

/**
 * Patterns by media type, as `supportedUrls` of the AI SDK's language model wants them.
 *
 * @param baseModelId the model behind an ARN. A family that is named for it is known to the code of a call alone, which is not loaded yet.
 */
export function supportedUrlsOf(modelId: string, baseModelId: string | undefined): Record<string, RegExp[]> {
  const { inputs } = languageCapabilitiesOf(modelId, { baseModelId });
  const media = [inputs.image, inputs.document, inputs.video, inputs.audio];
  // A model of which nothing is known may take them; if it does not, Bedrock says so better than a failed download.
  const s3 = media.some((input) => input === 'unknown' || (input !== false && input.s3 !== false));
  return s3 ? { '*/*': [/^s3:\/\//] } : {};
}
