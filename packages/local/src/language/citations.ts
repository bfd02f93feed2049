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

/** The answer to a question out of the sources of a request that may be cited; undefined without any. */
export async function citedAnswer(
  request: ConverseRequest,
  question: string,
): Promise<ContentBlock[] | undefined> {
  const passages = await passagesOf(request);
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

async function passagesOf({ messages = [] }: ConverseRequest): Promise<Passage[]> {
  const blocks = messages.flatMap(({ content }) =>
    content.flatMap((block): (ContentBlock | ToolResultContentBlock)[] =>
      'toolResult' in block ? block.toolResult.content : [block],
    ),
  );
  const documents = blocks.flatMap((block) => ('document' in block ? [block.document] : []));
  const results = blocks.flatMap((block) => ('searchResult' in block ? [block.searchResult] : []));
  // Not by push(...sentences): a long text has more of them than a call may have arguments.
  const passages: Passage[][] = [];
  for (const [index, document] of documents.entries()) {
    if (document.citations?.enabled === true) passages.push(await documentPassages(document, index));
  }
  for (const [index, result] of results.entries()) {
    if (result.citations?.enabled === true) passages.push(resultPassages(result, index));
  }
  return passages.flat();
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
