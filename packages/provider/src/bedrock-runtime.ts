/**
 * The chunk of the runtime: `createBedrockRuntime` and what it calls. The check of setting names and the error of every model are in it too,
 * or a bundler would give each a chunk of its own.
 *
 * @module
 */
export { apiCallError } from '@bedrock-kit/invocation/api-call-error';
export { createBedrockRuntime } from '@bedrock-kit/runtime';
export { checkNames } from './setting-names.ts';
