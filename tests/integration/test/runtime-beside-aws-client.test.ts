// What docs/migrating.md says of AWS's own client and the runtime, request for request.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { createLocalBedrock, type LocalBedrockOptions } from '@bedrock-kit/local';
import { BedrockError, type BedrockRuntime, createBedrockRuntime } from '@bedrock-kit/runtime';
import { expect, test } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const request = { modelId, messages: [{ role: 'user' as const, content: [{ text: 'echo one two' }] }] };
const native = {
  modelId,
  contentType: 'application/json',
  body: JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'echo one two' }],
  }),
};
const decode = (bytes: Uint8Array | undefined): unknown =>
  JSON.parse(new TextDecoder().decode(bytes), (name, value: unknown) =>
    name.endsWith('Latency') ? undefined : value,
  );

async function beside<Result>(
  options: LocalBedrockOptions,
  run: (client: BedrockRuntimeClient, bedrock: BedrockRuntime) => Promise<Result>,
): Promise<Result> {
  const local = createLocalBedrock(options);
  const { url } = await local.listen();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { endpoint: url, region: local.region, credentials: { accessKeyId, secretAccessKey } };
  const client = new BedrockRuntimeClient({ ...settings, maxAttempts: 1 });
  try {
    return await run(client, createBedrockRuntime(settings));
  } finally {
    client.destroy();
    await local.close();
  }
}

test('answers are read as the table says', async () => {
  const [theirs, ours] = await beside({}, async (client, bedrock) => {
    const whole = await client.send(new ConverseCommand(request));
    const streamed = await client.send(new ConverseStreamCommand(request));
    const invoked = await client.send(new InvokeModelCommand(native));
    const chunked = await client.send(new InvokeModelWithResponseStreamCommand(native));
    const [words, chunks, ourWords, ourChunks]: [string[], unknown[], string[], unknown[]] = [[], [], [], []];
    for await (const event of streamed.stream ?? [])
      if (event.contentBlockDelta?.delta?.text !== undefined) words.push(event.contentBlockDelta.delta.text);
    for await (const event of chunked.body ?? []) chunks.push(decode(event.chunk?.bytes));
    const { body, status, requestId } = await bedrock.converse(request);
    for await (const event of await bedrock.converseStream(request))
      if ('contentBlockDelta' in event && 'text' in event.contentBlockDelta.delta)
        ourWords.push(event.contentBlockDelta.delta.text);
    for await (const chunk of await bedrock.invokeModelWithResponseStream(native))
      ourChunks.push(decode(new TextEncoder().encode(JSON.stringify(chunk))));
    const { $metadata } = whole;
    return [
      [
        whole.output,
        $metadata.httpStatusCode,
        typeof $metadata.requestId,
        words,
        decode(invoked.body),
        chunks,
      ],
      [
        body.output,
        status,
        typeof requestId,
        ourWords,
        decode((await bedrock.invokeModel(native)).body.body),
        ourChunks,
      ],
    ];
  });
  expect(ours).toEqual(theirs);
});

interface Seen {
  readonly name?: string | undefined;
  readonly status?: number | undefined;
  readonly hasId: boolean;
  readonly isServers: boolean;
  readonly retryAfter?: number | undefined;
  readonly original?: unknown;
  readonly message: string;
}

/** What AWS's client throws, as far as Bedrock answered. */
interface ServiceException extends Error {
  readonly $fault: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly headers: Readonly<Record<string, string>> };
  readonly originalStatusCode?: number;
}

function theirError(error: unknown): Seen {
  const { name, message, $fault, $metadata, $response, originalStatusCode } = error as ServiceException;
  const after = $response?.headers['retry-after'];
  return {
    name,
    status: $metadata?.httpStatusCode,
    hasId: $metadata?.requestId !== undefined,
    isServers: $fault === 'server',
    retryAfter: after === undefined ? undefined : Number(after) * 1000,
    original: originalStatusCode,
    message,
  };
}

function ourError(error: unknown): Seen {
  if (!BedrockError.isInstance(error)) throw error;
  const { code, statusCode, requestId, retryAfterMs, details, message } = error;
  return {
    name: code,
    status: statusCode,
    hasId: requestId !== undefined,
    isServers: Number(statusCode) >= 500,
    retryAfter: retryAfterMs,
    original: details?.['originalStatusCode'],
    message,
  };
}

async function errorsUnder(options: LocalBedrockOptions): Promise<[theirs: Seen, ours: Seen]> {
  return beside(options, async (client, bedrock) => {
    const theirs = async (): Promise<void> => {
      const { stream } = await client.send(new ConverseStreamCommand(request));
      for await (const event of stream ?? []) expect(event).toBeDefined();
    };
    const ours = async (): Promise<void> => {
      for await (const event of await bedrock.converseStream(request)) expect(event).toBeDefined();
    };
    return [theirError(await theirs().catch(itself)), ourError(await ours().catch(itself))];
  });
}

function itself(error: unknown): unknown {
  return error;
}

test.each(['throttlingException', 'modelStreamErrorException'])(
  'the exception %s inside a stream has the same name, and a status besides',
  async (name) => {
    const [theirs, ours] = await errorsUnder({ faults: [{ kind: 'exception', name, after: 1 }] });
    expect([theirs.status, theirs.hasId]).toEqual([undefined, false]);
    expect([ours.status, ours.hasId]).toEqual([name === 'throttlingException' ? 429 : 424, true]);
    expect({ ...ours, status: undefined, hasId: false }).toEqual(theirs);
  },
);

test.each([
  'ThrottlingException',
  'AccessDeniedException',
  'ModelTimeoutException',
  'ServiceUnavailableException',
])('%s is read as the table says', async (code) => {
  const [theirs, ours] = await errorsUnder({ faults: [{ kind: 'error', code, retryAfter: 7 }] });
  expect(theirs).toMatchObject({ name: code, retryAfter: 7000 });
  expect(ours).toEqual(theirs);
});

test('an abort has the name of its reason', async () => {
  const names = await beside({ pace: { firstEventMs: 5000 } }, async (client, bedrock) => {
    const nameOf = (call: Promise<unknown>): Promise<unknown> =>
      call.catch((error: unknown) => (error as Error).name);
    return [
      await nameOf(client.send(new ConverseStreamCommand(request), { abortSignal: AbortSignal.timeout(20) })),
      await nameOf(bedrock.converseStream(request, { signal: AbortSignal.timeout(20) })),
      await nameOf(bedrock.converseStream(request, { signal: AbortSignal.abort() })),
    ];
  });
  expect(names).toEqual(['AbortError', 'TimeoutError', 'AbortError']);
});
