/**
 * What is loaded with the first error: what to do about it.
 *
 * @module
 */
export { hintFor } from '@bedrock-kit/protocol/hints';
