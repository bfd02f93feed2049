// Errors about who is calling as AWS words them, each with what its hint must speak of.
import type { HintCase } from './service-errors.ts';

export const credentialErrors: readonly HintCase[] = [
  [
    'AccessDeniedException',
    'Authentication failed: Please make sure your API Key is valid.',
    /API key is not accepted/,
  ],
  ['AccessDeniedException', 'This operation does not support API Keys', /access keys.*InvokeModel/],
  // A gateway may pass AWS's sentence on without AWS's code.
  [
    'UnknownError',
    'Authentication failed: Please make sure your API Key is valid.',
    /API key is not accepted/,
  ],
  ['UnknownError', 'Invalid API Key format: Must start with pre-defined prefix', /ABSK or bedrock-api-key-/],
  ['ExpiredTokenException', 'Bearer Token has expired', /API key is not accepted/],
  ['UnrecognizedClientException', 'The API key was deleted.', /API key is not accepted/],
  ['AccessDeniedException', 'Access denied', /IAM does not allow/],
  ['ExpiredTokenException', 'The security token included in the request is expired', /new credentials/],
  [
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    /does not know these credentials.*enabled by the account/,
  ],
  [
    'InvalidSignatureException',
    'Signature expired: 20261122T100000Z is now earlier than 20261122T103000Z (20261122T103500Z - 5 min.)',
    /clock/,
  ],
  [
    'InvalidSignatureException',
    'Signature not yet current: 20261122T104500Z is still later than 20261122T104000Z (20261122T103500Z + 5 min.)',
    /clock/,
  ],
  [
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
    /secret access key.*no proxy decodes the path.*signingHost/,
  ],
  [
    'InvalidSignatureException',
    'Credential should be scoped to a valid region. ',
    /another region.*short-term API key works only in the region/,
  ],
  // API Gateway says both of a path that the API does not have, the second if there is an API key:
  // https://repost.aws/questions/QU4P9tucybRzG52U5OhwaT0A/rest-api-in-api-gateway-returns-403-when-resource-or-method-is-incorrect
  ['MissingAuthenticationTokenException', 'Missing Authentication Token', /authorization.*API Gateway.*path/],
  [
    'IncompleteSignatureException',
    "'***' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer ***'.",
    /authorization.*API Gateway.*path/,
  ],
];
