/**
 * Deltas that arrived together become one, so that what an app does for each part it does less often.
 *
 * @module
 */
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

type Delta = Extract<
  LanguageModelV4StreamPart,
  { type: 'text-delta' | 'reasoning-delta' | 'tool-input-delta' }
>;

/**
 * Joins neighbours of one block. A delta with metadata stays alone, because metadata of a later part takes the place of an
 * earlier one's.
 */
export function joinDeltas(parts: readonly LanguageModelV4StreamPart[]): LanguageModelV4StreamPart[] {
  const joined: LanguageModelV4StreamPart[] = [];
  let open: Delta | undefined;
  for (const part of parts) {
    if (!isPlainDelta(part)) {
      joined.push(part);
      open = undefined;
    } else if (open?.type === part.type && open.id === part.id) {
      open.delta += part.delta;
    } else {
      open = { ...part };
      joined.push(open);
    }
  }
  return joined;
}

function isPlainDelta(part: LanguageModelV4StreamPart): part is Delta {
  switch (part.type) {
    case 'text-delta':
    case 'reasoning-delta':
    case 'tool-input-delta':
      return part.providerMetadata === undefined;
    default:
      return false;
  }
}
