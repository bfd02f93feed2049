// Everything composed: one object with a method for each operation, set up from options and the environment.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import { hintFor } from '@bedrock-kit/protocol/hints';
import { type AuthSettings, resolveAuth } from './authorization/resolve.ts';
import { type Client, type ConnectionSettings, createClient, type RetryPolicy } from './client.ts';
import { applyGuardrail } from './operations/apply-guardrail.ts';
import {
  asyncInvokePages,
  getAsyncInvoke,
  listAsyncInvokes,
  startAsyncInvoke,
} from './operations/async-invoke.ts';
import { converse } from './operations/converse.ts';
import { converseStream } from './operations/converse-stream.ts';
import { countTokens } from './operations/count-tokens.ts';
import { invokeGuardrailChecks } from './operations/invoke-guardrail-checks.ts';
import { invokeModel } from './operations/invoke-model.ts';
import { invokeModelWithResponseStream } from './operations/invoke-model-stream.ts';
import { rerank } from './operations/rerank.ts';
import { waitForAsyncInvoke } from './operations/wait-for-async-invoke.ts';
import { fullJitter, type JitterOptions } from './retry.ts';

export interface BedrockRuntimeSettings extends AuthSettings, Omit<ConnectionSettings, 'retry'> {
  /** Default: none. Options of `fullJitter`, or a policy of your own. A stream that has begun is never sent again. */
  readonly retry?: JitterOptions | RetryPolicy | null | undefined;
}

type Method<Operation> = Operation extends (client: Client, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** A method for each operation function, with its arguments but the client. */
export interface BedrockRuntime {
  /** For the operation functions that stand alone, such as the bidirectional stream. */
  readonly client: Client;
  readonly converse: Method<typeof converse>;
  readonly converseStream: Method<typeof converseStream>;
  readonly invokeModel: Method<typeof invokeModel>;
  readonly invokeModelWithResponseStream: Method<typeof invokeModelWithResponseStream>;
  readonly countTokens: Method<typeof countTokens>;
  readonly applyGuardrail: Method<typeof applyGuardrail>;
  readonly invokeGuardrailChecks: Method<typeof invokeGuardrailChecks>;
  readonly startAsyncInvoke: Method<typeof startAsyncInvoke>;
  readonly getAsyncInvoke: Method<typeof getAsyncInvoke>;
  readonly listAsyncInvokes: Method<typeof listAsyncInvokes>;
  readonly asyncInvokePages: Method<typeof asyncInvokePages>;
  readonly waitForAsyncInvoke: Method<typeof waitForAsyncInvoke>;
  readonly rerank: Method<typeof rerank>;
}

/**
 * Bedrock Runtime with all its operations. The environment is read at each call, so variables may be set later.
 *
 * A bundle that needs one or two operations is smaller with `createClient` and their functions.
 */
export function createBedrockRuntime(settings: BedrockRuntimeSettings = {}): BedrockRuntime {
  const { retry } = settings;
  const client = createClient({
    hintFor,
    ...settings,
    authorize: resolveAuth(settings),
    retry: typeof retry === 'object' && retry ? fullJitter(retry) : (retry ?? undefined),
  });
  return {
    client,
    converse: (...rest) => converse(client, ...rest),
    converseStream: (...rest) => converseStream(client, ...rest),
    invokeModel: (...rest) => invokeModel(client, ...rest),
    invokeModelWithResponseStream: (...rest) => invokeModelWithResponseStream(client, ...rest),
    countTokens: (...rest) => countTokens(client, ...rest),
    applyGuardrail: (...rest) => applyGuardrail(client, ...rest),
    invokeGuardrailChecks: (...rest) => invokeGuardrailChecks(client, ...rest),
    startAsyncInvoke: (...rest) => startAsyncInvoke(client, ...rest),
    getAsyncInvoke: (...rest) => getAsyncInvoke(client, ...rest),
    listAsyncInvokes: (...rest) => listAsyncInvokes(client, ...rest),
    asyncInvokePages: (...rest) => asyncInvokePages(client, ...rest),
    waitForAsyncInvoke: (...rest) => waitForAsyncInvoke(client, ...rest),
    rerank: (...rest) => rerank(client, ...rest),
  };
}
