// The hints at errors are asked for by the first of them, and the error does without one that is not to be had.
import { expect, test, vi } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const { hintFor } = vi.hoisted(() => ({ hintFor: vi.fn((code: string) => `See ${code}.`) }));
vi.mock('@bedrock-kit/protocol/hints', () => ({ hintFor }));

/** A provider whose calls are answered in this way. */
function provider(answer: () => Response) {
  return createAmazonBedrock({
    region: 'us-east-1',
    apiKey: 'key',
    fetch: () => Promise.resolve(answer()),
  });
}

function refusal(): Response {
  const headers = { 'x-amzn-errortype': 'ThrottlingException' };
  return Response.json({ message: 'Too many requests' }, { status: 429, headers });
}

test('a call that is answered, and one that is aborted, ask for none', async () => {
  const { runtime } = provider(() => Response.json({ inputTokens: 1 }));
  const request = { modelId: 'm', input: { converse: {} } };
  expect(await runtime.countTokens(request)).toMatchObject({ body: { inputTokens: 1 } });
  const signal = AbortSignal.abort();
  await expect(runtime.countTokens(request, { signal })).rejects.toMatchObject({ code: 'Aborted' });
  expect(hintFor).not.toHaveBeenCalled();
});

test('an error whose hint cannot be loaded is thrown without it', async () => {
  const { runtime } = provider(refusal);
  const failure = { code: 'ThrottlingException', message: 'Too many requests' };
  hintFor.mockImplementationOnce(() => {
    throw new Error('no network');
  });
  await expect(runtime.converse({ modelId: 'm' })).rejects.toMatchObject({ ...failure, hint: undefined });
  await expect(runtime.converse({ modelId: 'm' })).rejects.toMatchObject({
    ...failure,
    hint: 'See ThrottlingException.',
  });
});
