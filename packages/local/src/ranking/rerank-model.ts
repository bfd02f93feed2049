/**
 * The bodies of Cohere Rerank and Amazon Rerank on InvokeModel.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html; the bodies as
 * https://github.com/langchain-ai/langchain-aws and https://github.com/BerriAI/litellm send and read them.
 */
import type { RerankCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { isList } from '../json.ts';
import type { InvokedModel, InvokedModels } from '../models/invoked-model.ts';
import { checkCount, checkLength, optionalIntegerIn, text } from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import { rank } from './lexical-rank.ts';

/** Characters of a query: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankTextDocument.html */
const mostCharacters = 32_000;

export const rerankModelOf: InvokedModels = ({ rerank }) =>
  typeof rerank === 'object' ? rerankModel(rerank) : undefined;

function rerankModel({ body: kind, maxDocuments }: RerankCapabilities): InvokedModel {
  return (body) => {
    checkVersion(body, kind);
    const query = text(body, 'query', '');
    checkLength(query, '/query', [1, mostCharacters]);
    const documents = documentsIn(body, maxDocuments === 'unknown' ? 1000 : maxDocuments);
    const most = optionalIntegerIn(body, 'top_n', '', [1, Infinity]) ?? documents.length;
    const results = rank(query, documents)
      .slice(0, most)
      .map(({ index, score }) => ({ index, relevance_score: score }));
    return { body: { results } };
  };
}

/**
 * Cohere's body has two versions, of which Bedrock serves the second; Amazon's has none.
 * https://github.com/genkit-ai/aws-bedrock-go-plugin/issues/190
 */
function checkVersion(body: JsonObject, kind: RerankCapabilities['body']): void {
  if (kind === 'amazon') {
    if ('api_version' in body) throw malformedInput('extraneous key [api_version] is not permitted');
    return;
  }
  if (body['api_version'] === undefined) throw malformedInput('#: required key [api_version] not found');
  optionalIntegerIn(body, 'api_version', '', [2, 2]);
}

function documentsIn(body: JsonObject, most: number): string[] {
  const { documents } = body;
  if (documents === undefined) throw malformedInput('#: required key [documents] not found');
  if (!isList(documents)) throw malformedInput('#/documents: expected type: JSONArray');
  checkCount(documents, '/documents', most);
  return documents.map((document, index) => {
    if (typeof document === 'string') {
      checkLength(document, `/documents/${index}`, [1, mostCharacters]);
      return document;
    }
    if (typeof document === 'object' && document !== null) return JSON.stringify(document);
    throw malformedInput(`#/documents/${index}: expected type: String`);
  });
}
