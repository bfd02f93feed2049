import { once } from 'node:events';
import { connect, type IncomingHttpHeaders } from 'node:http2';
import { describe, expect, it } from 'vitest';
import { ServiceError, type ServiceErrorOptions } from '../../src/index.ts';
import { errorReply } from '../../src/service/error-reply.ts';
import { asking, errorOf, modelId, openBedrock, urlOf } from '../in-process.ts';

describe('an error of the service', () => {
  it('is replied with its type in the header, its message and members in the body, its hint in a header alone', () => {
    const { status, headers, body } = errorReply(
      new ServiceError('ModelErrorException', 'broken', {
        members: { originalStatusCode: 500, resourceName: 'm' },
        headers: { 'retry-after': '1' },
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

  it.each<[string, ServiceErrorOptions, string]>([
    ['ExpiredTokenException', {}, 'coral.service'],
    ['UnrecognizedClientException', {}, 'coral.service'],
    ['InternalFailure', {}, 'coral.service'],
    ['AccessDeniedException', { messageMember: 'Message' }, 'coral.service'],
    ['AccessDeniedException', {}, 'bedrock'],
    ['ValidationException', {}, 'bedrock'],
    ['Novel', {}, 'bedrock'],
  ])('of the type %s, written as %j, is declared in com.amazon.%s', (code, options, namespace) => {
    const { headers } = errorReply(new ServiceError(code, 'x', options));
    const type = `${code}:http://internal.amazon.com/coral/com.amazon.${namespace}/`;
    expect(new Map(headers).get('x-amzn-errortype')).toBe(type);
  });

  it.each<[string, string, ServiceErrorOptions, RegExp]>([
    [
      'a misspelt option',
      'Odd',
      { statusCode: 503 } as ServiceErrorOptions, // the types refuse it
      /TypeError: statusCode is none of its options \(choose from status, members, headers, hint, messageMember\)$/,
    ],
    [
      'an option of another case',
      'Odd',
      { Headers: [] } as ServiceErrorOptions, // as above
      /TypeError: Headers is none of its options \(did you mean headers\?\)$/,
    ],
    ['a status that HTTP has no place for', 'Odd', { status: 700 }, /RangeError: .*200 to 599/],
    ['a code that no header can hold', 'Odd✗', {}, /TypeError: /],
    ['a header whose name is none', 'Odd', { headers: [['a b', 'c']] }, /TypeError: .*a b/],
    [
      'the length of its body',
      'Odd',
      { headers: [['Content-Length', '5']] },
      /TypeError: content-length is set/,
    ],
    [
      'a transfer coding',
      'Odd',
      { headers: [['transfer-encoding', 'gzip']] },
      /TypeError: transfer-encoding is/,
    ],
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
        message: expect.stringMatching(reason) as string,
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

  it('says of the connection what HTTP/1.1 can say, and over HTTP/2 all but that', async () => {
    const headers = [
      ['Connection', 'close'],
      ['keep-alive', 'timeout=1'],
      ['upgrade', 'h2c'],
      ['te', 'gzip'],
      ['retry-after', '1'],
    ] as const;
    const local = openBedrock({
      models: { '*': () => new ServiceError('ThrottlingException', 'x', { headers }) },
    });
    const { url } = await local.listen();
    const answer = await fetch(urlOf('converse', modelId, url), asking('hi'));
    expect([answer.status, answer.headers.get('connection')]).toEqual([429, 'close']);
    const session = connect(url);
    const stream = session.request({
      ':method': 'POST',
      ':path': new URL(urlOf('converse', modelId, url)).pathname,
    });
    stream.end(asking('hi').body);
    const [told] = (await once(stream, 'response')) as [IncomingHttpHeaders];
    expect(told).toMatchObject({ ':status': 429, 'retry-after': '1' });
    expect(Object.keys(told)).not.toContain('connection');
    stream.close();
    session.close();
    await local.close();
  });
});
