import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { farSide, json, requestId } from './far-side.ts';

const guardrail = { guardrailIdentifier: 'abc123', guardrailVersion: '1', source: 'INPUT' } as const;
const answer = { action: 'GUARDRAIL_INTERVENED', outputs: [{ text: 'No.' }], assessments: [], usage: {} };

test.each([
  ['a text', 'How are you?', [{ text: { text: 'How are you?' } }]],
  ['texts', ['one', 'two'], [{ text: { text: 'one' } }, { text: { text: 'two' } }]],
  [
    "AWS's blocks",
    [{ text: { text: 'fact', qualifiers: ['grounding_source' as const] } }],
    [{ text: { text: 'fact', qualifiers: ['grounding_source'] } }],
  ],
])("%s is judged, and the answer is AWS's with the headers", async (_, content, sent) => {
  const { fetch, asked } = farSide(() => json(answer));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  expect(await bedrock.applyGuardrail({ ...guardrail, content, headers: { 'x-trace': '1' } })).toMatchObject({
    ...answer,
    response: { id: requestId, headers: { 'x-amzn-requestid': requestId } },
  });
  expect(asked).toMatchObject([
    {
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/guardrail/abc123/version/1/apply',
      headers: { 'x-trace': '1' },
      body: { source: 'INPUT', content: sent },
    },
  ]);
});

test('a refusal is an APICallError', async () => {
  const headers = { 'x-amzn-errortype': 'ResourceNotFoundException' };
  const { fetch } = farSide(() => json({ message: 'The guardrail does not exist.' }, 404, headers));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  await expect(bedrock.applyGuardrail({ ...guardrail, content: 'Hi' })).rejects.toMatchObject({
    name: 'AI_APICallError',
    statusCode: 404,
    data: { code: 'ResourceNotFoundException' },
  });
});

test.each([{ text: 'Hi' }, { content: { text: { text: 'Hi' } } }])(
  '%j is told what content is',
  async (given) => {
    const { fetch, asked } = farSide(() => json(answer));
    const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
    const options = { ...guardrail, ...given } as unknown as Parameters<typeof bedrock.applyGuardrail>[0]; // what the types forbid
    for (const one of [options, undefined as never])
      await expect(bedrock.applyGuardrail(one)).rejects.toMatchObject({
        name: 'AI_InvalidArgumentError',
        argument: 'content',
        message: 'content must be a text, or a list of texts and content blocks.',
      });
    expect(asked).toEqual([]);
  },
);
