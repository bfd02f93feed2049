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
