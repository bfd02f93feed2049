// The operations that are neither Converse nor its stream: what they ask for, what they make of the answer.
import { runInNewContext } from 'node:vm';
import { errors, operations as modelled, shapes } from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import {
  type BedrockError,
  type BedrockRuntime,
  createBedrockRuntime,
  invokeModelBytes,
} from '../../src/index.ts';
import { event, exception, fakeFetch, fieldsOf, json, streamResponse } from '../far-side.ts';

const invocationArn = 'arn:aws:bedrock:eu-west-1:123456789012:async-invoke/abcdefghijkl';

function setUp(...responses: (Response | (() => Response))[]) {
  const { fetch, calls } = fakeFetch(...responses);
  const runtime = createBedrockRuntime({ apiKey: 'k', fetch, environment: { AWS_REGION: 'us-east-1' } });
  return { runtime, calls, urls: () => calls.map(({ url }) => url) };
}

const call: Record<string, (runtime: BedrockRuntime) => Promise<unknown>> = {
  Converse: (runtime) => runtime.converse({ modelId: 'M' }),
  ConverseStream: (runtime) => runtime.converseStream({ modelId: 'M' }),
  InvokeModel: (runtime) => runtime.invokeModel({ modelId: 'M' }),
  InvokeModelWithResponseStream: (runtime) => runtime.invokeModelWithResponseStream({ modelId: 'M' }),
  CountTokens: (runtime) => runtime.countTokens({ modelId: 'M', input: { converse: {} } }),
  ApplyGuardrail: (runtime) =>
    runtime.applyGuardrail({ guardrailIdentifier: 'G', guardrailVersion: 'V', source: 'INPUT', content: [] }),
  InvokeGuardrailChecks: (runtime) => runtime.invokeGuardrailChecks({ messages: [], checks: {} }),
  StartAsyncInvoke: (runtime) =>
    runtime.startAsyncInvoke({
      modelId: 'M',
      modelInput: {},
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b/k' } },
    }),
  GetAsyncInvoke: (runtime) => runtime.getAsyncInvoke({ invocationArn: 'I' }),
  ListAsyncInvokes: (runtime) => runtime.listAsyncInvokes(),
  Rerank: (runtime) =>
    runtime.rerank({
      queries: [],
      sources: [],
      rerankingConfiguration: {
        type: 'BEDROCK_RERANKING_MODEL',
        bedrockRerankingConfiguration: { modelConfiguration: { modelArn: 'A' } },
      },
    }),
};

describe('method, host and path of the service model', () => {
  // The other direction of traffic has its own transport and its own test.
  const names = Object.keys(modelled).filter((name) => name !== 'InvokeModelWithBidirectionalStream');

  test('every operation is here', () => {
    expect(Object.keys(call).sort()).toEqual(names.sort());
  });

  test.each(Object.values(modelled).filter(({ name }) => name in call))(
    '$name',
    async ({ name, method, path, service }) => {
      const { runtime, calls } = setUp(() => json({}));
      await call[name]?.(runtime).catch(() => undefined);
      const labels: Record<string, string> = {
        modelId: 'M',
        guardrailIdentifier: 'G',
        guardrailVersion: 'V',
        invocationArn: 'I',
      };
      expect(calls.map(({ url, init }) => [init.method, url])).toEqual([
        [
          method,
          `https://${service}.us-east-1.amazonaws.com${path.replace(/\{(\w+)\}/g, (_, label: string) => labels[label] ?? '?')}`,
        ],
      ]);
    },
  );
});

// https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/test_apply_success_guardrails.yaml
test('a null in the answer of a guardrail is a member that is absent', async () => {
  const entities = [{ action: 'NONE', detected: false, match: '', type: 'EMAIL' }];
  const { runtime } = setUp(
    json({
      action: 'NONE',
      assessments: [
        { wordPolicy: null, sensitiveInformationPolicy: { piiEntities: entities, regexes: null } },
      ],
      blockedResponse: null,
      guardrailCoverage: { images: null, textCharacters: { guarded: 0, total: 2 } },
      outputs: [],
    }),
  );
  const { body } = await runtime.applyGuardrail({
    guardrailIdentifier: 'g',
    guardrailVersion: '1',
    source: 'INPUT',
    content: [{ text: { text: 'hi' } }],
  });
  expect(body).toStrictEqual({
    action: 'NONE',
    assessments: [{ sensitiveInformationPolicy: { piiEntities: entities } }],
    guardrailCoverage: { textCharacters: { guarded: 0, total: 2 } },
    outputs: [],
  });
});

describe('every modelled error', () => {
  const refusals = Object.values(modelled).flatMap(({ name, service, errors: codes }) =>
    name in call ? codes.map((code) => [name, code, service] as const) : [],
  );

  test.each(refusals)('%s: %s', async (name, code, service) => {
    const { retryable, members = [], ...entry } = errors[code];
    const status = (service === 'bedrock-agent-runtime' && entry.agentStatus) || entry.status;
    const details = Object.fromEntries(
      members.map((member) => [member, member === 'originalStatusCode' ? 400 : 'x']),
    );
    const body = { message: 'Said by AWS.', ...details };
    const { runtime, urls } = setUp(
      json(body, { status, headers: { 'x-amzn-errortype': code, 'x-amzn-requestid': 'r' } }),
    );
    const error = await call[name]?.(runtime).catch((reason: unknown) => reason);
    expect({ ...fieldsOf(error), hint: 0 }).toEqual({
      name: 'BedrockError',
      code,
      message: 'Said by AWS.',
      statusCode: status,
      requestId: 'r',
      isRetryable: retryable,
      retryAfterMs: undefined,
      responseHeaders: {
        'content-type': 'application/json',
        'x-amzn-errortype': code,
        'x-amzn-requestid': 'r',
      },
      responseBody: JSON.stringify(body),
      details: members.length > 0 ? details : undefined,
      hint: 0,
      url: urls()[0],
    });
  });

  const events = [
    ['ConverseStream', shapes['ConverseStreamOutput']] as const,
    ['InvokeModelWithResponseStream', shapes['ResponseStream']] as const,
  ].flatMap(([name, shape]) =>
    Object.keys(shape?.type === 'union' ? shape.members : {})
      .filter((event) => event.endsWith('Exception'))
      .map((event) => [name, event] as const),
  );

  test.each(events)('%s: %s in the stream', async (name, event) => {
    const { runtime } = setUp(streamResponse([exception(event, '{"message":"Said by AWS."}')]));
    const stream = (await call[name]?.(runtime)) as AsyncIterable<unknown>; // what these two resolve to
    const code = `${event.charAt(0).toUpperCase()}${event.slice(1)}` as keyof typeof errors; // as the catalogue spells it
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code,
      message: 'Said by AWS.',
      statusCode: errors[code].status,
      isRetryable: errors[code].retryable,
      requestId: 'r-1',
    });
  });

  test('none was left out', () => {
    expect([refusals.length, events.length]).toEqual([82, 11]);
  });
});

const bytesOfAnotherRealm = runInNewContext('Uint8Array.from([98, 121, 116, 101, 115])') as Uint8Array;

describe('invokeModel', () => {
  test('gives the bytes of the model and what the headers say', async () => {
    const { runtime } = setUp(
      new Response('{"a":1}', {
        headers: {
          'content-type': 'application/json',
          'x-amzn-requestid': 'r',
          'x-amzn-bedrock-performanceconfig-latency': 'optimized',
          'x-amzn-bedrock-service-tier': 'flex',
        },
      }),
    );
    const { body, requestId } = await runtime.invokeModel({ modelId: 'm', body: { prompt: 'x' } });
    expect(requestId).toBe('r');
    expect(body).toEqual({
      body: new TextEncoder().encode('{"a":1}'),
      contentType: 'application/json',
      performanceConfigLatency: 'optimized',
      serviceTier: 'flex',
    });
  });

  test.each([
    [{ a: 'é' }, '{"a":"é"}', 'application/json'],
    [{ base64: 1 }, '{"base64":1}', 'application/json'],
    ['{"a":1}', '{"a":1}', 'application/octet-stream'],
    [new TextEncoder().encode('bytes'), 'bytes', 'application/octet-stream'],
    [{ base64: 'Ynl0ZXM=' }, 'bytes', 'application/octet-stream'],
    [bytesOfAnotherRealm, 'bytes', 'application/octet-stream'],
  ])('sends %j as %s, %s', async (body, text, type) => {
    const { runtime, calls } = setUp(json({}));
    await runtime.invokeModel({ modelId: 'm', body });
    const { body: sent, headers } = calls[0]?.init ?? {};
    expect(new TextDecoder().decode(sent as Uint8Array<ArrayBuffer>)).toBe(text);
    expect(headers).toMatchObject({ 'content-type': type });
  });

  test('takes a body that is null for none', async () => {
    const { runtime, calls } = setUp(json({}));
    await runtime.invokeModel({ modelId: 'm', body: null });
    expect(calls[0]?.init).toMatchObject({ body: null });
  });

  test.each([new ArrayBuffer(3), new DataView(new ArrayBuffer(3)), new Blob(['x'])])(
    'refuses a body that is no JSON: %s',
    async (body) => {
      const { runtime, calls } = setUp(json({}));
      await expect(runtime.invokeModel({ modelId: 'm', body: body as never })).rejects.toMatchObject({
        code: 'InvalidRequest',
        message: 'body: expected Uint8Array, text or JSON, found another object',
      });
      expect(calls).toEqual([]);
    },
  );

  test('takes body and headers that are written already', async () => {
    const { runtime, calls } = setUp(json({ a: 1 }));
    const written = {
      modelId: 'm',
      headers: { 'content-type': 'text/x' },
      body: new TextEncoder().encode('x'),
    };
    const { body } = await invokeModelBytes(runtime.client, () => written);
    expect(new TextDecoder().decode(body.body)).toBe('{"a":1}');
    expect(calls[0]).toMatchObject({
      url: expect.stringMatching(/\/model\/m\/invoke$/) as string,
      init: { body: written.body, headers: { 'content-type': 'text/x' } },
    });
  });

  test('refuses base64 that is none', async () => {
    await expect(setUp().runtime.invokeModel({ modelId: 'm', body: { base64: '%' } })).rejects.toMatchObject({
      code: 'InvalidRequest',
    });
  });

  test('finds the coral envelope, and takes a model that answers with Output for a model', async () => {
    const envelope = { Output: { __type: 'a#UnknownOperationException' }, Version: '1.0' };
    const { runtime } = setUp(json(envelope), json({ Output: 'text' }), new Response('{"Output"'));
    await expect(runtime.invokeModel({ modelId: 'm' })).rejects.toMatchObject({
      code: 'UnknownOperationException',
    });
    expect((await runtime.invokeModel({ modelId: 'm' })).body.body).toEqual(
      new TextEncoder().encode('{"Output":"text"}'),
    );
    expect((await runtime.invokeModel({ modelId: 'm' })).body.body).toEqual(
      new TextEncoder().encode('{"Output"'),
    );
  });
});

describe('invokeModelWithResponseStream', () => {
  const chunk = (json: string) =>
    event('chunk', { bytes: Buffer.from(json).toString('base64'), p: 'abcdefgh' });

  test('gives the JSON in each chunk', async () => {
    const { runtime } = setUp(
      streamResponse(
        [chunk('{"type":"a","text":"é"}'), event('chunk', {}), event('future', {}), chunk('[1]')],
        {
          'x-amzn-bedrock-content-type': 'application/json',
          'x-amzn-bedrock-service-tier': 'flex',
        },
      ),
    );
    const stream = await runtime.invokeModelWithResponseStream({ modelId: 'm', body: {} });
    expect([stream.contentType, stream.performanceConfigLatency, stream.serviceTier]).toEqual([
      'application/json',
      undefined,
      'flex',
    ]);
    const events = [];
    for await (const each of stream) events.push(each);
    expect(events).toEqual([{ type: 'a', text: 'é' }, [1]]);
  });

  test.each([
    [
      'an exception',
      exception('modelTimeoutException', '{"message":"too slow"}'),
      { code: 'ModelTimeoutException', statusCode: 408 },
    ],
    [
      'an exception that says that it is an event',
      event('throttlingException', { message: 'slow down' }),
      { code: 'ThrottlingException', statusCode: 429, message: 'slow down', isRetryable: true },
    ],
    ['a chunk that is no JSON', chunk('{'), { code: 'MalformedStream' }],
    ['a chunk that is no base64', event('chunk', { bytes: '%' }), { code: 'MalformedStream' }],
  ])('fails with %s', async (_, frame, error) => {
    const { runtime } = setUp(streamResponse([frame]));
    const batches = (await runtime.invokeModelWithResponseStream({ modelId: 'm' })).batches();
    await expect(batches.next()).rejects.toMatchObject(error);
  });
});

describe('the region in an ARN', () => {
  test.each<[string, (runtime: BedrockRuntime) => Promise<unknown>, string]>([
    [
      'of a job',
      (runtime) => runtime.getAsyncInvoke({ invocationArn }),
      'https://bedrock-runtime.eu-west-1.amazonaws.com/',
    ],
    [
      'of a guardrail',
      (runtime) =>
        runtime.applyGuardrail({
          guardrailIdentifier: 'arn:aws:bedrock:eu-west-1:1:guardrail/g',
          guardrailVersion: '1',
          source: 'INPUT',
          content: [],
        }),
      'https://bedrock-runtime.eu-west-1.amazonaws.com/',
    ],
    [
      'of a reranking model',
      (runtime) =>
        runtime.rerank({
          queries: [],
          sources: [],
          rerankingConfiguration: {
            type: 'BEDROCK_RERANKING_MODEL',
            bedrockRerankingConfiguration: {
              modelConfiguration: {
                modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.rerank-v1:0',
              },
            },
          },
        }),
      'https://bedrock-agent-runtime.eu-west-1.amazonaws.com/',
    ],
  ])('%s decides where the call goes', async (_, send, start) => {
    const { runtime, urls } = setUp(json({}));
    await send(runtime);
    expect(urls()[0]?.startsWith(start)).toBe(true);
  });
});

describe('jobs', () => {
  const job = (status: string, more: object = {}) =>
    json({ invocationArn, modelArn: 'a', status, submitTime: '2026-01-02T03:04:05.678Z', ...more });

  test('have dates for times', async () => {
    const { runtime } = setUp(
      job('Completed', { endTime: '2026-01-02T03:05:00Z' }),
      json({ asyncInvokeSummaries: [{ submitTime: '2026-01-02T03:04:05Z' }] }),
    );
    expect((await runtime.getAsyncInvoke({ invocationArn })).body).toMatchObject({
      submitTime: new Date('2026-01-02T03:04:05.678Z'),
      endTime: new Date('2026-01-02T03:05:00Z'),
    });
    expect((await runtime.listAsyncInvokes()).body).toEqual({
      asyncInvokeSummaries: [{ submitTime: new Date('2026-01-02T03:04:05Z') }],
    });
  });

  test('are started with a token of their own, or the caller’s', async () => {
    const request = {
      modelId: 'm',
      modelInput: {},
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b/k' } },
    };
    const { runtime, calls } = setUp(json({ invocationArn }), json({ invocationArn }));
    await runtime.startAsyncInvoke(request);
    await runtime.startAsyncInvoke({ ...request, clientRequestToken: 'mine' });
    const tokens = calls.map(({ init }) => {
      const text = new TextDecoder().decode(init.body as Uint8Array<ArrayBuffer>);
      return (JSON.parse(text) as { clientRequestToken: string }).clientRequestToken;
    });
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), 'mine']);
  });

  test('are listed page by page, as far as they are asked for', async () => {
    const page = (name: string, nextToken?: string) =>
      json({ asyncInvokeSummaries: [{ invocationArn: name }], nextToken });
    const { runtime, urls } = setUp(page('a', 't1'), page('b', 't2'), page('c'));
    const names = [];
    for await (const { body } of runtime.asyncInvokePages({ maxResults: 1 }))
      names.push(...(body.asyncInvokeSummaries ?? []).map((summary) => summary.invocationArn));
    expect(names).toEqual(['a', 'b', 'c']);
    expect(urls().map((url) => new URL(url).search)).toEqual([
      '?maxResults=1',
      '?maxResults=1&nextToken=t1',
      '?maxResults=1&nextToken=t2',
    ]);

    const first = setUp(page('a', 't1'));
    const { value } = await first.runtime.asyncInvokePages().next();
    expect(value?.body.nextToken).toBe('t1');
    expect(first.calls).toHaveLength(1);
  });

  test('are waited for, with every answer as progress, over errors that pass', async () => {
    const { runtime, calls } = setUp(
      job('InProgress'),
      json({ message: 'Slow' }, { status: 429 }),
      job('InProgress'),
      job('Completed'),
    );
    const seen: string[] = [];
    const result = await runtime.waitForAsyncInvoke(
      { invocationArn },
      { minDelayMs: 1, maxDelayMs: 2, onProgress: ({ status }) => seen.push(status) },
    );
    expect(result.body.status).toBe('Completed');
    expect(seen).toEqual(['InProgress', 'InProgress', 'Completed']);
    expect(calls).toHaveLength(4);
  });

  test('that fail are an error with AWS’s reason', async () => {
    const { runtime } = setUp(job('Failed', { failureMessage: 'No such bucket' }));
    await expect(runtime.waitForAsyncInvoke({ invocationArn })).rejects.toMatchObject({
      code: 'AsyncInvokeFailed',
      message: 'No such bucket',
      isRetryable: false,
      details: { invocationArn, modelArn: 'a' },
    });
    const wrapError = (error: BedrockError) => new Error(`wrapped ${error.code}`);
    const { fetch } = fakeFetch(job('Failed'));
    const wrapped = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, wrapError });
    await expect(wrapped.waitForAsyncInvoke({ invocationArn })).rejects.toThrow('wrapped AsyncInvokeFailed');
  });

  test('are not waited for over errors that stay, nor for ever over those that pass', async () => {
    const refused = setUp(json({ message: 'No' }, { status: 403 }));
    await expect(refused.runtime.waitForAsyncInvoke({ invocationArn })).rejects.toMatchObject({
      statusCode: 403,
    });
    const slow = setUp(...Array.from({ length: 9 }, () => json({}, { status: 503 })));
    await expect(slow.runtime.waitForAsyncInvoke({ invocationArn }, { minDelayMs: 0 })).rejects.toMatchObject(
      { statusCode: 503 },
    );
    expect(slow.calls).toHaveLength(6);
  });

  test.each([{ minDelayMs: NaN }, { maxDelayMs: -1 }])('are not waited for %j', async (options) => {
    const { fetch, calls } = fakeFetch(job('InProgress'), job('Completed'));
    const wrapError = (error: BedrockError) => new Error(`${error.code}: ${error.message}`);
    const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, wrapError });
    const { minDelayMs, maxDelayMs } = { minDelayMs: 2000, maxDelayMs: 30_000, ...options };
    await expect(runtime.waitForAsyncInvoke({ invocationArn }, options)).rejects.toThrow(
      `InvalidRequest: minDelayMs and maxDelayMs: expected numbers from 0 on, found ${minDelayMs} and ${maxDelayMs}`,
    );
    expect(calls).toHaveLength(0);
  });

  test('are not asked for before the service asks to be', async () => {
    const headers = { 'x-amz-retry-after': '60' };
    const { runtime } = setUp(json({}, { status: 429, headers }), job('Completed'));
    const started = performance.now();
    await runtime.waitForAsyncInvoke({ invocationArn }, { minDelayMs: 1 });
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  test('are no longer waited for after an abort', async () => {
    const { runtime, calls } = setUp(job('InProgress'));
    const signal = AbortSignal.timeout(10);
    await expect(
      runtime.waitForAsyncInvoke({ invocationArn }, { signal, minDelayMs: 60_000 }),
    ).rejects.toMatchObject({
      code: 'Aborted',
      name: 'TimeoutError',
    });
    expect(calls).toHaveLength(1);
  });
});
