/**
 * Rerank by words: BM25 over the documents of the request, scaled to 0..1.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
 */
import type { RerankDocument, RerankRequest } from '@bedrock-kit/protocol';
import { rank } from '../ranking/lexical-rank.ts';
import type { OperationHandler } from './operation.ts';

/** How many results a request gets that names no number, by the only report of it: https://github.com/garrytan/gbrain/issues/3509 */
const defaultResults = 5;

export const answerRerank: OperationHandler<RerankRequest> = ({ input }) => {
  const query = input.queries.map(({ textQuery }) => textQuery.text ?? '').join(' ');
  const documents = input.sources.map(({ inlineDocumentSource }) => textOf(inlineDocumentSource));
  const { numberOfResults = defaultResults } = input.rerankingConfiguration.bedrockRerankingConfiguration;
  const results = rank(query, documents)
    .slice(0, numberOfResults)
    .map(({ index, score }) => ({ index, relevanceScore: score }));
  return Promise.resolve({ kind: 'json', output: { results } });
};

/** A JSON document is ranked by everything that it says. */
function textOf({ type, textDocument, jsonDocument }: RerankDocument): string {
  return type === 'JSON' ? JSON.stringify(jsonDocument ?? '') : (textDocument?.text ?? '');
}
