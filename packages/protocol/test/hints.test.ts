import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { hintFor } from '../src/hints.ts';
import { connectionFailures } from './hint-cases/connection-failures.ts';
import { credentialErrors } from './hint-cases/credential-errors.ts';
import { type HintCase, serviceErrors } from './hint-cases/service-errors.ts';

describe('an error has the hint that helps', () => {
  test.each([...serviceErrors, ...credentialErrors, ...connectionFailures])(
    '%s: %s',
    (code, message, says) => {
      expect(hintFor(code, message)).toMatch(says);
    },
  );
});

test('where nothing better is known than the message, there is no hint', () => {
  expect(hintFor('ValidationException', 'Messages cannot be empty')).toBeUndefined();
  expect(hintFor('SomethingNew', '')).toBeUndefined();
  expect(
    hintFor('NetworkError', 'The connection to https://bedrock.test failed: other side closed'),
  ).toBeUndefined();
  // A host of somebody else's, such as a gateway, has no region.
  expect(
    hintFor(
      'NetworkError',
      'The connection to https://gateway.test failed: getaddrinfo ENOTFOUND gateway.test',
    ),
  ).toBeUndefined();
  // Without a network no name is known.
  expect(
    hintFor(
      'NetworkError',
      'The connection to https://bedrock.test failed: error sending request for url (https://bedrock.test/x): client error (Connect): dns error: failed to lookup address information: Temporary failure in name resolution',
    ),
  ).toBeUndefined();
  expect(hintFor('ValidationException', 'Tool get_api_key: the API key has no type')).toBeUndefined();
});

// What stands around them differs, and a gateway may pass on the sentence without AWS's code.
describe('these words alone tell', () => {
  test.each<HintCase>([
    ['AccessDeniedException', 'is not authorized to perform bedrock:CountTokens', /^IAM does not allow the/],
    ['AccessDeniedException', 'aws-marketplace:Subscribe', /^The model is sold through AWS Marketplace/],
    ['AccessDeniedException', 'AWS Marketplace actions', /^The model is sold through AWS Marketplace/],
    ['AccessDeniedException', 'AWS Marketplace subscription', /^The model is sold through AWS Marketplace/],
    ['AccessDeniedException', 'AWS Marketplace agreement', /^The model is sold through AWS Marketplace/],
    ['ResourceNotFoundException', 'This Model is marked by provider as Legacy', /newer one/],
    ['UnknownError', 'Bearer Token has expired', /API key is not accepted/],
    ['AccessDeniedException', 'bearer token', /API key is not accepted/],
    ...[
      'AccessDeniedException',
      'ExpiredTokenException',
      'MissingAuthenticationTokenException',
      'NotAuthorized',
    ].map((code): HintCase => [code, 'a line\nAPI key', /API key is not accepted/]),
    ['ExpiredToken', '', /new credentials/],
    ['UnknownError', 'The security token included in the request is expired', /new credentials/],
  ])('%s: %s', (code, message, says) => {
    expect(hintFor(code, message)).toMatch(says);
  });
});

test('a code is known in any case of letters', () => {
  const without = Object.keys(errors).map((code) => [code, ''] as const);
  for (const [code, message] of [...serviceErrors, ...credentialErrors, ...without])
    expect(hintFor(code.toLowerCase(), message)).toBe(hintFor(code, message));
});

test('a code that a message names is not the code of the error', () => {
  const named = [...Object.keys(errors), 'ExpiredToken', 'IncompleteSignatureException'];
  expect(named.filter((code) => hintFor('SomethingNew', `the tool said ${code}: no`) !== undefined)).toEqual(
    [],
  );
  const failures = connectionFailures.filter(([, message]) => hintFor('SomethingNew', message) !== undefined);
  expect(failures).toEqual([]);
});

test('an error whose code says what happened has a hint without any message', () => {
  const without = Object.keys(errors).filter((code) => hintFor(code, '') === undefined);
  // Of these only the message tells.
  expect(without).toEqual([
    'BadGatewayException',
    'ConflictException',
    'DependencyFailedException',
    'ModelErrorException',
    'ModelStreamErrorException',
    'ValidationException',
    'InvalidAction',
    'SerializationException',
  ]);
});
