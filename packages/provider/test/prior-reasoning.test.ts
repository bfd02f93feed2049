// Reasoning of earlier turns that Bedrock does not take back though the model itself made it.
// https://github.com/NousResearch/hermes-agent/issues/115865
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-thinking-block-binding.html
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { createLocalBedrock, type Fault, type FaultRule } from '@bedrock-kit/local';
import type { ConverseRequest } from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const warning = {
  type: 'other',
  message: 'Reasoning is left out (first at prompt[1].content[0]), since Bedrock refused to take it back.',
};

function setUp(modelId: string, fault: FaultRule) {
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
  return { model: bedrock(modelId), sent };
}

describe.each([
  [
    'sealed in another Region',
    'global.openai.gpt-6-sol',
    { redactedContent: 'AAEC' },
    '{"error":{"code":"validation_error","message":"Encrypted content cannot be used in a different region from the one that created it.","param":null,"type":"invalid_request_error"}}',
    'is accepted only by the model, the account and the Region that sealed it',
  ],
  [
    'sealed for another account',
    'us.openai.gpt-5.6-sol',
    { redactedContent: 'AAEC' },
    '{"error":{"code":"validation_error","message":"encrypted reasoning was created for a different account or model","param":null,"type":"invalid_request_error"}}',
    'is accepted only by the model, the account and the Region that sealed it',
  ],
  [
    'bound to another conversation',
    'us.anthropic.claude-fable-5-1',
    { signature: 'c2ln' },
    'messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block".',
    'have changed since the model reasoned',
  ],
])('reasoning that is %s', (_, modelId, bedrock, said, hint) => {
  const refusal = {
    kind: 'error',
    code: 'ValidationException',
    message: `The model returned the following errors: ${said}`,
  } satisfies Fault;
  const call: LanguageModelV4CallOptions = {
    prompt: [
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: '', providerOptions: { bedrock } },
          { type: 'text', text: 'Hi.' },
        ],
      },
      { role: 'user', content: [{ type: 'text', text: 'echo one two' }] },
    ],
  };
  const withAndWithout = [['reasoningContent', 'text'], ['text']];

  test('is left out of a second request, with a warning', async () => {
    const { model, sent } = setUp(modelId, { ...refusal, when: { call: 1 } });
    const { content, warnings } = await model.doGenerate(call);
    expect(content).toContainEqual({ type: 'text', text: 'one two' });
    expect(warnings).toEqual([warning]);
    expect(sent).toEqual(withAndWithout);
  });

  test('is left out of a second request for a stream, with a warning', async () => {
    const { model, sent } = setUp(modelId, { ...refusal, when: { call: 1 } });
    const { stream } = await model.doStream(call);
    const reader = stream.getReader();
    expect((await reader.read()).value).toEqual({ type: 'stream-start', warnings: [warning] });
    await reader.cancel();
    expect(sent).toEqual(withAndWithout);
  });

  test('is told of, with what helps, where the second request is refused as well', async () => {
    const { model, sent } = setUp(modelId, refusal);
    await expect(model.doGenerate(call)).rejects.toMatchObject({
      name: 'AI_APICallError',
      data: { code: 'ValidationException', hint: expect.stringContaining(hint) as unknown },
    });
    expect(sent).toEqual(withAndWithout);
  });
});

test('reasoning that does not say whose it is, from an ARN that hides its model, is left out where it is of another', async () => {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456';
  const local = createLocalBedrock({ baseModels: { [arn]: 'anthropic.claude-haiku-4-5-20251001-v1:0' } });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const bedrock = createAmazonBedrock({
    region: local.region,
    accessKeyId,
    secretAccessKey,
    fetch: local.fetch,
  });
  const first: LanguageModelV4CallOptions['prompt'] = [
    { role: 'user', content: [{ type: 'text', text: 'echo one' }] },
  ];
  const thinking = { type: 'enabled', budget_tokens: 2000 };
  const { content } = await bedrock(arn, {
    additionalModelRequestFields: { thinking },
  }).doGenerate({ prompt: first });
  const answer = content.flatMap((part) =>
    part.type === 'text' || part.type === 'reasoning'
      ? { type: part.type, text: part.text, providerOptions: part.providerMetadata ?? {} }
      : [],
  );
  expect(answer).toEqual([
    {
      type: 'reasoning',
      text: expect.any(String) as unknown,
      providerOptions: { bedrock: { signature: expect.any(String) as unknown } },
    },
    { type: 'text', text: 'one', providerOptions: {} },
  ]);
  const prompt: LanguageModelV4CallOptions['prompt'] = [
    ...first,
    { role: 'assistant', content: answer },
    { role: 'user', content: [{ type: 'text', text: 'echo two' }] },
  ];
  const same = await bedrock(arn).doGenerate({ prompt });
  expect([same.content, same.warnings]).toEqual([[{ type: 'text', text: 'two' }], []]);
  const other = await bedrock('us.anthropic.claude-opus-4-6-v1').doGenerate({ prompt });
  expect([other.content, other.warnings]).toEqual([[{ type: 'text', text: 'two' }], [warning]]);
  expect(local.requests.map(({ status }) => status)).toEqual([200, 200, 400, 200]);
});

test('sealed reasoning that does not say whose it is, as other clients store it, is left out where it is of another GPT', async () => {
  const local = createLocalBedrock();
  const { region, fetch, credentials } = local;
  const { accessKeyId, secretAccessKey } = credentials;
  const bedrock = createAmazonBedrock({ region, accessKeyId, secretAccessKey, fetch });
  const first: LanguageModelV4CallOptions['prompt'] = [
    { role: 'user', content: [{ type: 'text', text: 'echo one' }] },
  ];
  const { content } = await bedrock('us.openai.gpt-5.6-sol').doGenerate({ prompt: first, reasoning: 'low' });
  const redactedContent = content.map((part) => part.providerMetadata?.['bedrock']?.['redactedContent'])[0];
  expect(redactedContent).toEqual(expect.any(String));
  const prompt: LanguageModelV4CallOptions['prompt'] = [
    ...first,
    {
      role: 'assistant',
      content: [
        {
          type: 'reasoning',
          text: '',
          providerOptions: { bedrock: { redactedContent: redactedContent ?? '' } },
        },
        { type: 'text', text: 'one' },
      ],
    },
    { role: 'user', content: [{ type: 'text', text: 'echo two' }] },
  ];
  const other = await bedrock('us.openai.gpt-5.6-luna').doGenerate({ prompt });
  expect([other.content.at(-1), other.warnings]).toEqual([{ type: 'text', text: 'two' }, [warning]]);
  expect(local.requests.map(({ status }) => status)).toEqual([200, 400, 200]);
});
