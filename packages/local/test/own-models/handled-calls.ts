// Converse and its stream, asked of a model of one's own.
import { expect } from 'vitest';
import type { ModelAnswer, ModelHandler } from '../../src/index.ts';
import { asking, messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';

export async function converse(answer: ModelAnswer): Promise<unknown> {
  const response = await openBedrock({ models: { '*': () => answer } }).fetch(
    urlOf('converse'),
    asking('hi'),
  );
  return response.json();
}

export async function stream(handler: ModelHandler): Promise<{ name: unknown; payload: unknown }[]> {
  const response = await openBedrock({ models: { '*': handler } }).fetch(
    urlOf('converse-stream'),
    asking('hi'),
  );
  return (await messagesOf(response)).map(readable).map(({ headers, payload }) => ({
    name: headers[':event-type'] ?? headers[':exception-type'] ?? headers[':error-code'],
    payload,
  }));
}

export const latencyMs = expect.any(Number) as number;
