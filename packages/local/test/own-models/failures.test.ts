// A model of one's own that fails: with an error of AWS, or with one of its own.
import { describe, expect, it } from 'vitest';
import { type ModelHandler, scripted, ServiceError } from '../../src/index.ts';
import { runtime } from '../aws-clients.ts';
import { asking, errorOf, messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { stream } from './handled-calls.ts';

describe('a model of one’s own', () => {
  it('fails before its first event with the HTTP status of the error', async () => {
    const failing: ModelHandler[] = [
      () => new ServiceError('ModelTimeoutException', 'too long'),
      () => {
        throw new ServiceError('ModelTimeoutException', 'too long');
      },
      // eslint-disable-next-line require-yield -- a stream that fails before its first word
      async function* () {
        await Promise.resolve();
        throw new ServiceError('ModelTimeoutException', 'too long');
      },
    ];
    for (const handler of failing) {
      const response = await openBedrock({ models: { '*': handler } }).fetch(
        urlOf('converse-stream'),
        asking('hi'),
      );
      expect(await errorOf(response)).toEqual({
        status: 408,
        type: 'ModelTimeoutException',
        message: 'too long',
        hint: null,
      });
    }
  });

  it.each<[string, ModelHandler]>([
    ['returns', () => new ServiceError('ThrottlingException', 'Too many sessions')],
    [
      'throws',
      () => {
        throw new ServiceError('ThrottlingException', 'Too many sessions');
      },
    ],
  ])(
    'fails with the error that it %s where it answers a bidirectional stream or a job',
    async (_, handler) => {
      const local = openBedrock({ models: { '*': handler } });
      const speech = urlOf('invoke-with-bidirectional-stream', 'amazon.nova-2-sonic-v1:0');
      const events = await messagesOf(await local.fetch(speech, { method: 'POST' }));
      expect(events.map((event) => readable(event))).toMatchObject([
        { headers: { ':exception-type': 'throttlingException' }, payload: { message: 'Too many sessions' } },
      ]);
      const job = {
        modelId: 'amazon.nova-reel-v1:1',
        modelInput: {},
        outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket' } },
      };
      const init = { method: 'POST', body: JSON.stringify(job) };
      const started = await local.fetch('http://bedrock/async-invoke', init);
      const { invocationArn } = (await started.json()) as { invocationArn: string };
      local.passTime(5000);
      const found = await local.fetch(`http://bedrock/async-invoke/${encodeURIComponent(invocationArn)}`);
      expect(await found.json()).toMatchObject({ status: 'Failed', failureMessage: 'Too many sessions' });
    },
  );

  it('fails inside a stream with an exception event, or an error message where the stream models none', async () => {
    const failing = (code: string): ModelHandler =>
      async function* () {
        await Promise.resolve();
        yield 'a';
        throw new ServiceError(code, 'broken');
      };
    const local = (code: string) => stream(failing(code)).then((list) => list.at(-1));
    expect(await local('ThrottlingException')).toEqual({
      name: 'throttlingException',
      payload: { message: 'broken' },
    });
    // ModelTimeoutException is an event of InvokeModel's stream alone.
    for (const name of ['AccessDeniedException', 'ModelTimeoutException']) {
      expect(await local(name)).toEqual({ name, payload: undefined });
    }
  });

  it('fails with an exception that it yields as an event, as mocks of AWS’s client do, also where it is the first', async () => {
    const message = 'slow down';
    // With what AWS's client puts into an error.
    const throttled = { throttlingException: { message, name: 'ThrottlingException', $metadata: {} } };
    const original = { originalStatusCode: 500, originalMessage: 'gone' };
    const broken = { modelStreamErrorException: { message, ...original } };
    const event = { name: 'throttlingException', payload: { message } };
    expect((await stream(() => ['a', throttled])).map(({ name }) => name)).toEqual([
      'messageStart',
      'contentBlockDelta',
      'throttlingException',
    ]);
    expect((await stream(() => [throttled])).slice(1)).toEqual([event]);
    expect((await stream(() => ['a', broken])).at(-1)).toEqual({
      name: 'modelStreamErrorException',
      payload: { message, ...original },
    });
    // As its types have it: an instance of the client's own class.
    const instance = new runtime.ModelStreamErrorException({ message, ...original, $metadata: {} });
    expect((await stream(() => ['a', { modelStreamErrorException: instance }])).at(-1)).toEqual({
      name: 'modelStreamErrorException',
      payload: { message, ...original },
    });
    const local = openBedrock({ models: { '*': () => ['a', throttled] } });
    expect(await errorOf(await local.fetch(urlOf('converse'), asking('hi')))).toMatchObject({
      status: 429,
      type: 'ThrottlingException',
      message,
    });
  });

  it.each<[string, ServiceError, RegExp]>([
    [
      'a message that no header holds',
      new ServiceError('AccessDeniedException', 'x'.repeat(40_000)),
      /at most 32767 bytes/,
    ],
    [
      'a body that is no JSON',
      new ServiceError('ThrottlingException', 'x', { members: { big: 1n } }),
      /BigInt/,
    ],
    [
      'a misspelt option',
      new ServiceError('Odd', 'x', { satus: 503 } as object),
      /satus is none of its options/,
    ], // as JavaScript may
  ])('fails inside a stream with %s by what says so', async (_what, error, reason) => {
    const local = openBedrock({
      models: {
        async *'*'() {
          await Promise.resolve();
          yield 'a';
          throw error;
        },
      },
    });
    const messages = (await messagesOf(await local.fetch(urlOf('converse-stream'), asking('hi')))).map(
      readable,
    );
    expect(messages.at(-1)).toMatchObject({
      headers: { ':exception-type': 'internalServerException' },
      payload: { message: expect.stringMatching(reason) as string },
    });
    expect(local.requests[0]?.error).toMatchObject({
      code: 'InternalServerException',
      hint: expect.stringMatching(reason) as string,
    });
  });

  it('fails with an error of AWS’s client that it throws or returns, as mocks of the client do', async () => {
    const settings = { message: 'invalid ToolUse', originalStatusCode: 500, $metadata: {} };
    const error = new runtime.ModelErrorException(settings);
    const failing: ModelHandler[] = [
      () => error, // as a mock of the client gives it
      () => {
        throw error;
      },
      scripted([
        {
          answer: () => {
            throw error;
          },
        },
      ]),
    ];
    for (const handler of failing) {
      const response = await openBedrock({ models: { '*': handler } }).fetch(urlOf('converse'), asking('hi'));
      expect([response.status, response.headers.get('x-amzn-errortype')?.split(':')[0]]).toEqual([
        424,
        'ModelErrorException',
      ]);
      expect(await response.json()).toEqual({ message: 'invalid ToolUse', originalStatusCode: 500 });
    }
  });

  it.each([
    ['UnknownError', { httpStatusCode: 503 }, 503],
    ['ThrottlingException', { httpStatusCode: 200 }, 429],
    ['UnknownError', {}, 400],
  ])('fails with the status of an error of AWS’s client: %s of %j', async (name, $metadata, status) => {
    const settings = { name, $fault: 'server', message: 'gone', $metadata } as const;
    const failing: ModelHandler = () => {
      throw new runtime.BedrockRuntimeServiceException(settings);
    };
    const local = openBedrock({ models: { '*': failing } });
    expect(await errorOf(await local.fetch(urlOf('converse'), asking('hi')))).toMatchObject({
      status,
      type: name,
    });
  });

  // Were it AWS's message, a test of an app would say that AWS is busy, and the AI SDK would wait longer than Vitest does.
  it('that throws anything else is an InternalServerException that says so, and may be asked again at once', async () => {
    const handler = (): never => {
      throw new TypeError('my own bug');
    };
    const response = await openBedrock({ models: { '*': handler } }).fetch(urlOf('converse'), asking('hi'));
    expect(response.headers.get('retry-after')).toBe('0');
    expect(await errorOf(response)).toEqual({
      status: 500,
      type: 'InternalServerException',
      message: 'A handler, or this local Bedrock itself, failed: TypeError: my own bug',
      hint: expect.stringMatching(/^TypeError: my own bug \(at .*failures\.test\.ts:\d+:\d+\)$/) as string,
    });
  });
});
