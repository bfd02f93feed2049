// The hints at errors, which are loaded with the first of them.
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
