/**
 * Every operation with the function that answers it.
 */
import type { OperationName } from '@bedrock-kit/protocol';
import { answerApplyGuardrail } from './apply-guardrail.ts';
import { answerGetAsyncInvoke, answerListAsyncInvokes, answerStartAsyncInvoke } from './async-invoke.ts';
import { answerConverse, answerConverseStream } from './converse.ts';
import { answerCountTokens } from './count-tokens.ts';
import { answerBidirectional } from './invoke-bidirectional.ts';
import { answerInvokeGuardrailChecks } from './invoke-guardrail-checks.ts';
import { answerInvokeModel, answerInvokeModelWithResponseStream } from './invoke-model.ts';
import type { OperationCall, OperationReply } from './operation.ts';
import { answerRerank } from './rerank.ts';

const answerers: Readonly<Record<OperationName, (call: OperationCall<never>) => Promise<OperationReply>>> = {
  Converse: answerConverse,
  ConverseStream: answerConverseStream,
  InvokeModel: answerInvokeModel,
  InvokeModelWithResponseStream: answerInvokeModelWithResponseStream,
  InvokeModelWithBidirectionalStream: answerBidirectional,
  CountTokens: answerCountTokens,
  ApplyGuardrail: answerApplyGuardrail,
  InvokeGuardrailChecks: answerInvokeGuardrailChecks,
  StartAsyncInvoke: answerStartAsyncInvoke,
  GetAsyncInvoke: answerGetAsyncInvoke,
  ListAsyncInvokes: answerListAsyncInvokes,
  Rerank: answerRerank,
};

/** Answers a call whose input has the shape of its operation. */
export function perform(call: OperationCall<unknown>): Promise<OperationReply> {
  // The input was read by the shape of this very operation, and its limits have been checked.
  return answerers[call.operation.name](call as OperationCall<never>);
}
