// Every operation of the client against the local Bedrock over a real socket, signed and with an API key; and beside each the
// same call by AWS's own client, which must arrive as the same request.
import * as agentRuntime from '@aws-sdk/client-bedrock-agent-runtime';
import * as aws from '@aws-sdk/client-bedrock-runtime';
import { createLocalBedrock, type LocalBedrock } from '@bedrock-kit/local';
import { operations } from '@bedrock-kit/protocol';
import { type BedrockRuntime, createBedrockRuntime } from '@bedrock-kit/runtime';
import { invokeModelWithBidirectionalStream } from '@bedrock-kit/runtime/bidirectional';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const region = 'us-west-2';
const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let local: LocalBedrock;
let url: string;
const ran = new Set<string>();

beforeAll(async () => {
  local = createLocalBedrock({
    region,
    rules: 'off',
    asyncInvokeMs: 0,
    guardrails: { gr1: { words: ['gold'] } },
    models: { 'twelvelabs.*': ({ body }) => ({ body: { asked: body ?? null } }) },
  });
  ({ url } = await local.listen());
});
afterAll(() => local.close());

const ours = (auth: 'SigV4' | 'an API key'): BedrockRuntime =>
  createBedrockRuntime({
    region,
    endpoint: url,
    environment: {},
    ...(auth === 'SigV4' ? { credentials: keys() } : { apiKey: local.credentials.apiKey }),
  });

function keys() {
  const { accessKeyId, secretAccessKey } = local.credentials;
  return { accessKeyId, secretAccessKey };
}

function awsClient(): aws.BedrockRuntimeClient {
  return new aws.BedrockRuntimeClient({
    region,
    endpoint: url,
    credentials: keys(),
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler(),
  });
}

const messages = [
  {
    role: 'user' as const,
    content: [
      { text: 'echo grüße 🌍' },
      { image: { format: 'png' as const, source: { bytes: new Uint8Array(png) } } },
    ],
  },
];
const native = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 50,
  messages: [{ role: 'user', content: 'echo hi' }],
};
const body = new TextEncoder().encode(JSON.stringify(native));
const invoked = { modelId, body, contentType: 'application/json', accept: 'application/json' };
const guarded = {
  guardrailIdentifier: 'gr1',
  guardrailVersion: 'DRAFT',
  source: 'INPUT' as const,
  content: [{ text: { text: 'a pot of gold' } }],
};
const checks = {
  messages: [{ role: 'user' as const, content: [{ text: 'hi' }] }],
  checks: { contentFilter: { categories: [{ category: 'HATE' as const }] } },
};
const job = {
  modelId: 'twelvelabs.marengo-embed-3-0-v1:0',
  modelInput: { inputType: 'text', text: { inputText: 'hi' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/prefix/' } },
  clientRequestToken: 'one-and-the-same',
};
const ranked = {
  queries: [{ type: 'TEXT' as const, textQuery: { text: 'capital of France' } }],
  sources: ['Berlin is in Germany.', 'Paris is the capital of France.'].map((text) => ({
    type: 'INLINE' as const,
    inlineDocumentSource: { type: 'TEXT' as const, textDocument: { text } },
  })),
  rerankingConfiguration: {
    type: 'BEDROCK_RERANKING_MODEL' as const,
    bedrockRerankingConfiguration: {
      modelConfiguration: { modelArn: 'arn:aws:bedrock:us-west-2::foundation-model/amazon.rerank-v1:0' },
      numberOfResults: 1,
    },
  },
};

/** What the latest request asked for: not how it was transported, traced and signed. */
function latest() {
  const request = local.requests.at(-1);
  if (!request) throw new Error('Nothing arrived.');
  const { method, target, headers, operation, input, status } = request;
  const transport =
    /^(?::authority|host|connection|content-length|user-agent|x-amz-.*|amz-sdk-.*|authorization|accept-language|accept-encoding|sec-fetch-mode|transfer-encoding)$/;
  const semantic = Object.entries(headers).filter(([name, value]) => {
    // What fetch says of itself where the caller says nothing.
    return !transport.test(name) && !(name === 'accept' && value === '*/*');
  });
  return { method, target, headers: Object.fromEntries(semantic), operation, input, status };
}

async function textOf(stream: AsyncIterable<{ contentBlockDelta?: unknown }>): Promise<string> {
  let text = '';
  for await (const { contentBlockDelta } of stream)
    text += (contentBlockDelta as { delta: { text?: string } } | undefined)?.delta.text ?? ''; // as the model of the service has it
  return text;
}

describe.each(['SigV4', 'an API key'] as const)('authorized with %s', (auth) => {
  test('Converse', async () => {
    const { body: answer, requestId, headers } = await ours(auth).converse({ modelId, messages });
    ran.add('Converse');
    expect(answer.output).toEqual({ message: { role: 'assistant', content: [{ text: 'grüße 🌍' }] } });
    expect(answer.stopReason).toBe('end_turn');
    expect(requestId).toBe(local.requests.at(-1)?.requestId);
    expect(headers['x-amzn-requestid']).toBe(requestId);
    const mine = latest();
    await awsClient().send(new aws.ConverseCommand({ modelId, messages }));
    expect(mine).toEqual(latest());
  });

  test('ConverseStream', async () => {
    const stream = await ours(auth).converseStream({ modelId, messages });
    ran.add('ConverseStream');
    expect(await textOf(stream as AsyncIterable<object>)).toBe('grüße 🌍');
    const mine = latest();
    const { stream: theirs } = await awsClient().send(new aws.ConverseStreamCommand({ modelId, messages }));
    expect(await textOf(theirs ?? (async function* () {})())).toBe('grüße 🌍');
    expect(mine).toEqual(latest());
  });

  test('InvokeModel', async () => {
    const { body: answer } = await ours(auth).invokeModel(invoked);
    ran.add('InvokeModel');
    expect(answer.contentType).toBe('application/json');
    expect(JSON.parse(new TextDecoder().decode(answer.body))).toMatchObject({
      content: [{ type: 'text', text: 'hi' }],
    });
    const mine = latest();
    await awsClient().send(new aws.InvokeModelCommand(invoked));
    expect(mine).toEqual(latest());
  });

  test('InvokeModelWithResponseStream', async () => {
    const stream = await ours(auth).invokeModelWithResponseStream(invoked);
    ran.add('InvokeModelWithResponseStream');
    const types: unknown[] = [];
    for await (const event of stream) types.push((event as { type: string }).type); // as Anthropic's API has it
    expect([types[0], types.at(-1)]).toEqual(['message_start', 'message_stop']);
    const mine = latest();
    const { body: theirs } = await awsClient().send(new aws.InvokeModelWithResponseStreamCommand(invoked));
    let count = 0;
    for await (const { chunk } of theirs ?? []) count += chunk ? 1 : 0;
    expect(count).toBe(types.length);
    expect(mine).toEqual(latest());
  });

  test('CountTokens', async () => {
    const request = { modelId, input: { converse: { messages } } };
    const { body: answer } = await ours(auth).countTokens(request);
    ran.add('CountTokens');
    const mine = latest();
    expect(answer).toEqual({
      inputTokens: (await awsClient().send(new aws.CountTokensCommand(request))).inputTokens,
    });
    expect(mine).toEqual(latest());
  });

  test('ApplyGuardrail', async () => {
    const { body: answer } = await ours(auth).applyGuardrail(guarded);
    ran.add('ApplyGuardrail');
    expect(answer.action).toBe('GUARDRAIL_INTERVENED');
    const mine = latest();
    await awsClient().send(new aws.ApplyGuardrailCommand(guarded));
    expect(mine).toEqual(latest());
  });

  test('InvokeGuardrailChecks', async () => {
    const { body: answer } = await ours(auth).invokeGuardrailChecks(checks);
    ran.add('InvokeGuardrailChecks');
    expect(answer.results).toEqual({ contentFilter: { results: [{ category: 'HATE', severityScore: 0 }] } });
    const mine = latest();
    await awsClient().send(new aws.InvokeGuardrailChecksCommand(checks));
    expect(mine).toEqual(latest());
  });

  test('StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes', async () => {
    const runtime = ours(auth);
    const { invocationArn } = (await runtime.startAsyncInvoke(job)).body;
    ran.add('StartAsyncInvoke');
    let mine = latest();
    await awsClient().send(new aws.StartAsyncInvokeCommand(job));
    expect(mine).toEqual(latest());

    const seen: string[] = [];
    const { body: done } = await runtime.waitForAsyncInvoke(
      { invocationArn },
      { minDelayMs: 5, onProgress: ({ status }) => seen.push(status) },
    );
    ran.add('GetAsyncInvoke');
    expect(done).toMatchObject({ invocationArn, status: 'Completed', submitTime: expect.any(Date) as Date });
    expect(seen.at(-1)).toBe('Completed');
    mine = latest();
    const theirs = await awsClient().send(new aws.GetAsyncInvokeCommand({ invocationArn }));
    expect(mine).toEqual(latest());
    expect(done.endTime).toEqual(theirs.endTime);

    const listed = {
      statusEquals: 'Completed' as const,
      maxResults: 1,
      submitTimeAfter: new Date(0),
      sortBy: 'SubmissionTime' as const,
    };
    const { body: page } = await runtime.listAsyncInvokes(listed);
    ran.add('ListAsyncInvokes');
    expect(page.asyncInvokeSummaries).toHaveLength(1);
    mine = latest();
    await awsClient().send(new aws.ListAsyncInvokesCommand(listed));
    expect(mine).toEqual(latest());
  });
});

describe('signed, since AWS takes no API key for it,', () => {
  test('Rerank', async () => {
    const { body: answer } = await ours('SigV4').rerank(ranked);
    ran.add('Rerank');
    expect(answer.results.map(({ index }) => index)).toEqual([1]);
    const mine = latest();
    const agents = new agentRuntime.BedrockAgentRuntimeClient({ region, endpoint: url, credentials: keys() });
    await agents.send(new agentRuntime.RerankCommand(ranked));
    agents.destroy();
    expect(mine).toEqual(latest());
  });

  test('InvokeModelWithBidirectionalStream', async () => {
    const stream = await invokeModelWithBidirectionalStream(ours('SigV4').client, {
      modelId: 'amazon.nova-2-sonic-v1:0',
    });
    ran.add('InvokeModelWithBidirectionalStream');
    const events = stream[Symbol.asyncIterator]();
    const until = async (name: string): Promise<string[]> => {
      const spoken: string[] = [];
      for (;;) {
        const next = await events.next();
        if (next.done) throw new Error(`The stream ended without ${name}.`);
        // As Nova Sonic's guide has it.
        const { event } = next.value as {
          event: Record<string, { role?: string; content?: string }>;
        };
        const { role, content } = event['textOutput'] ?? {};
        if (role === 'ASSISTANT') spoken.push(content ?? '');
        if (name in event) return spoken;
      }
    };
    const say = async (contentName: string, content: string): Promise<void> => {
      const ids = { promptName: 'p', contentName };
      await stream.send({
        event: { contentStart: { ...ids, type: 'TEXT', role: 'USER', interactive: true } },
      });
      await stream.send({ event: { textInput: { ...ids, content } } });
      await stream.send({ event: { contentEnd: ids } });
    };
    await stream.send({ event: { sessionStart: { inferenceConfiguration: { maxTokens: 100 } } } });
    await stream.send({ event: { promptStart: { promptName: 'p' } } });
    await say('one', 'good morning');
    // The preview, and what was spoken.
    expect(await until('completionEnd')).toEqual(['You said: good morning', 'You said: good morning']);
    await say('two', 'echo and good night');
    expect(await until('completionEnd')).toEqual(['and good night', 'and good night']);
    await stream.send({ event: { promptEnd: { promptName: 'p' } } });
    await stream.send({ event: { sessionEnd: {} } });
    await stream.end();
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(latest().status).toBe(200);
  });
});

test('every operation has run', () => {
  expect([...ran].sort()).toEqual(Object.keys(operations).sort());
});
