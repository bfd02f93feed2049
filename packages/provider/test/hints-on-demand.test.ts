// The hints at errors, which are loaded with the first of them.
import { createLocalBedrock } from '@bedrock-kit/local';
import { hintFor } from '@bedrock-kit/protocol/hints';
import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const message = 'Too many requests';
const code = 'ThrottlingException';
const { runtime } = createAmazonBedrock({
  region: 'us-east-1',
  apiKey: 'key',
  fetch: () =>
    Promise.resolve(Response.json({ message }, { status: 429, headers: { 'x-amzn-errortype': code } })),
});

test('an error has its hint, the first as those that follow', async () => {
  const hint = hintFor(code, message);
  expect(hint).toBeTypeOf('string');
  for (let call = 1; call <= 2; call++)
    await expect(runtime.converse({ modelId: 'm' })).rejects.toMatchObject({ code, message, hint });
});

test('an abort has none', async () => {
  const call = runtime.converse({ modelId: 'm' }, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ code: 'Aborted', hint: undefined });
});

test('a bug in a handler of local is not put down to AWS', async () => {
  const models = {
    m: () => {
      throw new TypeError('x is not a function');
    },
  };
  const { region, credentials, fetch } = createLocalBedrock({ models });
  const call = createAmazonBedrock({ region, ...credentials, fetch })('m').doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
  });
  await expect(call).rejects.toMatchObject({
    message: expect.stringMatching(/x is not a function \((?!.*AWS)/) as string,
  });
});
