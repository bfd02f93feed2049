// What holds of every operation: its method, host and path, and each of its errors.
import { errors, operations as modelled } from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import type { BedrockRuntime } from '../../src/index.ts';
import { exception, fieldsOf, json, streamResponse } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';

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

// As gateways have it that forget the status. The bodies of InvokeModel are a model's own.
test.each(Object.keys(call).filter((name) => !/InvokeModel|Stream/.test(name)))(
  'an error with status 200 is no answer of %s',
  async (name) => {
    for (const [body, message] of [
      [{ message: 'No credits are left.' }, 'No credits are left.'],
      [{ error: { code: 5 } }, 'The server answered with status 200: {"error":{"code":5}}'],
    ] as const) {
      const { runtime } = setUp(() => json(body));
      await expect(call[name]?.(runtime)).rejects.toMatchObject({ code: 'UnknownError', message });
    }
  },
);

test.each(Object.keys(call).filter((name) => !/InvokeModel|Stream/.test(name)))(
  'an answer of another API is none of %s',
  async (name) => {
    const { runtime } = setUp(() => json({ object: 'chat.completion', choices: [], usage: {} }));
    await expect(call[name]?.(runtime)).rejects.toMatchObject({
      code: 'UnexpectedResponse',
      statusCode: 200,
    });
  },
);

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

describe('every modelled error', () => {
  const refusals = Object.values(modelled).flatMap(({ name, service, errors: codes }) =>
    name in call ? codes.map((code) => [name, code, service] as const) : [],
  );

  test.each(refusals)('%s: %s', async (name, code, service) => {
    const { retryable, members = [], ...entry } = errors[code];
    const status = (service === 'bedrock-agent-runtime' && entry.agentStatus) || entry.status;
    const details = Object.fromEntries(
      members.map((member) => [member, member === 'originalStatusCode' ? 500 : 'x']),
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

  const events = Object.values(modelled)
    .filter(({ name }) => name in call)
    .flatMap(({ name, output, responsePayload = '' }) => {
      const shape = { ...output.required, ...output.optional }[responsePayload];
      return Object.keys(shape?.type === 'union' ? shape.members : {})
        .filter((event) => event.endsWith('Exception'))
        .map((event) => [name, event] as const);
    });

  test.each(events)('%s: %s in the stream', async (name, event) => {
    const { runtime } = setUp(streamResponse([exception(event, '{"message":"Said by AWS."}')]));
    const stream = (await call[name]?.(runtime)) as AsyncIterable<unknown>; // what they resolve to
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
