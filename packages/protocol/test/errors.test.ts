import { expect, test } from 'vitest';
import { type ErrorCode, errorEntry, errors, isRetryable } from '../src/errors.ts';
import { ConverseStream, operations } from '../src/operations.ts';
import { ProtocolError } from '../src/protocol-error.ts';
import { ConverseStreamOutput } from '../src/shapes/stream.ts';

const codes = Object.keys(errors) as ErrorCode[];

test('the errors that are streamed are those that ConverseStreamOutput models', () => {
  const modelled = Object.keys(ConverseStreamOutput.members)
    .filter((member) => member.endsWith('Exception'))
    .map((member) => member.charAt(0).toUpperCase() + member.slice(1));
  expect(codes.filter((code) => errors[code].streamed).sort()).toEqual(modelled.sort());
});

test('a server error has a status from 500 on, a client error one below', () => {
  for (const code of codes)
    expect([code, errors[code].status >= 500]).toEqual([code, errors[code].fault === 'server']);
});

// https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html
test('whoever may not call is answered 403', () => {
  expect(codes.filter((code) => errors[code].status === 403).sort()).toEqual([
    'AccessDeniedException',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'MPAgreementBeingCreated',
    'MissingAuthenticationTokenException',
    'UnrecognizedClientException',
  ]);
});

// The service models do not list them: https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html
test('what the front end answers to all others has a status of its own', () => {
  const modelled = new Set(Object.values(operations).flatMap(({ errors: of }) => of));
  const others = codes.filter((code) => !modelled.has(code) && errors[code].status !== 403);
  expect(Object.fromEntries(others.map((code) => [code, errors[code].status]))).toEqual({
    FTUFormNotFilled: 404,
    IncompleteSignature: 400,
    InternalFailure: 500,
    InvalidAction: 400,
    NotAuthorized: 400,
    RequestExpired: 400,
    SerializationException: 400,
    ServiceUnavailable: 503,
    UnknownOperationException: 404,
  });
});

test('what may pass when it is sent again', () => {
  expect(codes.filter((code) => isRetryable(code)).sort()).toEqual([
    'BadGatewayException',
    'InternalFailure',
    'InternalServerException',
    'ModelErrorException',
    'ModelNotReadyException',
    'ModelStreamErrorException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'ThrottlingException',
  ]);
});

test('the code decides over the status', () => {
  expect(isRetryable('ThrottlingException', { status: 400 })).toBe(true);
  expect(isRetryable('ValidationException', { status: 500 })).toBe(false);
});

test('an error of the model is retryable when its own status is, or where it has none', () => {
  const retryable = [undefined, 400, 424, 429, 500, 503].map((originalStatusCode) =>
    isRetryable('ModelErrorException', { status: 424, originalStatusCode }),
  );
  expect(retryable).toEqual([true, false, false, true, true, true]);
});

test('a code that nobody knows is judged by its status', () => {
  const retryable = [undefined, 400, 403, 408, 429, 500, 501, 502, 503, 504].map((status) =>
    isRetryable('SomethingNew', { status }),
  );
  expect(retryable).toEqual([false, false, false, false, true, true, false, true, true, true]);
});

test('a code is found in the case of a header and in that of a stream', () => {
  expect(errorEntry('throttlingException')).toBe(errors.ThrottlingException);
  expect(errorEntry('ThrottlingException')).toBe(errors.ThrottlingException);
  expect([errorEntry('SomethingNew'), errorEntry('constructor'), errorEntry('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('every error that an operation names is in the catalogue', () => {
  const named = new Set(Object.values(operations).flatMap(({ errors: of }) => of));
  expect([...named].filter((code) => !codes.includes(code))).toEqual([]);
  expect(ConverseStream.errors).toContain('ModelNotReadyException');
});

test('the error of this package is known across copies of it', () => {
  const cause = new Error('below');
  const error = new ProtocolError('invalid-region', 'no region', { cause });
  expect([error.name, error.code, error.message, error.cause]).toEqual([
    'ProtocolError',
    'invalid-region',
    'no region',
    cause,
  ]);
  const fromAnotherCopy = Object.assign(new Error('x'), {
    [Symbol.for('@bedrock-kit/protocol.ProtocolError')]: true,
  });
  expect(
    [error, fromAnotherCopy, new Error('x'), undefined, 'x'].map((value) => ProtocolError.isInstance(value)),
  ).toEqual([true, true, false, false, false]);
});
