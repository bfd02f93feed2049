/**
 * The one place where an error of the runtime becomes one of the AI SDK: the same for every kind of model.
 * https://ai-sdk.dev/docs/reference/ai-sdk-errors/ai-api-call-error
 *
 * @module
 */
export type { BedrockErrorData } from '@bedrock-kit/invocation';
export { apiCallError as toAiSdkError } from '@bedrock-kit/invocation';
