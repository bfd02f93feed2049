import { APICallError, LoadAPIKeyError, LoadSettingError } from '@ai-sdk/provider';
import { BedrockError } from '@bedrock-kit/runtime';
import { describe, expect, it } from 'vitest';
import { apiCallError } from '../src/api-call-error.ts';

const request = { inputText: 'a red bicycle' };

describe('an error of the service', () => {
  it('becomes an APICallError with everything that is known', () => {
    const cause = new BedrockError({
      code: 'ThrottlingException',
      message: 'Too many requests',
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/a/invoke',
      statusCode: 429,
      requestId: 'request-1',
      isRetryable: true,
      retryAfterMs: 1500,
      responseHeaders: { 'retry-after': '1.5' },
      responseBody: '{"message":"Too many requests"}',
      details: { resourceName: 'a' },
      hint: 'Wait.',
    });
    const error = apiCallError(cause, request);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: 'Too many requests (Wait.)',
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/a/invoke',
      requestBodyValues: request,
      statusCode: 429,
      isRetryable: true,
      responseHeaders: { 'retry-after': '1.5' },
      responseBody: '{"message":"Too many requests"}',
    });
    expect((error as APICallError).cause).toBe(cause);
    expect((error as APICallError).data).toStrictEqual({
      code: 'ThrottlingException',
      requestId: 'request-1',
      hint: 'Wait.',
      retryAfterMs: 1500,
      details: { resourceName: 'a' },
    });
  });

  it.each(['Aborted', 'InvalidCredentials', 'InvalidRegion'])(
    'that a server calls as this client calls one of its own is an APICallError with its status, too: %s',
    (code) => {
      const cause = new BedrockError({ code, message: 'No.', statusCode: 409, responseHeaders: {} });
      const error = apiCallError(cause, request);
      expect(APICallError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({
        name: 'AI_APICallError',
        message: 'No.',
        statusCode: 409,
        data: { code },
      });
    },
  );

  it('has the hint of the caller in place of its own', () => {
    const cause = new BedrockError({ code: 'ValidationException', message: 'No.', hint: 'Wait.' });
    expect(apiCallError(cause, request, 'Ask another model.')).toMatchObject({
      message: 'No. (Ask another model.)',
      data: { code: 'ValidationException', hint: 'Ask another model.' },
    });
  });

  it('has no member for what is not known', () => {
    const error = apiCallError(new BedrockError({ code: 'NetworkError', message: 'reset' }), request);
    expect(error).toMatchObject({ message: 'reset', url: '', isRetryable: false, statusCode: undefined });
    expect((error as APICallError).data).toStrictEqual({ code: 'NetworkError' });
  });
});

describe('what is no failure of a call', () => {
  it.each(['MissingRegion', 'InvalidRegion', 'InvalidEndpoint'])('is a LoadSettingError: %s', (code) => {
    const error = apiCallError(new BedrockError({ code, message: 'Set AWS_REGION.' }), request);
    expect(LoadSettingError.isInstance(error)).toBe(true);
    expect((error as Error).message).toBe('Set AWS_REGION.');
  });

  it.each(['MissingCredentials', 'InvalidCredentials'])('is a LoadAPIKeyError: %s', (code) => {
    // Hints are for refusals of the service; such a message says itself what to do.
    const error = apiCallError(new BedrockError({ code, message: 'No key.', hint: 'Wait.' }), request);
    expect(LoadAPIKeyError.isInstance(error)).toBe(true);
    expect((error as Error).message).toBe('No key.');
  });

  it('stays as it is: an abort, and whatever the client did not throw', () => {
    for (const error of [
      new BedrockError({ code: 'Aborted', message: 'enough' }),
      // In the body of an answer, whose headers the client adds.
      Object.assign(new BedrockError({ code: 'Aborted', message: 'enough' }), { responseHeaders: {} }),
      new TypeError('not ours'),
      'a text',
      undefined,
    ]) {
      expect(apiCallError(error, request)).toBe(error);
    }
  });
});
