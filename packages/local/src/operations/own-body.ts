/**
 * The body of InvokeModel that a handler gave: it is sent as it is, with the headers that the handler gave beside it.
 */
import type { InvokeModelRequest } from '@bedrock-kit/protocol';
import { type HeaderPair, headerPairs, type HeadersInput, withUsual } from '../http/exchange.ts';
import { checkHeaders } from '../http/header-check.ts';
import type { NativeAnswer } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { latencyHeader, servedHeaders } from './invoke-headers.ts';
import { bodyBytes, type OperationCall, type OperationReply } from './operation.ts';

/** @throws {LocalBedrockError} `invalid-answer` for chunks, and for headers that HTTP has no place for */
export function ownBodyReply(
  { input, elapsedMs }: OperationCall<InvokeModelRequest>,
  answer: NativeAnswer,
  echoed: readonly HeaderPair[],
): OperationReply {
  const { modelId } = input;
  if ('chunks' in answer)
    throw invalidAnswer(modelId, `The handler of ${modelId} must answer InvokeModel with { body }.`);
  const { body, contentType = 'application/json', headers = {} } = answer;
  const type = checked('contentType', { 'content-type': contentType }, modelId);
  const more = checked('headers', headers, modelId);
  const usual = [...type, ...latencyHeader(elapsedMs()), ...echoed];
  return {
    kind: 'bytes',
    body: bodyBytes(body),
    headers: withUsual(usual, withUsual(servedHeaders(answer), more)),
  };
}

function checked(what: string, given: HeadersInput, modelId: string): readonly HeaderPair[] {
  try {
    const headers = headerPairs(given);
    checkHeaders(headers);
    return headers;
  } catch (cause) {
    throw invalidAnswer(
      modelId,
      `The ${what} that the handler of ${modelId} gave cannot be sent: ${String(cause)}`,
    );
  }
}
