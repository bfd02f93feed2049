// What Anthropic’s citations say of the place that a handler cites.
import type { Citation } from '@bedrock-kit/protocol';
import { expect, it } from 'vitest';
import { anthropicCitation } from '../../src/native/anthropic-citations.ts';

const said = { sourceContent: [{ text: 'one ' }, { text: 'two' }], title: 'A', source: 'https://a.example' };
const cited_text = 'one two';

it.each<[string, Citation['location'], object]>([
  [
    'search results by their blocks',
    { searchResultLocation: { searchResultIndex: 2, start: 3, end: 5 } },
    {
      type: 'search_result_location',
      cited_text,
      source: 'https://a.example',
      title: 'A',
      search_result_index: 2,
      start_block_index: 3,
      end_block_index: 5,
    },
  ],
  [
    'documents by their pages',
    { documentPage: { documentIndex: 1, start: 2, end: 3 } },
    {
      type: 'page_location',
      cited_text,
      document_index: 1,
      document_title: 'A',
      start_page_number: 2,
      end_page_number: 3,
    },
  ],
  [
    'documents by their blocks',
    { documentChunk: { documentIndex: 1, start: 2, end: 3 } },
    {
      type: 'content_block_location',
      cited_text,
      document_index: 1,
      document_title: 'A',
      start_block_index: 2,
      end_block_index: 3,
    },
  ],
  ['pages of the web by their text alone', { web: { url: 'https://a.example' } }, { cited_text }],
  ['what lies nowhere by its text alone', undefined, { cited_text }],
])('cites %s', (_, location, citation) => {
  expect(anthropicCitation({ ...said, ...(location && { location }) })).toEqual(citation);
});
