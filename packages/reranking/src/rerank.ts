// Asks a model about one batch through the Rerank operation of bedrock-agent-runtime.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
import { InvalidResponseDataError, type JSONObject, type JSONValue } from '@ai-sdk/provider';
import { apiCallError } from '@bedrock-kit/invocation';
import type { Json, RerankRequest, RerankSource } from '@bedrock-kit/protocol';
import { type Client, rerank } from '@bedrock-kit/runtime/core';
import type { Answered, Question } from './question.ts';
import { type Ranked, readResults } from './ranking.ts';

/** Rerank, page by page until there are as many results as are wanted. */
export async function askRerank(
  client: Client,
  modelArn: string,
  question: Question,
  firstToken: string | undefined,
): Promise<Answered> {
  const { query, batch, topN, fields, signal, headers } = question;
  const count = batch.documents.length;
  const wanted = Math.min(topN ?? count, count);
  const request: RerankRequest = {
    queries: [{ type: 'TEXT', textQuery: { text: query } }],
    sources: batch.documents.map(sourceOf),
    rerankingConfiguration: {
      type: 'BEDROCK_RERANKING_MODEL',
      bedrockRerankingConfiguration: {
        modelConfiguration: { modelArn, ...(fields && { additionalModelRequestFields: fieldsOf(fields) }) },
        // Without it Bedrock gives the best five alone. https://github.com/garrytan/gbrain/issues/3509
        numberOfResults: wanted,
      },
    },
  };
  const ranked: Ranked[] = [];
  const bodies: unknown[] = [];
  const followed = new Set<string>();
  for (let token = firstToken; ; ) {
    const page = { ...request, ...(token !== undefined && { nextToken: token }) };
    const answer = await rerank(client, page, { signal, headers }).catch((error: unknown) => {
      throw apiCallError(error, page);
    });
    const { body } = answer;
    bodies.push(body);
    ranked.push(...readResults(body.results, 'relevanceScore', batch.offset, count));
    token = body.nextToken || undefined;
    if (token === undefined || ranked.length >= wanted) {
      return { ranked, bodies, headers: answer.headers, requestId: answer.requestId, nextToken: token };
    }
    if (followed.has(token)) {
      throw new InvalidResponseDataError({
        data: body,
        message: 'Rerank gave the same nextToken twice; its pages have no end.',
      });
    }
    followed.add(token);
  }
}

/** Without the members that are `undefined`, which a map of JSON cannot hold. */
function fieldsOf(fields: JSONObject): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JSONValue] => entry[1] !== undefined),
  );
}

function sourceOf(document: string | JSONObject): RerankSource {
  const inlineDocumentSource =
    typeof document === 'string'
      ? ({ type: 'TEXT', textDocument: { text: document } } as const)
      : ({ type: 'JSON', jsonDocument: document } as const);
  return { type: 'INLINE', inlineDocumentSource };
}
