/**
 * Names the inference profiles by which a model can be called from a Region.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * @module
 */
import { type CapabilitiesOptions, capabilitiesOf } from './capabilities.ts';
import type { ModelId } from './known-ids.ts';
import { prefixesAt } from './source-regions.ts';

/**
 * Tells under which ids a model can be called through a system-defined inference profile.
 *
 * @param idOrArn - the model, in any form that `modelId` may have; a prefix that it already carries is ignored
 * @param region - the Region of the endpoint that is called, such as `eu-central-1`
 * @returns profile ids, the nearest geography first; empty when the model has no profile there or the id hides the
 *   model. For a model whose profiles are not known: every id that a profile could have in that Region
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
