/**
 * What is loaded of the runtime: this function and what it calls. The look at the names of settings, and the error that every model makes,
 * come along, since a bundler would give each a file of its own otherwise.
 *
 * @module
 */
export { apiCallError } from '@bedrock-kit/invocation/api-call-error';
export { createBedrockRuntime } from '@bedrock-kit/runtime';
export { checkNames } from './setting-names.ts';
