// The ARN by which Rerank names a model: built from an id, in the partition of the region.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingModelConfiguration.html
import { InvalidArgumentError, LoadSettingError } from '@ai-sdk/provider';
import { parseModelId } from '@bedrock-kit/models';
import { partitionOf } from '@bedrock-kit/protocol/client';

/**
 * @param modelId an id, or an ARN, which is left as it is
 * @param findRegion gives the region where the request goes; not asked for an ARN
 * @throws LoadSettingError when an id stands alone, without any region
 * @throws InvalidArgumentError for an inference profile, which Rerank does not take
 */
export async function modelArn(
  modelId: string,
  findRegion: () => string | Promise<string | undefined>,
): Promise<string> {
  const { isArn, geography, baseModelId } = parseModelId(modelId);
  if (isArn) return modelId;
  if (geography !== undefined) {
    throw new InvalidArgumentError({
      argument: 'modelId',
      message: `Rerank takes a model, and ${modelId} is an inference profile: use ${baseModelId ?? 'the id of the model'}.`,
    });
  }
  // In capitals, in which the client takes it, AWS refuses the ARN.
  const region = (await findRegion())?.toLowerCase();
  if (region === undefined) {
    throw new LoadSettingError({
      message:
        'Rerank needs the ARN of the model, which contains a region: set region or AWS_REGION, or pass the ARN.',
    });
  }
  return `arn:${partitionOf(region).name}:bedrock:${region}::foundation-model/${modelId}`;
}
