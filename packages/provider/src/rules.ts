/**
 * What is loaded of Bedrock's rules: the check of a request before it is sent, and the explanation of a refusal.
 *
 * @module
 */
export { checkConverseRequest, explainRefusal } from '@bedrock-kit/converse-mapping/preflight';
