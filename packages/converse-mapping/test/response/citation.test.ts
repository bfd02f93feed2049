// Citations as sources, of a whole answer and of a stream.
import { describe, expect, it } from 'vitest';
import { contextFor, delta, messageStop, numbered, read } from '../messages.ts';
import { mapped } from './whole-answer.ts';

/** Of a call whose one document is a PDF of this name. */
function contextOf(filename: string) {
  const data = { type: 'data' as const, data: 'AAEC' };
  const pdf = { type: 'file' as const, mediaType: 'application/pdf', filename, data };
  return contextFor({ prompt: [{ role: 'user', content: [pdf, { type: 'text', text: 'x' }] }] });
}

describe('the content of a whole answer', () => {
  it('fragments of a cited text are one text, and its citations are sources', () => {
    const page = {
      title: 'A',
      sourceContent: [{ text: 'quoted' }],
      location: { documentPage: { documentIndex: 0, start: 2, end: 3 } },
    };
    const web = { title: 'B', location: { web: { url: 'https://b.example/x', domain: 'b.example' } } };
    const block = {
      citationsContent: { content: [{ text: 'It ' }, { text: 'is so.' }], citations: [page, web] },
    };
    const context = contextOf('a.pdf');
    const sources = [
      {
        type: 'source',
        sourceType: 'document',
        id: '1',
        mediaType: 'application/pdf',
        title: 'A',
        filename: 'a.pdf',
        providerMetadata: { bedrock: { citation: page } },
      },
      {
        type: 'source',
        sourceType: 'url',
        id: '2',
        url: 'https://b.example/x',
        title: 'B',
        providerMetadata: { bedrock: { citation: web } },
      },
    ];
    expect(mapped([block], {}, numbered(context)).content).toEqual([
      {
        type: 'text',
        text: 'It is so.',
        citations: [
          { source: sources[0], startIndex: 0, endIndex: 9, citedText: 'quoted' },
          { source: sources[1], startIndex: 0, endIndex: 9 },
        ],
        providerMetadata: { bedrock: { citations: [page, web] } },
      },
      ...sources,
    ]);
  });

  it('a source without a title has the name of its document', () => {
    const citation = { location: { documentChar: { documentIndex: 0, start: 0, end: 1 } }, source: 'x' };
    const context = contextOf('report.pdf');
    const block = { citationsContent: { content: [{ text: 'So.' }], citations: [citation] } };
    expect(mapped([block], {}, numbered(context)).content[1]).toMatchObject({
      type: 'source',
      title: 'report',
      filename: 'report.pdf',
    });
  });

  // A search result has its address as its source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html
  it.each([
    [{ source: 'HTTPS://a.example/x' }, { sourceType: 'url', url: 'HTTPS://a.example/x' }],
    [
      { source: 'http://a.example', title: 'A' },
      { sourceType: 'url', url: 'http://a.example', title: 'A' },
    ],
    [{ source: 'http://a.example', location: { web: { url: 'http://b' } } }, { url: 'http://b' }],
    [{ source: 'as of https://a.example' }, { sourceType: 'document', title: 'as of https://a.example' }],
    [{ location: { documentChunk: { documentIndex: 0 } } }, { sourceType: 'document', title: 'report' }],
    [{}, { sourceType: 'document', title: 'document' }],
  ])('a source is what it cites: %j', (citation, source) => {
    const context = contextOf('report.pdf');
    expect(read([delta(0, { citation }), messageStop()], context)[0]).toMatchObject(source);
  });

  it('a citation that streams before its text is a source all the same', () => {
    const citation = { source: 'doc', location: { documentChar: { documentIndex: 4 } } };
    const events = [delta(0, { citation }), delta(0, { text: 'a' }), messageStop()];
    expect(read(events).slice(0, 4)).toEqual([
      {
        type: 'source',
        sourceType: 'document',
        id: '0',
        mediaType: 'text/plain',
        title: 'doc',
        providerMetadata: { bedrock: { citation } },
      },
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: 'a' },
      expect.objectContaining({ type: 'text-end', providerMetadata: { bedrock: { citations: [citation] } } }),
    ]);
  });
});
