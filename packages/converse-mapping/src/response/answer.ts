// The state of one answer while it is read: where parts go, which ids are taken, what has been said so far.

import type { JSONObject, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { MappingContext } from '../context.ts';
import type { ReceivedDelta } from './received.ts';
import type { StructuredAnswer } from './structured-answer.ts';

export type Part = LanguageModelV4StreamPart;

/** A content block between its first event and its last. */
export interface OpenBlock {
  /** Takes a delta and returns true, or leaves it and returns false when it belongs to another kind of block. */
  take(delta: ReceivedDelta, out: Part[]): boolean;
  /** Ends the block. `whole` is false when the stream broke off inside it. */
  close(out: Part[], whole: boolean): void;
}

export interface Answer {
  readonly context: MappingContext;
  readonly structured: StructuredAnswer | undefined;
  /** Tool-call ids given out in this answer, with the tool's name: ids are unique, and results name their tool. */
  readonly toolCalls: Map<string, string>;
  /** The next copy of an id that came more than once. */
  readonly copies: Map<string, number>;
  /** Calls whose input is not JSON: cut short or malformed, which only the stop reason tells. */
  readonly unparsedCalls: Part[];
  /** Calls that ended without any input: whole if another block follows; the last one may be cut short, as the stop reason tells. */
  readonly emptyCalls: Part[];
  clientToolCalls: boolean;
}

/** The one place that knows under which key metadata travels. */
export function bedrockMetadata(value: JSONObject | undefined): {
  providerMetadata?: { bedrock: JSONObject };
} {
  return value ? { providerMetadata: { bedrock: value } } : {};
}
