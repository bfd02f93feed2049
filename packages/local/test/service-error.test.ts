import { errors } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../src/index.ts';

describe('an error of the service', () => {
  it('has the status of the catalogue, for every code of it', () => {
    for (const [code, { status }] of Object.entries(errors)) {
      expect([code, new ServiceError(code, 'x').status]).toEqual([code, status]);
    }
    expect(new ServiceError('Novel', 'x').status).toBe(400);
    expect(new ServiceError('Novel', 'x', { status: 418 }).status).toBe(418);
  });

  it('is known across copies of the package', () => {
    expect(ServiceError.isInstance(new ServiceError('ThrottlingException', 'x'))).toBe(true);
    expect(ServiceError.isInstance(new Error('x'))).toBe(false);
  });
});
