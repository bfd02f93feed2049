/**
 * Every operation with the function that answers it.
 */
import type { OperationName } from '@bedrock-kit/protocol';
import { ServiceError } from '../service-error.ts';
import { answerConverse, answerConverseStream } from './converse.ts';
import type { OperationCall, OperationReply } from './operation.ts';

type Answerer = (call: OperationCall<never>) => Promise<OperationReply>;

const answerers: Partial<Readonly<Record<OperationName, Answerer>>> = {
  Converse: answerConverse,
  ConverseStream: answerConverseStream,
};

/** Answers a call whose input has the shape of its operation. */
export function perform(call: OperationCall<unknown>): Promise<OperationReply> {
  const answer = answerers[call.operation.name];
  if (answer === undefined) throw new ServiceError('UnknownOperationException', 'not yet');
  // The input was read by the shape of this very operation, and its limits have been checked.
  return answer(call as OperationCall<never>);
}
