// What to do about the refusals that people meet most, by code and by what the message says.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/** Code, a part of the message in lower case (empty: any message), advice. The first that fits counts. */
const hints: readonly (readonly [code: string, part: string, hint: string])[] = [
  [
    'ValidationException',
    'on-demand throughput',
    'Call the model through an inference profile: its id after us., eu., apac. or global., as your region wants it.',
  ],
  [
    'ValidationException',
    'identifier is invalid',
    'Check the model id, and that this region offers the model.',
  ],
  [
    'AccessDeniedException',
    'api key',
    'The API key is wrong, expired (12 hours at most if short-term) or of another region.',
  ],
  ['AccessDeniedException', 'access to the model', 'Ask for access to the model in the Bedrock console.'],
  ['AccessDeniedException', 'not authorized', 'The IAM policy of these credentials lacks the action.'],
  ['ExpiredTokenException', '', 'Sign in again, or pass a credentials function that renews.'],
  [
    'UnrecognizedClientException',
    '',
    'Temporary keys (ASIA...) need their session token; China and GovCloud need keys of their own.',
  ],
  ['InvalidSignatureException', 'expired', 'The clock of this machine is wrong.'],
  ['InvalidSignatureException', '', 'The secret key is wrong, or a proxy changed the signed request.'],
  ['ResourceNotFoundException', '', 'The model is not in this region, or has reached its end of life.'],
  ['ThrottlingException', '', 'Wait, or ask for a higher quota in Service Quotas.'],
  ['ModelNotReadyException', '', 'The model is being loaded: send it again in a minute.'],
  ['FTUFormNotFilled', '', 'Submit the use case form for Anthropic models in the Bedrock console.'],
];

export function hintFor(code: string, message: string): string | undefined {
  const text = message.toLowerCase();
  return hints.find(([name, part]) => name === code && text.includes(part))?.[2];
}
