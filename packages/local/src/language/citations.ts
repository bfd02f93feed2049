/**
 * Answers that cite: the passage of a document or search result that fits the question, word for word, with its place.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html; places count as Anthropic counts them:
 * https://docs.anthropic.com/en/docs/build-with-claude/citations
 */
import type {
  Citation,
  ContentBlock,
  ConverseRequest,
  DocumentBlock,
  Message,
  SearchResultBlock,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { pdfTexts } from '../files/pdf-text.ts';
import { rank } from '../ranking/lexical-rank.ts';

/** A passage that can be cited. */
interface Passage {
  readonly text: string;
  readonly title: string;
  readonly citation: Citation;
}

/** At most so many passages are cited. */
const mostPassages = 2;

/**
 * The answer to a question out of the sources of a request that may be cited; undefined without any.
 *
 * @param within - the message whose sources alone are cited; all of them are without one
 */
export async function citedAnswer(
  { messages = [] }: ConverseRequest,
  question: string,
  within?: Message,
): Promise<ContentBlock[] | undefined> {
  const passages = await passagesOf(messages, within);
  if (passages.length === 0) return undefined;
  const ranked = rank(
    question,
    passages.map((passage) => `${passage.title} ${passage.text}`),
  );
  const fitting = ranked.filter(({ score }, place) => place === 0 || score > 0.3).slice(0, mostPassages);
  return fitting.flatMap(({ index }, place) => {
    const passage = passages[index];
    if (passage === undefined) return [];
    const { text, title, citation } = passage;
    return [
      {
        text: `${place === 0 ? 'According to' : ' And according to'} ${JSON.stringify(title || 'document')}: `,
      },
      { citationsContent: { content: [{ text }], citations: [citation] } },
    ];
  });
}

/**
 * Documents and search results are each counted through the whole request, in the order of its messages:
 * https://platform.claude.com/docs/en/api/messages/create, `search_result_index`
 */
async function passagesOf(messages: readonly Message[], within: Message | undefined): Promise<Passage[]> {
  // Not by push(...sentences): a long text has more of them than a call may have arguments.
  const ofDocuments: Passage[][] = [];
  const ofResults: Passage[][] = [];
  let [documents, results] = [0, 0];
  for (const message of messages) {
    const isAsked = within === undefined || message === within;
    for (const block of sourcesIn(message)) {
      if ('document' in block) {
        const { document } = block;
        if (isAsked && document.citations?.enabled === true)
          ofDocuments.push(await documentPassages(document, documents));
        documents += 1;
      } else if ('searchResult' in block) {
        const { searchResult } = block;
        if (isAsked && searchResult.citations?.enabled === true)
          ofResults.push(resultPassages(searchResult, results));
        results += 1;
      }
    }
  }
  return [...ofDocuments, ...ofResults].flat();
}

/** Its blocks, and what tools have brought. */
function sourcesIn({ content }: Message): (ContentBlock | ToolResultContentBlock)[] {
  return content.flatMap((block): (ContentBlock | ToolResultContentBlock)[] =>
    'toolResult' in block ? block.toolResult.content : [block],
  );
}

async function documentPassages(
  { name, format, source }: DocumentBlock,
  documentIndex: number,
): Promise<Passage[]> {
  const passage = (text: string, location: Citation['location']): Passage => ({
    text,
    title: name,
    citation: { title: name, sourceContent: [{ text }], ...(location === undefined ? {} : { location }) },
  });
  if ('content' in source) {
    return source.content.flatMap(({ text }, start) =>
      text === '' ? [] : passage(text, { documentChunk: { documentIndex, start, end: start + 1 } }),
    );
  }
  if ('s3Location' in source) return [];
  if ('bytes' in source && format === 'pdf') {
    const pages = await pdfTexts(bytesOf(source.bytes));
    // Pages are counted from one, everything else from zero; the end is exclusive.
    return pages.map((text, page) =>
      passage(text, { documentPage: { documentIndex, start: page + 1, end: page + 2 } }),
    );
  }
  const whole = 'text' in source ? source.text : new TextDecoder().decode(bytesOf(source.bytes));
  return sentences(whole).map(({ text, start }) =>
    passage(text, { documentChar: { documentIndex, start, end: start + text.length } }),
  );
}

function resultPassages({ title, source, content }: SearchResultBlock, searchResultIndex: number): Passage[] {
  return content.map(({ text }, start) => ({
    text,
    title,
    citation: {
      title,
      source,
      sourceContent: [{ text }],
      location: { searchResultLocation: { searchResultIndex, start, end: start + 1 } },
    },
  }));
}

/** The sentences with where they begin, in characters. The expression has no group that repeats, for the reason in base64.ts. */
function sentences(whole: string): { text: string; start: number }[] {
  return Array.from(whole.matchAll(/\S[^\n]*?(?:[.!?](?=\s)|(?=\n)|$)/g), (match) => ({
    text: match[0].trimEnd(),
    start: match.index,
  }));
}
