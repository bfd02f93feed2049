// What this client sends and what AWS's own client sends for the same request, side by side.
import {
  ApplyGuardrailCommand,
  type BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  CountTokensCommand,
  GetAsyncInvokeCommand,
  InvokeGuardrailChecksCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
  ListAsyncInvokesCommand,
  StartAsyncInvokeCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, test } from 'vitest';
import type { BedrockRuntime } from '../../src/index.ts';
import {
  body,
  checks,
  conversation,
  counted,
  countedBody,
  guarded,
  invocationArn,
  job,
  listed,
  settings,
} from './sample-requests.ts';
import { sentByAws, sentByUs } from './sent-request.ts';

describe('the same request', () => {
  test.each<
    [
      string,
      (client: BedrockRuntimeClient) => Promise<unknown>,
      (runtime: BedrockRuntime) => Promise<unknown>,
    ]
  >([
    // The casts: AWS's types have mutable Uint8Arrays alone for a blob; the values are the same.
    [
      'Converse',
      (client) => client.send(new ConverseCommand(conversation as never)),
      (runtime) => runtime.converse(conversation),
    ],
    [
      'Converse, with nothing in it',
      (client) => client.send(new ConverseCommand({ modelId: 'm' })),
      (runtime) => runtime.converse({ modelId: 'm' }),
    ],
    [
      'ConverseStream',
      (client) => client.send(new ConverseStreamCommand(conversation as never)),
      (runtime) => runtime.converseStream(conversation),
    ],
    [
      'InvokeModel',
      (client) => client.send(new InvokeModelCommand({ ...settings, body })),
      (runtime) => runtime.invokeModel({ ...settings, body }),
    ],
    [
      'InvokeModel with bytes of no said type',
      (client) => client.send(new InvokeModelCommand({ modelId: 'm', body })),
      (runtime) => runtime.invokeModel({ modelId: 'm', body }),
    ],
    [
      'InvokeModel without a body',
      (client) => client.send(new InvokeModelCommand({ modelId: 'm' })),
      (runtime) => runtime.invokeModel({ modelId: 'm' }),
    ],
    [
      'InvokeModelWithResponseStream',
      (client) => client.send(new InvokeModelWithResponseStreamCommand({ ...settings, body })),
      (runtime) => runtime.invokeModelWithResponseStream({ ...settings, body }),
    ],
    [
      'CountTokens of a conversation',
      (client) => client.send(new CountTokensCommand(counted as never)),
      (runtime) => runtime.countTokens(counted),
    ],
    [
      'CountTokens of a body',
      (client) => client.send(new CountTokensCommand(countedBody as never)),
      (runtime) => runtime.countTokens(countedBody),
    ],
    [
      'ApplyGuardrail',
      (client) => client.send(new ApplyGuardrailCommand(guarded as never)),
      (runtime) => runtime.applyGuardrail(guarded),
    ],
    [
      'InvokeGuardrailChecks',
      (client) => client.send(new InvokeGuardrailChecksCommand(checks)),
      (runtime) => runtime.invokeGuardrailChecks(checks),
    ],
    [
      'StartAsyncInvoke',
      (client) => client.send(new StartAsyncInvokeCommand(job as never)),
      (runtime) => runtime.startAsyncInvoke(job),
    ],
    [
      'GetAsyncInvoke',
      (client) => client.send(new GetAsyncInvokeCommand({ invocationArn })),
      (runtime) => runtime.getAsyncInvoke({ invocationArn }),
    ],
    [
      'ListAsyncInvokes',
      (client) => client.send(new ListAsyncInvokesCommand(listed)),
      (runtime) => runtime.listAsyncInvokes(listed),
    ],
    [
      'ListAsyncInvokes, all of them',
      (client) => client.send(new ListAsyncInvokesCommand({})),
      (runtime) => runtime.listAsyncInvokes(),
    ],
  ])('%s', async (_, send, call) => {
    expect(await sentByUs(call)).toEqual(await sentByAws(send));
  });
});
