/**
 * What is loaded with `bedrock.runtime` and `applyGuardrail`: the operations of the runtime, of which models need few. Errors come along, as
 * with the client.
 *
 * @module
 */
export { apiCallError } from '@bedrock-kit/invocation/api-call-error';
export {
  applyGuardrail,
  asyncInvokePages,
  converse,
  converseStream,
  countTokens,
  getAsyncInvoke,
  invokeGuardrailChecks,
  invokeModel,
  invokeModelWithResponseStream,
  listAsyncInvokes,
  rerank,
  startAsyncInvoke,
  waitForAsyncInvoke,
} from '@bedrock-kit/runtime';
