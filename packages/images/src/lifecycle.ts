// Says when a model has reached, or will reach, the end of its life, and what takes its place.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
import type { ModelCapabilities } from '@bedrock-kit/models';

/** Sentences for people; undefined for a model that goes on. */
export function lifecycleNote({ lifecycle, baseModelId, id }: ModelCapabilities): string | undefined {
  const { status, endOfLife, legacySince, replacement } = lifecycle;
  if (status !== 'legacy' && status !== 'end-of-life') return undefined;
  const since = legacySince === undefined ? '' : ` since ${legacySince}`;
  const end = endOfLife === undefined ? '' : `; calls fail after ${endOfLife}`;
  return `${baseModelId ?? id} is a legacy model${since}${end}. Use ${replacement ?? "one of Stability's models"} instead.`;
}
