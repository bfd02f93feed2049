/**
 * Bedrock Runtime whose code is loaded with its first call. All its methods return promises anyway. A request is read when the code
 * is there, which is after the call has returned.
 *
 * @module
 */
import type { BedrockRuntime, BedrockRuntimeSettings } from '@bedrock-kit/runtime';
import { madeOf, onDemand } from './on-demand.ts';

const runtime = onDemand('the runtime', () => import('./client.ts'));
const operations = onDemand('the runtime', () => import('./operations.ts'));
const hints = onDemand('the hints', () => import('./hints.ts'));

/** What to do about an error: words for fifty cases, which are loaded with the first one. An abort, which has none, does not wait for them. */
async function hintFor(code: string, message: string): Promise<string | undefined> {
  return code === 'Aborted' ? undefined : (await hints()).hintFor(code, message);
}

/**
 * Opens nothing and reads no environment.
 *
 * @param given the settings as the caller wrote them, whose names the first call looks at
 */
export function runtimeOnDemand(settings: BedrockRuntimeSettings, given: object): BedrockRuntime {
  const made = madeOf(runtime, ({ clientOf }) => clientOf({ hintFor, ...settings }, given));
  const client: BedrockRuntime['client'] = {
    exchange: async (...call) => (await made()).exchange(...call),
    prepare: async (...call) => (await made()).prepare(...call),
  };
  return {
    client,
    converse: async (...call) => (await operations()).converse(client, ...call),
    converseStream: async (...call) => (await operations()).converseStream(client, ...call),
    invokeModel: async (...call) => (await operations()).invokeModel(client, ...call),
    invokeModelWithResponseStream: async (...call) =>
      (await operations()).invokeModelWithResponseStream(client, ...call),
    countTokens: async (...call) => (await operations()).countTokens(client, ...call),
    applyGuardrail: async (...call) => (await operations()).applyGuardrail(client, ...call),
    invokeGuardrailChecks: async (...call) => (await operations()).invokeGuardrailChecks(client, ...call),
    startAsyncInvoke: async (...call) => (await operations()).startAsyncInvoke(client, ...call),
    getAsyncInvoke: async (...call) => (await operations()).getAsyncInvoke(client, ...call),
    listAsyncInvokes: async (...call) => (await operations()).listAsyncInvokes(client, ...call),
    async *asyncInvokePages(...call) {
      yield* (await operations()).asyncInvokePages(client, ...call);
    },
    waitForAsyncInvoke: async (...call) => (await operations()).waitForAsyncInvoke(client, ...call),
    rerank: async (...call) => (await operations()).rerank(client, ...call),
  };
}
