/**
 * Bedrock Runtime whose code is loaded with its first call. All its methods return promises anyway, so callers do not notice.
 *
 * @module
 */
import type { BedrockRuntime, BedrockRuntimeSettings } from '@bedrock-kit/runtime';
import { madeOf, onDemand } from './on-demand.ts';

const module = onDemand('the runtime', () => import('./bedrock-runtime.ts'));

/**
 * Opens nothing and reads no environment.
 *
 * @param given the settings as the caller wrote them, whose names the first call looks at
 */
export function runtimeOnDemand(settings: BedrockRuntimeSettings, given: object): BedrockRuntime {
  const runtime = madeOf(module, ({ checkNames, createBedrockRuntime }) => {
    checkNames(given);
    return createBedrockRuntime(settings);
  });
  return {
    client: {
      exchange: async (...call) => (await runtime()).client.exchange(...call),
      prepare: async (...call) => (await runtime()).client.prepare(...call),
    },
    converse: async (...call) => (await runtime()).converse(...call),
    converseStream: async (...call) => (await runtime()).converseStream(...call),
    invokeModel: async (...call) => (await runtime()).invokeModel(...call),
    invokeModelWithResponseStream: async (...call) =>
      (await runtime()).invokeModelWithResponseStream(...call),
    countTokens: async (...call) => (await runtime()).countTokens(...call),
    applyGuardrail: async (...call) => (await runtime()).applyGuardrail(...call),
    invokeGuardrailChecks: async (...call) => (await runtime()).invokeGuardrailChecks(...call),
    startAsyncInvoke: async (...call) => (await runtime()).startAsyncInvoke(...call),
    getAsyncInvoke: async (...call) => (await runtime()).getAsyncInvoke(...call),
    listAsyncInvokes: async (...call) => (await runtime()).listAsyncInvokes(...call),
    async *asyncInvokePages(...call) {
      yield* (await runtime()).asyncInvokePages(...call);
    },
    waitForAsyncInvoke: async (...call) => (await runtime()).waitForAsyncInvoke(...call),
    rerank: async (...call) => (await runtime()).rerank(...call),
  };
}
