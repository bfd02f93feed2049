// Asks a model about one batch: through the Rerank operation of bedrock-agent-runtime, or through InvokeModel.
// https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-use.html
import { InvalidResponseDataError, type JSONObject, type JSONValue } from '@ai-sdk/provider';
import { apiCallError } from '@bedrock-kit/invocation';
import type { RerankCapabilities } from '@bedrock-kit/models';
import type { Json, RerankRequest, RerankSource } from '@bedrock-kit/protocol';
import { type Client, invokeModel, rerank, type Result } from '@bedrock-kit/runtime';
import type { Batch } from './documents.ts';
import { type Ranked, readResults } from './ranking.ts';

/** What is asked about a batch. */
export interface Question {
  readonly query: string;
  readonly batch: Batch;
  /** How many results are wanted; undefined for as many as there are documents. */
  readonly topN: number | undefined;
  readonly fields: JSONObject | undefined;
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string | undefined>> | undefined;
}

/** What was answered about a batch. */
export interface Answered {
  readonly ranked: readonly Ranked[];
  /** The answers as they came: one, or one for each page. */
  readonly bodies: readonly unknown[];
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  /** Where there is more than was wanted. */
  readonly nextToken: string | undefined;
}

/** Rerank, page by page until there are as many results as are wanted. */
export async function askRerank(
  client: Client,
  modelArn: string,
  question: Question,
  firstToken: string | undefined,
): Promise<Answered> {
  const { query, batch, topN, fields, signal, headers } = question;
  const count = batch.documents.length;
  const wanted = topN === undefined ? undefined : Math.min(topN, count);
  const request: RerankRequest = {
    queries: [{ type: 'TEXT', textQuery: { text: query } }],
    sources: batch.documents.map(sourceOf),
    rerankingConfiguration: {
      type: 'BEDROCK_RERANKING_MODEL',
      bedrockRerankingConfiguration: {
        modelConfiguration: { modelArn, ...(fields && { additionalModelRequestFields: fieldsOf(fields) }) },
        ...(wanted !== undefined && { numberOfResults: wanted }),
      },
    },
  };
  const ranked: Ranked[] = [];
  const bodies: unknown[] = [];
  const followed = new Set<string>();
  for (let token = firstToken; ; ) {
    const page = { ...request, ...(token !== undefined && { nextToken: token }) };
    const {
      body,
      headers: received,
      requestId,
    } = await sent(() => rerank(client, page, { signal, headers }), page);
    bodies.push(body);
    ranked.push(...readResults(body.results, 'relevanceScore', batch.offset, count));
    token = body.nextToken || undefined;
    if (token === undefined || ranked.length >= (wanted ?? count)) {
      return { ranked, bodies, headers: received, requestId, nextToken: token };
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

/** InvokeModel, where a region has the model but not the operation. Objects go as JSON text. */
export async function askModel(
  client: Client,
  modelId: string,
  model: RerankCapabilities,
  { query, batch, topN, fields, signal, headers }: Question,
): Promise<Answered> {
  const count = batch.documents.length;
  const body = {
    query,
    documents: batch.documents.map((document) =>
      typeof document === 'string' ? document : JSON.stringify(document),
    ),
    ...(topN !== undefined && { top_n: Math.min(topN, count) }),
    // Cohere refuses a body without it.
    ...(model.body === 'cohere' && { api_version: 2 }),
    ...fields,
  };
  const result = await sent(
    () => invokeModel(client, { modelId, body, accept: 'application/json' }, { signal, headers }),
    body,
  );
  const answer = parsed(result.body.body);
  return {
    ranked: readResults(answer['results'], 'relevance_score', batch.offset, count),
    bodies: [answer],
    headers: result.headers,
    requestId: result.requestId,
    nextToken: undefined,
  };
}

/** Without the members that are `undefined`, which a map of JSON has none of. */
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

async function sent<T>(call: () => Promise<Result<T>>, body: unknown): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    throw apiCallError(error, body);
  }
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    // Every JSON object has text for keys.
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below, with the text that is no JSON.
  }
  throw new InvalidResponseDataError({
    data: text.slice(0, 65_536),
    message: 'The answer of the reranking model is no JSON object.',
  });
}
