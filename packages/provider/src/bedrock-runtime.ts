/**
 * What is loaded of the runtime: this function and what it calls.
 *
 * @module
 */
export { createBedrockRuntime } from '@bedrock-kit/runtime';
