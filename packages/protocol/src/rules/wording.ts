// Phrases that several of Bedrock's messages share.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/** What Bedrock says of a member that the model does not take, in the messages of a role or anywhere. */
export function unsupportedField(field: string, role?: 'user' | 'assistant'): string {
  return `This model doesn't support the ${field} field${role ? ` for ${role} messages` : ''}. Remove ${field} and try again.`;
}

/** What Bedrock says of a kind of content that the model does not take. */
export function unsupportedBlock(kind: string): string {
  return `This model doesn't support the ${kind} content block that you provided. Update the content block and try again.`;
}

/** How Bedrock passes on what the model's own API says. */
export function fromModel(message: string): string {
  return `The model returned the following errors: ${message}`;
}

/** What Claude's API says of a member that it does not take. */
export function extraInput(field: string): string {
  return fromModel(`${field}: Extra inputs are not permitted`);
}

/** How Nova says what is wrong with a request. */
export function malformedInput(problem: string): string {
  return fromModel(`Malformed input request: ${problem}, please reformat your input and try again.`);
}

/** What Nova says of a member that it does not take, such as a cache point; a JSON Pointer tells the place. */
export function extraneousKey(pointer: string, key: string): string {
  return malformedInput(`${pointer}: extraneous key [${key}] is not permitted`);
}

/** What the newest Claudes say of a last message, or a last block, that they should continue. */
export const noPrefill: string = fromModel(
  'This model does not support assistant message prefill. The conversation must end with a user message.',
);

/** What Claude says of tool uses whose results it does not find in the next message. */
export function unansweredUses(message: number, ids: Iterable<string>): string {
  return fromModel(
    `messages.${message}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${[...ids].join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
  );
}
