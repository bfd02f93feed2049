/**
 * Citations as Anthropic writes them: in the text block that they belong to.
 *
 * https://docs.anthropic.com/en/docs/build-with-claude/citations
 */
import type { Citation, DocumentCharLocation, JsonObject } from '@bedrock-kit/protocol';

export function anthropicCitation({ title, source, sourceContent = [], location }: Citation): JsonObject {
  const cited_text = sourceContent.map(({ text }) => text).join('');
  if (location === undefined || 'web' in location) return { cited_text };
  if ('searchResultLocation' in location) {
    const { searchResultIndex, start, end } = location.searchResultLocation;
    return {
      type: 'search_result_location',
      cited_text,
      source: source ?? null,
      title: title ?? null,
      search_result_index: searchResultIndex ?? 0,
      start_block_index: start ?? 0,
      end_block_index: end ?? 0,
    };
  }
  const [type, names, place] = placeIn(location);
  return {
    type,
    cited_text,
    document_index: place.documentIndex ?? 0,
    document_title: title || null, // a document without one has an empty name
    [`start_${names}`]: place.start ?? 0,
    [`end_${names}`]: place.end ?? 0,
  };
}

type InDocument = Exclude<
  NonNullable<Citation['location']>,
  { web: unknown } | { searchResultLocation: unknown }
>;

/** The type of a place in a document, what its ends are called, and the place. */
function placeIn(location: InDocument): [type: string, names: string, place: DocumentCharLocation] {
  if ('documentChar' in location) return ['char_location', 'char_index', location.documentChar];
  if ('documentPage' in location) return ['page_location', 'page_number', location.documentPage];
  return ['content_block_location', 'block_index', location.documentChunk];
}
