// Reasoning that only the model can read, where a profile took the call to another Region than the one that sealed it.
// https://github.com/NousResearch/hermes-agent/issues/115865
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createLocalBedrock, type Fault } from '@bedrock-kit/local';
import type { ConverseRequest } from '@bedrock-kit/protocol';
import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const refusal = {
  kind: 'error',
  code: 'ValidationException',
  message:
    'The model returned the following errors: {"error":{"code":"validation_error","message":"Encrypted content cannot be used in a different region from the one that created it.","param":null,"type":"invalid_request_error"}}',
} satisfies Fault;
const call: LanguageModelV4CallOptions = {
  prompt: [
    { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: '', providerOptions: { bedrock: { redactedContent: 'AAEC' } } },
        { type: 'text', text: 'Hi.' },
      ],
    },
    { role: 'user', content: [{ type: 'text', text: 'echo one two' }] },
  ],
};
const warning = {
  type: 'other',
  message:
    'Reasoning sealed in another Region is left out (first at prompt[1].content[0]): GPT-6 Sol takes back only its own.',
};

function setUp(fault: Fault) {
  const local = createLocalBedrock({ faults: [fault] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  /** Which blocks the assistant's message of each request has. */
  const sent: unknown[] = [];
  const fetch: typeof globalThis.fetch = (url, init) => {
    const { messages } = JSON.parse(init?.body as string) as ConverseRequest; // the provider gives text
    sent.push(messages?.[1]?.content.flatMap(Object.keys));
    return local.fetch(url, init);
  };
  const bedrock = createAmazonBedrock({ region: local.region, accessKeyId, secretAccessKey, fetch });
  return { model: bedrock('global.openai.gpt-6-sol'), sent };
}

const withAndWithout = [['reasoningContent', 'text'], ['text']];

test('a refused call is sent once more without it, with a warning', async () => {
  const { model, sent } = setUp({ ...refusal, when: { call: 1 } });
  const { content, warnings } = await model.doGenerate(call);
  expect(content).toContainEqual({ type: 'text', text: 'one two' });
  expect(warnings).toEqual([warning]);
  expect(sent).toEqual(withAndWithout);
});

test('a refused stream is asked for once more without it, with a warning', async () => {
  const { model, sent } = setUp({ ...refusal, when: { call: 1 } });
  const { stream } = await model.doStream(call);
  const reader = stream.getReader();
  expect((await reader.read()).value).toEqual({ type: 'stream-start', warnings: [warning] });
  await reader.cancel();
  expect(sent).toEqual(withAndWithout);
});

test('what is refused all the same fails, with what helps', async () => {
  const { model, sent } = setUp(refusal);
  await expect(model.doGenerate(call)).rejects.toMatchObject({
    name: 'AI_APICallError',
    data: { code: 'ValidationException', hint: expect.stringContaining('redactedContent') as unknown },
  });
  expect(sent).toEqual(withAndWithout);
});
