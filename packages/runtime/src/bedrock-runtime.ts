// Everything composed: one object with a method for each operation, set up from options and the environment.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import { hintFor } from '@bedrock-kit/protocol/hints';
import type { Client } from './client.ts';
import { type BedrockRuntimeSettings, createRuntimeClient } from './client-from-settings.ts';
import { BedrockError } from './errors.ts';
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
import { wrongOption } from './option-values.ts';

type Method<Operation> = Operation extends (client: Client, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** A client with a method for each operation. A method takes the arguments of the operation's function, without the client. */
export interface BedrockRuntime {
  /** The client, for operation functions that have no method here, such as the bidirectional stream. */
  readonly client: Client;
  /** Sends a conversation and waits for the whole answer. */
  readonly converse: Method<typeof converse>;
  /** Sends a conversation and streams the answer. */
  readonly converseStream: Method<typeof converseStream>;
  /** Sends a model's own JSON and waits for the whole answer. */
  readonly invokeModel: Method<typeof invokeModel>;
  /** Sends a model's own JSON and streams the answer. */
  readonly invokeModelWithResponseStream: Method<typeof invokeModelWithResponseStream>;
  /** Counts the input tokens of a request. */
  readonly countTokens: Method<typeof countTokens>;
  /** Checks text and images with a guardrail, without a model. */
  readonly applyGuardrail: Method<typeof applyGuardrail>;
  /** Runs guardrail checks that the request itself configures: no guardrail has to exist. */
  readonly invokeGuardrailChecks: Method<typeof invokeGuardrailChecks>;
  /** Starts a job that writes to S3. */
  readonly startAsyncInvoke: Method<typeof startAsyncInvoke>;
  /** Gets the status of a job. */
  readonly getAsyncInvoke: Method<typeof getAsyncInvoke>;
  /** Lists one page of the account's jobs. */
  readonly listAsyncInvokes: Method<typeof listAsyncInvokes>;
  /** Iterates over all pages of the account's jobs. */
  readonly asyncInvokePages: Method<typeof asyncInvokePages>;
  /** Waits until a job has ended. */
  readonly waitForAsyncInvoke: Method<typeof waitForAsyncInvoke>;
  /** Ranks documents by their relevance to a query, with `bedrock-agent-runtime`. */
  readonly rerank: Method<typeof rerank>;
}

/**
 * Makes a client of Bedrock Runtime with all operations. The environment is read at each call, so variables may be set later.
 *
 * A bundle that needs one or two operations is smaller with `createClient` and their functions.
 *
 * @throws BedrockError `InvalidRequest` for settings that are not an object or still a promise, for `baseURL` and `accessKeyId`, which are
 *   settings of the provider, and for wrong options of `retry`. Other settings are checked by each call.
 */
export function createBedrockRuntime(settings: BedrockRuntimeSettings = {}): BedrockRuntime {
  // Spread, a region alone would be its letters, and a promise nothing: the environment's region and keys would be used.
  const given: unknown = settings; // what JavaScript passed
  if (Object(given) !== given)
    throw wrongOption('settings', 'object', given === null ? 'null' : typeof given);
  if ('then' in settings) throw wrongOption('settings', 'object', 'a promise');
  // As the provider for the AI SDK calls them. Left unread, calls would go to AWS in place of a gateway, or by the keys of the environment.
  for (const [name, own] of Object.entries({ baseURL: 'endpoint', accessKeyId: 'credentials' }))
    if (name in settings && !(own in settings))
      throw new BedrockError({
        code: 'InvalidRequest',
        message: `${name} is not read. Did you mean ${own}?`,
      });
  const client = createRuntimeClient({ hintFor, ...settings });
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
