// What this client sends and what AWS's own client sends for the same request, side by side.
import {
  ApplyGuardrailCommand,
  BedrockRuntimeClient,
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
import type {
  ApplyGuardrailRequest,
  ConverseRequest,
  CountTokensRequest,
  InvokeGuardrailChecksRequest,
  ListAsyncInvokesRequest,
  StartAsyncInvokeRequest,
} from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import { type BedrockRuntime, createBedrockRuntime, type InvokeModelInput } from '../../src/index.ts';

/** What AWS's client gives to its transport. */
interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Those that say what is asked for: not those of transport, tracing and signature. */
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const region = 'us-east-1';
const transport = /^(?:host|content-length|user-agent|x-amz-.*|amz-sdk-.*|authorization|:authority)$/;
const enough = new Error('The request was seen.');

function semantic(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !transport.test(name)));
}

function bodyOf(body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array); // all that either client sends here
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function sentByUs(call: (runtime: BedrockRuntime) => Promise<unknown>): Promise<Sent> {
  let sent: Sent | undefined;
  const runtime = createBedrockRuntime({
    credentials,
    region,
    fetch: (input, init) => {
      const url = new URL(input); // how this client calls fetch
      sent = {
        method: init?.method ?? '',
        target: url.pathname + url.search,
        headers: semantic(init?.headers as Record<string, string>), // as above
        body: bodyOf(init?.body),
      };
      return Promise.reject(enough);
    },
  });
  await expect(call(runtime)).rejects.toMatchObject({ code: 'NetworkError', cause: enough });
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}

async function sentByAws(send: (client: BedrockRuntimeClient) => Promise<unknown>): Promise<Sent> {
  let sent: Sent | undefined;
  const client = new BedrockRuntimeClient({
    credentials,
    region,
    maxAttempts: 1,
    requestHandler: {
      handle(request: HttpRequest) {
        const query = Object.entries(request.query).map(([name, value]) => {
          // As @smithy/querystring-builder writes it: RFC 3986.
          const text = encodeURIComponent(String(value));
          return `${name}=${text.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
        });
        sent = {
          method: request.method,
          target: request.path + (query.length > 0 ? `?${query.sort().join('&')}` : ''),
          headers: semantic(request.headers),
          body: bodyOf(request.body),
        };
        return Promise.reject(enough);
      },
    },
  });
  await expect(send(client)).rejects.toBe(enough);
  client.destroy();
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}

const bytes = new Uint8Array([0, 1, 2, 250, 251, 252, 253, 254, 255]);
const arn =
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0';

const conversation: ConverseRequest = {
  modelId: arn,
  system: [
    { text: 'Be brief. é€𝄞' },
    { guardContent: { text: { text: 'x', qualifiers: ['query'] } } },
    { cachePoint: { type: 'default', ttl: '1h' } },
  ],
  messages: [
    {
      role: 'user',
      content: [
        { text: 'hi "quoted" \\ \n' },
        { image: { format: 'png', source: { bytes } } },
        { document: { name: 'a', format: 'pdf', source: { bytes } } },
        {
          document: {
            name: 'b',
            format: 'txt',
            source: { s3Location: { uri: 's3://b/k', bucketOwner: '123456789012' } },
          },
        },
        { video: { format: 'mp4', source: { bytes } } },
        { guardContent: { image: { format: 'png', source: { bytes } } } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: 'hm', signature: 's' } } },
        { reasoningContent: { redactedContent: bytes } },
        {
          toolUse: {
            toolUseId: 't',
            name: 'n',
            input: { base64: 'AA==', list: [1, null, true], deep: { a: 1.5 } },
          },
        },
      ],
    },
    {
      role: 'user',
      content: [
        {
          toolResult: {
            toolUseId: 't',
            content: [{ json: { a: null } }, { text: 'x' }, { image: { format: 'jpeg', source: { bytes } } }],
            status: 'error',
          },
        },
      ],
    },
  ],
  inferenceConfig: { maxTokens: 10, temperature: 0.5, topP: 1, stopSequences: ['stop'] },
  toolConfig: {
    tools: [
      {
        toolSpec: { name: 'n', description: 'd', inputSchema: { json: { type: 'object', properties: {} } } },
      },
    ],
    toolChoice: { any: {} },
  },
  guardrailConfig: { guardrailIdentifier: 'g', guardrailVersion: '1', trace: 'enabled' },
  additionalModelRequestFields: { top_k: 5, thinking: { type: 'enabled', budget_tokens: 1024 } },
  additionalModelResponseFieldPaths: ['/stop_sequence'],
  requestMetadata: { team: 'a' },
  performanceConfig: { latency: 'optimized' },
  serviceTier: { type: 'flex' },
};

const settings = {
  modelId: 'amazon.nova-lite-v1:0',
  accept: 'application/json',
  contentType: 'application/json',
  trace: 'ENABLED',
  guardrailIdentifier: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc',
  guardrailVersion: 'DRAFT',
  performanceConfigLatency: 'optimized',
  serviceTier: 'priority',
  requestMetadata: '{"team":"a"}',
} satisfies InvokeModelInput;
const body = new TextEncoder().encode('{"prompt":"é"}');

const counted: CountTokensRequest = {
  modelId: 'm:0',
  input: { converse: { messages: conversation.messages, system: conversation.system } },
};
const countedBody: CountTokensRequest = { modelId: 'm:0', input: { invokeModel: { body } } };
const guarded: ApplyGuardrailRequest = {
  guardrailIdentifier: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc',
  guardrailVersion: 'DRAFT',
  source: 'INPUT',
  content: [{ text: { text: 'x', qualifiers: ['query'] } }, { image: { format: 'png', source: { bytes } } }],
  outputScope: 'FULL',
};
const checks: InvokeGuardrailChecksRequest = {
  messages: [{ role: 'user', content: [{ text: 'hi' }] }],
  checks: { contentFilter: { categories: [{ category: 'HATE' }] } },
};
const job: StartAsyncInvokeRequest = {
  modelId: 'amazon.nova-reel-v1:0',
  modelInput: { taskType: 'TEXT_VIDEO', textToVideoParams: { text: 'x' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/prefix' } },
  clientRequestToken: 'token-1',
  tags: [{ key: 'k', value: 'v' }],
};
const listed: ListAsyncInvokesRequest = {
  submitTimeAfter: new Date('2026-01-02T03:04:05.678Z'),
  submitTimeBefore: new Date('2026-02-02T03:04:05.000Z'),
  statusEquals: 'Completed',
  maxResults: 5,
  nextToken: "a+b/==!'()*",
  sortBy: 'SubmissionTime',
  sortOrder: 'Descending',
};
const invocationArn = 'arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefghijkl';

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
