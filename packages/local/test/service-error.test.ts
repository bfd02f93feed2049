import { errors } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../src/index.ts';
import { errorReply, toServiceError } from '../src/service-error.ts';

describe('an error of the service', () => {
  it('has the status of the catalogue, for every code of it', () => {
    for (const [code, { status }] of Object.entries(errors)) {
      expect([code, new ServiceError(code, 'x').status]).toEqual([code, status]);
    }
    expect(new ServiceError('Novel', 'x').status).toBe(400);
    expect(new ServiceError('Novel', 'x', { status: 418 }).status).toBe(418);
  });

  it('is replied with its type in the header, its message and members in the body, its hint in a header alone', () => {
    const { status, headers, body } = errorReply(
      new ServiceError('ModelErrorException', 'broken', {
        members: { originalStatusCode: 500, resourceName: 'm' },
        headers: [['retry-after', '1']],
        hint: 'look “here”\nand there',
      }),
    );
    expect(status).toBe(424);
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'application/json',
      'x-amzn-errortype': 'ModelErrorException:http://internal.amazon.com/coral/com.amazon.bedrock/',
      'x-bedrock-local-hint': 'look  here and there',
      'retry-after': '1',
    });
    expect(JSON.parse(new TextDecoder().decode(body as Uint8Array))).toEqual({
      message: 'broken',
      originalStatusCode: 500,
      resourceName: 'm',
    });
  });

  it('is known across copies of the package, and made of anything else that is thrown', () => {
    const error = new ServiceError('ThrottlingException', 'x');
    expect(ServiceError.isInstance(error)).toBe(true);
    expect(ServiceError.isInstance(new Error('x'))).toBe(false);
    expect(toServiceError(error)).toBe(error);
    expect(toServiceError('text')).toMatchObject({
      code: 'InternalServerException',
      options: { hint: 'text' },
    });
  });
});
