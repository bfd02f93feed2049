import { errors } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { ServiceError, type ServiceErrorOptions } from '../src/index.ts';
import { errorReply, toServiceError } from '../src/service-error.ts';
import { asking, errorOf, modelId, openBedrock, urlOf } from './in-process.ts';

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

  it.each<[string, string, ServiceErrorOptions, RegExp]>([
    ['a status that HTTP has no place for', 'Odd', { status: 700 }, /RangeError: .*200 to 599/],
    ['a code that no header can hold', 'Odd✗', {}, /TypeError: /],
    ['a header whose name is none', 'Odd', { headers: [['a b', 'c']] }, /TypeError: .*a b/],
    ['a body that is no JSON', 'Odd', { members: { big: 1n } }, /TypeError: .*BigInt/],
  ])('with %s is answered by what says so', async (_what, code, options, reason) => {
    const local = openBedrock({ models: { '*': () => new ServiceError(code, 'x', options) } });
    const { url } = await local.listen();
    const answers = [
      await local.fetch(urlOf('converse'), asking('hi')),
      await fetch(urlOf('converse', modelId, url), asking('hi')),
    ];
    for (const answer of answers) {
      expect(await errorOf(answer)).toEqual({
        status: 500,
        type: 'InternalServerException',
        message: 'The system encountered an unexpected error during processing. Try your request again.',
        hint: expect.stringMatching(reason) as string,
      });
    }
    const hint = expect.stringContaining(`The ServiceError ${code} cannot be sent: `) as string;
    const record = {
      status: 500,
      error: { code: 'InternalServerException', hint },
      ms: expect.any(Number) as number,
    };
    expect(local.requests).toMatchObject([record, record]);
    await local.close();
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
