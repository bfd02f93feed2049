/**
 * Which forms of an answer an operation can send: Converse the words of a conversation, the others a body, or words where a built-in model
 * writes these into one.
 */
import type { OperationName } from '@bedrock-kit/protocol';
import { ServiceError } from '../service-error.ts';
import { isNative } from './answer-form.ts';
import type { OwnAnswer } from './handler.ts';

/**
 * What is wrong with the form of an answer, in words that follow `with`.
 *
 * @param writes - whether a built-in model writes words into the body of this answer
 */
export function wrongForOperation(
  answer: OwnAnswer,
  operation: OperationName,
  writes: boolean,
): string | undefined {
  if (ServiceError.isInstance(answer)) return undefined;
  if (operation.startsWith('Converse'))
    return isNative(answer) ? '{ body } or { chunks }, which are for the InvokeModel operations' : undefined;
  const forms = operation.includes('Stream') ? '{ body } or { chunks }' : '{ body }';
  if (!isNative(answer))
    return writes
      ? undefined
      : `no body, but must answer with ${forms}: no built-in model writes a body of this model`;
  return 'chunks' in answer && forms === '{ body }' ? '{ chunks }, but must answer with { body }' : undefined;
}
