// What is asked about one batch of documents, and what comes back, by whichever operation.
import type { JSONObject } from '@ai-sdk/provider';
import type { Batch } from './documents.ts';
import type { Ranked } from './ranking.ts';

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
  readonly nextToken?: string | undefined;
}
