// What to do about the refusals that people meet most, by code and by what the message says.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/** Code, a part of the message in lower case (empty: any message), advice. The first that fits counts. */
const hints: readonly (readonly [code: string, part: string, hint: string])[] = [
  [
    'ValidationException',
    'on-demand throughput',
    'Call the model through an inference profile: its id with the prefix of your geography, for example us., eu., apac. or global.',
  ],
  [
    'ValidationException',
    'model identifier is invalid',
    'Check the spelling of the model id, and that the model is offered in this region.',
  ],
  [
    'AccessDeniedException',
    'api key',
    'The API key is wrong, has expired (12 hours at most for a short-term key) or was made for another region.',
  ],
  [
    'AccessDeniedException',
    'access to the model',
    'Ask for access to the model in the Bedrock console, in the account and region of the call.',
  ],
  [
    'AccessDeniedException',
    'not authorized to perform',
    'The IAM policy of these credentials lacks the action named in the message.',
  ],
  [
    'ExpiredTokenException',
    '',
    'The temporary credentials have expired: sign in again, or pass a credentials function that renews them.',
  ],
  [
    'UnrecognizedClientException',
    '',
    'The access key or session token is not valid here. Temporary credentials (ASIA...) need their session token; China and GovCloud need their own.',
  ],
  ['InvalidSignatureException', 'expired', 'The clock of this machine is wrong.'],
  [
    'InvalidSignatureException',
    '',
    'The secret key does not belong to the access key, or a proxy changed the request after it was signed.',
  ],
  [
    'ResourceNotFoundException',
    '',
    'The model or profile is not in this region, or has reached its end of life.',
  ],
  ['ThrottlingException', '', 'Wait and send it again; a higher quota can be requested in Service Quotas.'],
  ['ModelNotReadyException', '', 'An imported model is being loaded: send it again in a minute.'],
  ['FTUFormNotFilled', '', 'Submit the use case form for Anthropic models in the Bedrock console.'],
];

export function hintFor(code: string, message: string): string | undefined {
  const text = message.toLowerCase();
  return hints.find(([name, part]) => name === code && text.includes(part))?.[2];
}
