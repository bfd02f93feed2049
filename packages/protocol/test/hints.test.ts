import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { hintFor } from '../src/hints.ts';
import { connectionFailures } from './hint-cases/connection-failures.ts';
import { serviceErrors } from './hint-cases/service-errors.ts';

describe('an error has the hint that helps', () => {
  test.each([...serviceErrors, ...connectionFailures])('%s: %s', (code, message, says) => {
    expect(hintFor(code, message)).toMatch(says);
  });
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
