/**
 * Every operation with the function that answers it, loaded when it is first asked for: most apps use one or two, and a
 * server that starts in a moment should not wait for the others.
 */
import type { OperationName } from '@bedrock-kit/protocol';
import type { OperationCall, OperationReply } from './operation.ts';

type Answer = (call: OperationCall<never>) => Promise<OperationReply>;

const loaders: Readonly<Record<OperationName, () => Promise<Answer>>> = {
  Converse: async () => (await import('./converse.ts')).answerConverse,
  ConverseStream: async () => (await import('./converse.ts')).answerConverseStream,
  InvokeModel: async () => (await import('./invoke-model.ts')).answerInvokeModel,
  InvokeModelWithResponseStream: async () =>
    (await import('./invoke-model.ts')).answerInvokeModelWithResponseStream,
  InvokeModelWithBidirectionalStream: async () =>
    (await import('./invoke-bidirectional.ts')).answerBidirectional,
  CountTokens: async () => (await import('./count-tokens.ts')).answerCountTokens,
  ApplyGuardrail: async () => (await import('./apply-guardrail.ts')).answerApplyGuardrail,
  InvokeGuardrailChecks: async () =>
    (await import('./invoke-guardrail-checks.ts')).answerInvokeGuardrailChecks,
  StartAsyncInvoke: async () => (await import('./async-invoke.ts')).answerStartAsyncInvoke,
  GetAsyncInvoke: async () => (await import('./async-invoke.ts')).answerGetAsyncInvoke,
  ListAsyncInvokes: async () => (await import('./async-invoke.ts')).answerListAsyncInvokes,
  Rerank: async () => (await import('./rerank.ts')).answerRerank,
};

const loaded = new Map<OperationName, Answer>();

/**
 * The newest load. The next one waits for its end, because runners that link modules themselves, as Jest does, fail when two loads at the
 * same time share a module. https://github.com/jestjs/jest/issues/11434
 */
let newest: Promise<unknown> = Promise.resolve();

/** Answers a call whose input has the shape of its operation. */
export async function perform(call: OperationCall<unknown>): Promise<OperationReply> {
  const { name } = call.operation;
  let answer = loaded.get(name);
  if (answer === undefined) {
    const load = loaders[name];
    answer = await (newest = newest.then(load, load));
    loaded.set(name, answer);
  }
  // The input was read by the shape of this very operation, and its limits have been checked.
  return answer(call as OperationCall<never>);
}
