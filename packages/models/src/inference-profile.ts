/**
 * Names the inference profiles by which a model can be called from a Region.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * @module
 */
import { type CapabilitiesOptions, capabilitiesOf } from './capabilities.ts';
import type { ModelId } from './known-ids.ts';
import { prefixesAt } from './source-regions.ts';

/**
 * Lists the ids of the inference profiles of AWS through which a model can be called from a Region.
 *
 * @param idOrArn - the model, in any form that `modelId` may have; the prefix of a profile is ignored
 * @param region - the Region of the endpoint that is called, such as `eu-central-1`
 * @returns ids of profiles, the nearest geography first; empty if the model has no profile there, or if the id hides the model. If the
 *   profiles of the model are not known, every id that one could have in that Region
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`
 */
export function inferenceProfilesFor(
  idOrArn: ModelId,
  region: string,
  options?: CapabilitiesOptions,
): readonly string[] {
  const { addressing, baseModelId } = capabilitiesOf(idOrArn, options);
  if (baseModelId === undefined) return [];
  const { profiles } = addressing;
  return prefixesAt(region, baseModelId)
    .filter((prefix) => profiles === 'unknown' || profiles.includes(prefix))
    .map((prefix) => `${prefix}.${baseModelId}`);
}
