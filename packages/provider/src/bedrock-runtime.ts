/**
 * What is loaded of the runtime: this function and what it calls. The error that every model makes of those of the runtime comes along,
 * since a bundler would give it a file of its own otherwise.
 *
 * @module
 */
export { apiCallError } from '@bedrock-kit/invocation/api-call-error';
export { createBedrockRuntime } from '@bedrock-kit/runtime';
