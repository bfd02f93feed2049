// What an answer cites, of texts, chunks, pages and search results.
import { readFile } from 'node:fs/promises';
import type {
  ContentBlock,
  DocumentBlock,
  Message,
  SearchResultBlock,
  ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { conversationBench } from './conversation-bench.ts';

// Texts of megabytes are longer than what any Claude reads.
const bench = conversationBench({ capabilities: { '*': { contextWindow: 'unknown' } } });
const { converse } = bench;

describe('an answer cites', () => {
  const question = { text: 'Which river does Lisbon lie on?' };
  const sentences = 'Porto lies on the Douro. Lisbon lies on the river Tagus. Faro has an airport.';
  const cited = 'Lisbon lies on the river Tagus.';
  const ask = async (document: DocumentBlock) =>
    (await converse({ messages: [{ role: 'user', content: [{ document }, question] }] })).content;

  it('characters of a text', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { text: sentences },
      citations: { enabled: true },
    };
    expect(await ask(document)).toEqual([
      { text: 'According to "Rivers": ' },
      {
        citationsContent: {
          content: [{ text: cited }],
          citations: [
            {
              title: 'Rivers',
              sourceContent: [{ text: cited }],
              location: {
                documentChar: {
                  documentIndex: 0,
                  start: sentences.indexOf(cited),
                  end: sentences.indexOf(cited) + cited.length,
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it('one of very many sentences, and of very many signs that end one', async () => {
    const source = { text: `${'It rains.\n'.repeat(130_000)}${cited} ${'!'.repeat(2_200_000)}` };
    const answer = await ask({ name: 'Rivers', format: 'txt', source, citations: { enabled: true } });
    expect(answer[1]?.citationsContent?.content).toEqual([{ text: cited }]);
  });

  it('chunks of a document that comes in chunks', async () => {
    const content = sentences.split(/(?<=\.) /).map((text) => ({ text }));
    const answer = await ask({ name: 'Rivers', source: { content }, citations: { enabled: true } });
    expect(answer[1]?.citationsContent?.citations?.[0]?.location).toEqual({
      documentChunk: { documentIndex: 0, start: 1, end: 2 },
    });
  });

  it('pages of a PDF', async () => {
    const bytes = await readFile(new URL('two-pages.pdf', import.meta.url));
    const document = { name: 'Kit', format: 'pdf' as const, source: { bytes }, citations: { enabled: true } };
    const { content } = await converse({
      messages: [{ role: 'user', content: [{ document }, { text: 'What does the second page report?' }] }],
    });
    expect(content[1]?.citationsContent?.citations?.[0]).toMatchObject({
      title: 'Kit',
      location: { documentPage: { documentIndex: 0, start: 2, end: 3 } },
    });
  });

  it('search results', async () => {
    const result = (text: string): SearchResultBlock => ({
      source: `https://example.com/${text.length}`,
      title: 'Rivers',
      content: [{ text }],
      citations: { enabled: true },
    });
    const content = [
      { searchResult: result('Faro has an airport.') },
      { searchResult: result(cited) },
      question,
    ];
    const answer = (await converse({ messages: [{ role: 'user', content }] })).content;
    expect(answer[1]?.citationsContent?.citations?.[0]).toMatchObject({
      source: `https://example.com/${cited.length}`,
      location: { searchResultLocation: { searchResultIndex: 1, start: 0, end: 1 } },
    });
  });

  it('search results that a tool brought, counted through the whole conversation', async () => {
    const result = (text: string): ToolResultContentBlock => ({
      searchResult: { source: text, title: text, content: [{ text }], citations: { enabled: true } },
    });
    const turn = (toolUseId: string, ...content: ToolResultContentBlock[]): Message[] => [
      { role: 'assistant', content: [{ toolUse: { toolUseId, name: 'search', input: {} } }] },
      { role: 'user', content: [{ toolResult: { toolUseId, content } }] },
    ];
    const { content } = await converse({
      toolConfig: { tools: [{ toolSpec: { name: 'search', inputSchema: { json: { type: 'object' } } } }] },
      messages: [
        { role: 'user', content: [question] },
        ...turn('a', result('Faro has an airport.'), result(cited)),
        ...turn('b', result('The river of Lisbon is the Tagus.')),
      ],
    });
    expect(content[1]?.citationsContent?.citations?.map(({ location }) => location)).toEqual([
      { searchResultLocation: { searchResultIndex: 2, start: 0, end: 1 } },
    ]);
  });

  it('in a stream, with the citation first and its words behind it', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { text: sentences },
      citations: { enabled: true },
    };
    const { stream } = await bench.client('HTTP/2').send(
      new runtime.ConverseStreamCommand({
        modelId,
        messages: [{ role: 'user', content: [{ document }, question] }],
      }),
    );
    const deltas: object[] = [];
    for await (const event of stream ?? []) {
      const { contentBlockIndex, delta } = event.contentBlockDelta ?? {};
      if (contentBlockIndex === 1 && delta) deltas.push(delta);
    }
    expect(deltas[0]).toMatchObject({ citation: { title: 'Rivers' } });
    expect(deltas.slice(1).map((delta) => Object.keys(delta))).toEqual(cited.split(' ').map(() => ['text']));
  });

  it('nothing when it is not asked to', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { bytes: new TextEncoder().encode(sentences) },
    };
    expect((await ask(document)).some((block) => block.citationsContent)).toBe(false);
  });
});

it('a cited text that comes back counts as the same text does that cites nothing', async () => {
  const tokensWith = async (block: ContentBlock): Promise<number | undefined> => {
    const { usage } = await converse({
      messages: [
        { role: 'user', content: [{ text: 'hi' }] },
        { role: 'assistant', content: [block] },
        { role: 'user', content: [{ text: 'echo hi' }] },
      ],
    });
    return usage?.inputTokens;
  };
  const cited = {
    content: [{ text: 'Lisbon lies ' }, { text: 'on the Tagus.' }],
    citations: [{ title: 'x' }],
  };
  expect(await tokensWith({ citationsContent: cited })).toBe(9);
  expect(await tokensWith({ text: 'Lisbon lies on the Tagus.' })).toBe(9);
});
