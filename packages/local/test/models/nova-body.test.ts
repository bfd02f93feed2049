import { describe, expect, it } from 'vitest';
import type { LocalBedrockOptions } from '../../src/index.ts';
import { openBedrock, urlOf } from '../in-process.ts';

const modelId = 'amazon.nova-lite-v1:0';
const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl';

async function invoke(body: object, options: LocalBedrockOptions = {}, id = modelId): Promise<unknown[]> {
  const local = openBedrock({ baseModels: { [arn]: modelId }, ...options });
  const init = { method: 'POST', body: JSON.stringify(body) };
  const response = await local.fetch(urlOf('invoke', id), init);
  const { message } = (await response.json()) as { message?: string };
  return [response.status, message?.replace(/^Malformed input request: (.*), please reformat.*$/, '$1')];
}

describe('Nova’s own body', () => {
  const begun = { messages: [{ role: 'assistant', content: [{ text: 'hi' }] }] };
  const startsWithUser =
    'A conversation must start with a user message. Try again with a conversation that starts with a user message.';

  it('is refused by the rules of its model, also behind an ARN', async () => {
    expect(await invoke(begun)).toEqual([400, startsWithUser]);
    expect(await invoke(begun, {}, arn)).toEqual([400, startsWithUser]);
  });

  it('is checked in its form alone without rules', async () => {
    expect(await invoke(begun, { rules: 'off' })).toEqual([200, undefined]);
    const [status] = await invoke({ messages: [{ role: 'nobody', content: [] }] }, { rules: 'off' });
    expect(status).toBe(400);
  });

  it('is held against what the options say that the model can do', async () => {
    const image = { format: 'png', source: { bytes: 'aGk=' } };
    const body = { messages: [{ role: 'user', content: [{ text: 'hi' }, { image }] }] };
    expect((await invoke(body))[0]).toBe(200);
    const capabilities = { 'amazon.nova-*': { inputs: { image: false } } } as const;
    expect((await invoke(body, { capabilities }))[0]).toBe(400);
  });
});
