// AWS's own client as the independent witness: over HTTP/1.1 and HTTP/2 it gets the same answer from the local Bedrock as the
// provider does, and for the same call it serialises the same body.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { NodeHttp2Handler, NodeHttpHandler } from '@smithy/node-http-handler';
import { generateText, streamText, tool } from 'ai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { object, string } from 'zod/v4';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const prompt = 'Count to seven.';
const local = createLocalBedrock();
const credentials = {
  accessKeyId: local.credentials.accessKeyId,
  secretAccessKey: local.credentials.secretAccessKey,
};
let server: Awaited<ReturnType<typeof local.listen>>;

beforeAll(async () => {
  server = await local.listen();
});
afterAll(() => server.close());

const input: ConverseCommandInput = { modelId, messages: [{ role: 'user', content: [{ text: prompt }] }] };

describe.each([
  ['HTTP/1.1', () => new NodeHttpHandler()],
  ['HTTP/2', () => new NodeHttp2Handler()],
])("AWS's client over %s gets the answer that the provider gets", (_, requestHandler) => {
  test('Converse', async () => {
    const client = newClient(requestHandler());
    const answer = await client.send(new ConverseCommand(input));
    client.destroy();
    const { text, usage } = await generateText({ model: provider()(modelId), prompt });
    expect(answer.output?.message).toEqual({ role: 'assistant', content: [{ text }] });
    expect(answer.stopReason).toBe('end_turn');
    expect(answer.usage).toMatchObject({ inputTokens: usage.inputTokens, outputTokens: usage.outputTokens });
  });

  test('ConverseStream', async () => {
    const client = newClient(requestHandler());
    const { stream } = await client.send(new ConverseStreamCommand(input));
    const pieces: string[] = [];
    let stopReason: string | undefined;
    for await (const event of stream ?? []) {
      if (event.contentBlockDelta?.delta?.text !== undefined) pieces.push(event.contentBlockDelta.delta.text);
      stopReason = event.messageStop?.stopReason ?? stopReason;
    }
    client.destroy();
    const streamed: string[] = [];
    for await (const text of streamText({ model: provider()(modelId), prompt }).textStream)
      streamed.push(text);
    expect(pieces).toEqual(streamed);
    expect(stopReason).toBe('end_turn');
  });
});

test("the provider sends what AWS's client would serialise for the same call", async () => {
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPgPAAEDAQEeP7R2AAAAAElFTkSuQmCC',
      'base64',
    ),
  );
  let sent: unknown;
  const bedrock = createAmazonBedrock({
    region: local.region,
    ...credentials,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      sent = { path: new URL(request.url).pathname, body: await request.clone().json() };
      return local.fetch(request);
    },
  });
  await generateText({
    model: bedrock(modelId),
    instructions: 'Be brief.',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'file', data: png, mediaType: 'image/png' },
        ],
      },
    ],
    tools: { look: tool({ description: 'Looks closer', inputSchema: object({ where: string() }) }) },
    maxOutputTokens: 300,
    temperature: 0.5,
    stopSequences: ['END'],
  });

  const captured = await serialisedByAws({
    modelId,
    system: [{ text: 'Be brief.' }],
    messages: [
      {
        role: 'user',
        content: [{ text: 'What is this?' }, { image: { format: 'png', source: { bytes: png } } }],
      },
    ],
    inferenceConfig: { maxTokens: 300, temperature: 0.5, stopSequences: ['END'] },
    // Asked of Claude so that the answer tells which stop sequence ended it.
    additionalModelResponseFieldPaths: ['/stop_sequence', '/delta/stop_sequence'],
    toolConfig: {
      tools: [
        {
          toolSpec: {
            name: 'look',
            description: 'Looks closer',
            inputSchema: {
              json: {
                type: 'object',
                properties: { where: { type: 'string' } },
                required: ['where'],
                additionalProperties: false,
              },
            },
          },
        },
      ],
      toolChoice: { auto: {} },
    },
  });
  expect(sent).toEqual(captured);
});

function newClient(requestHandler: NodeHttpHandler | NodeHttp2Handler): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    region: local.region,
    endpoint: server.url,
    credentials,
    requestHandler,
  });
}

function provider() {
  return createAmazonBedrock({ region: local.region, ...credentials, fetch: local.fetch });
}

/** What AWS's client would send: its own handler is replaced by one that keeps the request and answers with what local said. */
async function serialisedByAws(command: ConverseCommandInput): Promise<{ path: string; body: unknown }> {
  let kept: { path: string; body: unknown } | undefined;
  const client = new BedrockRuntimeClient({ region: local.region, endpoint: server.url, credentials });
  client.middlewareStack.add(
    (next) => (args) => {
      const { path, body } = args.request as { path: string; body: string | Uint8Array };
      kept = {
        path,
        body: JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as unknown,
      };
      return next(args);
    },
    { step: 'finalizeRequest' },
  );
  await client.send(new ConverseCommand(command));
  client.destroy();
  if (kept === undefined) throw new Error('the client sent nothing');
  return kept;
}
