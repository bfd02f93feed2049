/**
 * Puts a request through protocol's limits and rules, and answers with the error that AWS would give.
 */
import type { Operation } from '@bedrock-kit/protocol';
import type { Bedrock } from './bedrock.ts';
import { parseModelId } from '@bedrock-kit/models';

/** @throws {ServiceError} */
export function enforce(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  bedrock: Bedrock,
): void {
  const { modelId } = input;
  if (typeof modelId === 'string') {
    parseModelId(modelId);
    if (operation.name === 'Converse' || operation.name === 'ConverseStream')
      bedrock.models.admit(modelId, operation.name);
  }
}
