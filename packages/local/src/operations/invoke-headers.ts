/**
 * The headers in which InvokeModel tells of a call: its time, its tokens, and how it was served.
 */
import type { TokenUsage } from '@bedrock-kit/protocol';
import type { HeaderPair } from '../http/exchange.ts';
import type { Served } from '../own-models/handler.ts';

export function latencyHeader(latencyMs: number): HeaderPair[] {
  return [['x-amzn-bedrock-invocation-latency', String(latencyMs)]];
}

/** Not in the service model: https://github.com/vercel/ai reads the token counts from these headers. */
export function countHeaders(usage: TokenUsage): HeaderPair[] {
  return [
    ...inputCountHeader(usage.inputTokens),
    ['x-amzn-bedrock-output-token-count', String(usage.outputTokens)],
  ];
}

/** None of a model that reads no text. */
export function inputCountHeader(inputTokens: number | undefined): HeaderPair[] {
  return inputTokens === undefined ? [] : [['x-amzn-bedrock-input-token-count', String(inputTokens)]];
}

export function cacheHeaders(usage: TokenUsage): HeaderPair[] {
  return [
    ['x-amzn-bedrock-cache-read-input-token-count', String(usage.cacheReadInputTokens ?? 0)],
    ['x-amzn-bedrock-cache-write-input-token-count', String(usage.cacheWriteInputTokens ?? 0)],
  ];
}

export function servedHeaders({ performanceConfigLatency, serviceTier }: Served): HeaderPair[] {
  const headers: HeaderPair[] = [];
  if (performanceConfigLatency !== undefined)
    headers.push(['x-amzn-bedrock-performanceconfig-latency', performanceConfigLatency]);
  if (serviceTier !== undefined) headers.push(['x-amzn-bedrock-service-tier', serviceTier]);
  return headers;
}
