// The request that stands beside an answer or an error: as it was mapped, and as JSON what went over the wire.
import { APICallError, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { farSide, json } from './far-side.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]);
const call: LanguageModelV4CallOptions = {
  prompt: [
    {
      role: 'user',
      content: [
        { type: 'file', mediaType: 'image/png', data: { type: 'data', data: image } },
        { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'iVBORw0KGgo=' } },
        { type: 'text', text: 'What is this?' },
      ],
    },
    {
      role: 'assistant',
      content: [
        {
          type: 'tool-call',
          toolCallId: 'a',
          toolName: 'encode',
          input: { bytes: { base64: 'stays what it is' } },
        },
      ],
    },
    {
      role: 'tool',
      content: [
        { type: 'tool-result', toolCallId: 'a', toolName: 'encode', output: { type: 'text', value: 'eA==' } },
      ],
    },
  ],
};
const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'A picture.' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 },
  metrics: { latencyMs: 12 },
};

/** What was sent: the body, and the model, which stands in the path. */
function sent({ asked: [first] }: ReturnType<typeof farSide>): object {
  return { modelId, ...(first?.body as object) };
}

function model(far: { readonly fetch: typeof fetch }) {
  const settings = { region: 'us-east-1', apiKey: 'key', fetch: far.fetch };
  return createAmazonBedrock(settings)(modelId);
}

test('beside an answer, its JSON is what was sent, and its bytes are still bytes', async () => {
  const far = farSide(() => json(answer));
  const { request } = await model(far).doGenerate(call);
  expect(JSON.parse(JSON.stringify(request?.body))).toEqual(sent(far));
  expect(request?.body).toMatchObject({
    messages: [{ content: [{ image: { source: { bytes: image } } }, {}, {}] }, {}, {}],
  });
});

test('beside an error, its JSON is what was sent', async () => {
  const far = farSide(() => json({ message: 'no' }, 403, { 'x-amzn-errortype': 'AccessDeniedException' }));
  const error: unknown = await model(far)
    .doGenerate(call)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (!APICallError.isInstance(error)) throw new Error('no APICallError');
  expect(JSON.parse(JSON.stringify(error.requestBodyValues))).toEqual(sent(far));
});

test('redacted reasoning is among it, and what the caller calls base64 stays what it is', async () => {
  const far = farSide(() => json(answer));
  const redacted = {
    type: 'reasoning' as const,
    text: '',
    providerOptions: { bedrock: { redactedContent: 'AAEC' } },
  };
  const { request } = await model(far).doGenerate({
    prompt: [
      { role: 'user', content: [{ type: 'text', text: 'Why?' }] },
      { role: 'assistant', content: [redacted, { type: 'text', text: 'So.' }] },
      { role: 'user', content: [{ type: 'text', text: 'And then?' }] },
    ],
    providerOptions: { bedrock: { requestMetadata: { base64: 'of nothing' } } },
  });
  expect(JSON.parse(JSON.stringify(request?.body))).toEqual(sent(far));
  expect(sent(far)).toMatchObject({
    messages: [{}, { content: [{ reasoningContent: { redactedContent: 'AAEC' } }, {}] }, {}],
    requestMetadata: { base64: 'of nothing' },
  });
});
