// The public names of @bedrock-kit/invocation: what embedding, image and reranking models share when they are called.
export type { BedrockErrorData } from './api-call-error.ts';
export { apiCallError } from './api-call-error.ts';
export type { Check, ParallelCalls } from './counts.ts';
export { countOr, isCount, maxParallelCallsOf } from './counts.ts';
export type { Answer, InvokeOptions } from './invoke.ts';
export { invoke } from './invoke.ts';
export type { KnownModel } from './known-model.ts';
export { knownModel, unknownModel } from './known-model.ts';
export { lifecycleNote } from './lifecycle.ts';
export { merged } from './merge.ts';
export type { Gate } from './parallel-calls.ts';
export { createGate } from './parallel-calls.ts';
export {
  bedrockOptions,
  isFlag,
  isList,
  isObject,
  isText,
  isTexts,
  nearest,
  readOptions,
} from './provider-options.ts';
export { refused } from './refused.ts';
