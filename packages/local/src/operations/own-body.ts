/**
 * The body of InvokeModel that a handler gave: it is sent as it is, with the headers that the handler gave beside it.
 */
import type { InvokeModelRequest } from '@bedrock-kit/protocol';
import { type HeaderPair, headerPairs, withUsual } from '../http/exchange.ts';
import type { BodyAnswer } from '../own-models/handler.ts';
import { latencyHeader, servedHeaders } from './invoke-headers.ts';
import { bodyBytes, type OperationCall, type OperationReply } from './operation.ts';

export function ownBodyReply(
  { elapsedMs }: OperationCall<InvokeModelRequest>,
  answer: BodyAnswer,
  echoed: readonly HeaderPair[],
): OperationReply {
  const { body, contentType = 'application/json', headers = {} } = answer;
  const usual: HeaderPair[] = [['content-type', contentType], ...latencyHeader(elapsedMs()), ...echoed];
  return {
    kind: 'bytes',
    body: bodyBytes(body),
    headers: withUsual(usual, withUsual(servedHeaders(answer), headerPairs(headers))),
  };
}
