// Says when a model has reached, or will reach, the end of its life, and what takes its place.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
import type { InvokedCapabilities } from '@bedrock-kit/models';

/** Says that a model is legacy, when its calls fail, and what to use instead; `undefined` for a model that is neither legacy nor at its end. */
export function lifecycleNote(name: string, lifecycle: InvokedCapabilities['lifecycle']): string | undefined {
  const { status, endOfLife, replacement = 'another model' } = lifecycle;
  if (status !== 'legacy' && status !== 'end-of-life') return undefined;
  const end = endOfLife === undefined ? '' : `: calls fail after ${endOfLife}`;
  return `${name} is a legacy model${end}. Use ${replacement}.`;
}
