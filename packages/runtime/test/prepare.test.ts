// Where the stacks of errors begin that a call meets before it is sent, or that end it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBedrockRuntime } from '../src/index.ts';
import { bytesOf, errorFrame, event, eventStreamType, exception, fakeFetch, farSide } from './far-side.ts';

describe('within the ten frames that V8 keeps of a stack', () => {
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 10;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  const { fetch } = fakeFetch();
  const runtime = createBedrockRuntime({ region: 'us-east-1', apiKey: 'k', fetch });
  const loop: Record<string, unknown> = {};
  loop['loop'] = loop;
  const image = { image: { format: 'png', source: { bytes: 'no bytes' } } };
  const none = {} as never; // what the types forbid
  const wrong = { modelId: 'm', messages: [{ role: 'user', content: [image] }] } as never;

  test.each<[string, () => Promise<unknown>]>([
    ['converse', () => runtime.converse(none)],
    ['converse of text for bytes', () => runtime.converse(wrong)],
    ['converseStream', () => runtime.converseStream(none)],
    ['converseStream of text for bytes', () => runtime.converseStream(wrong)],
    ['invokeModel', () => runtime.invokeModel(none)],
    ['invokeModel of a form', () => runtime.invokeModel({ modelId: 'm', body: new FormData() })],
    ['invokeModelWithResponseStream', () => runtime.invokeModelWithResponseStream(none)],
    ['countTokens', () => runtime.countTokens(none)],
    ['applyGuardrail', () => runtime.applyGuardrail(none)],
    ['invokeGuardrailChecks of a loop', () => runtime.invokeGuardrailChecks(loop as never)],
    ['startAsyncInvoke of a loop', () => runtime.startAsyncInvoke(loop as never)],
    ['getAsyncInvoke', () => runtime.getAsyncInvoke(none)],
    ['waitForAsyncInvoke', () => runtime.waitForAsyncInvoke(none)],
    ['rerank of a loop', () => runtime.rerank(loop as never)],
    ['a wrong time limit', () => runtime.converse({ modelId: 'm' }, { idleTimeoutMs: -1 })],
    ['a wrong header', () => runtime.converse({ modelId: 'm' }, { headers: { 'x y': 'z' } })],
    ['a missing region', () => createBedrockRuntime({ region: null }).converse({ modelId: 'm' })],
  ])(
    'the refusal of %s has the line that made the call, whether that waits for it or not',
    async (_, call) => {
      let made: Promise<unknown> | undefined;
      (function caller() {
        made = call();
      })();
      await expect(made).rejects.toMatchObject({ stack: expect.stringMatching(/at caller /) as string });
    },
  );

  test('the error of a function of the caller keeps its stack', async () => {
    const own = new Error('no .env');
    const { stack } = own;
    const environment = () => {
      throw own;
    };
    const call = createBedrockRuntime({ fetch, environment }).converse({ modelId: 'm' });
    await expect(call).rejects.toMatchObject({ cause: own });
    expect(own.stack).toBe(stack);
  });

  test('the end of a call by an abort or a silence has the line that waits for it', async () => {
    const silent = createBedrockRuntime({
      region: 'us-east-1',
      apiKey: 'k',
      fetch: () => Promise.resolve(new Response(new ReadableStream())),
    });
    const callers = [
      async function aborts() {
        const signal = AbortSignal.timeout(1);
        for await (const each of await silent.converseStream({ modelId: 'm' }, { signal }))
          expect(each).toBeDefined();
      },
      async function waits() {
        const options = { firstEventTimeoutMs: 1 };
        for await (const each of await silent.converseStream({ modelId: 'm' }, options))
          expect(each).toBeDefined();
      },
    ];
    for (const caller of callers)
      await expect(caller()).rejects.toMatchObject({
        stack: expect.stringMatching(new RegExp(`at (async )?${caller.name} `)) as string,
      });
  });

  test.each([
    ['an exception', exception('throttlingException', '{"message":"no"}')],
    ['an error frame', errorFrame('InternalError', 'no')],
  ])('%s in a stream has the line that reads, over a real connection', async (_, last) => {
    // A socket wakes the reader with a frame of Node's own, which no answer of a function has.
    await using far = await farSide((_request, response) => {
      response.writeHead(200, { 'content-type': eventStreamType });
      response.end(bytesOf([event('messageStart', { role: 'assistant' }), last]));
    });
    const { converseStream } = createBedrockRuntime({ region: 'us-east-1', apiKey: 'k', endpoint: far.url });
    async function reads(): Promise<void> {
      for await (const each of await converseStream({ modelId: 'm' })) expect(each).toBeDefined();
    }
    await expect(reads()).rejects.toMatchObject({
      message: 'no',
      stack: expect.stringMatching(/at (async )?reads /) as string,
    });
  });
});
