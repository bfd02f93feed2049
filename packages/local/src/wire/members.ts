/**
 * The members of a shape, whichever kind it is of.
 */
import type { Members, Shape } from '@bedrock-kit/protocol';

/** None for a shape that has none. */
export function membersOf(shape: Shape | undefined): Members {
  if (shape?.type === 'structure') return { ...shape.required, ...shape.optional };
  return shape?.type === 'union' ? shape.members : {};
}
