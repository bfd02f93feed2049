// The tokens of a request, in Converse's form and as a body of InvokeModel.
import { describe, expect, it } from 'vitest';
import { errorOf, openBedrock, urlOf } from '../in-process.ts';

describe('the tokens of a request', () => {
  const local = openBedrock({ models: { 'acme.rocket-v1:0': () => 'hi' } });
  const claude = 'anthropic.claude-haiku-4-5-20251001-v1:0';
  const count = (input: object, model = claude): Promise<Response> =>
    local.fetch(urlOf('count-tokens', model), { method: 'POST', body: JSON.stringify({ input }) });
  const bodyOf = (body: object): object => ({ invokeModel: { body: btoa(JSON.stringify(body)) } });

  it('are as many in the body of Claude as in Converse', async () => {
    const anthropic = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9 };
    const messages = [{ role: 'user', content: [{ type: 'text', text: 'one two three' }] }];
    const body = await count(bodyOf({ ...anthropic, messages }));
    const converse = await count({
      converse: { messages: [{ role: 'user', content: [{ text: 'one two three' }] }] },
    });
    const counted: unknown = await body.json();
    expect(counted).toEqual({ inputTokens: 3 });
    expect(await converse.json()).toEqual(counted);
  });

  it('are not told of a body that no built-in model reads', async () => {
    expect(await errorOf(await count(bodyOf({ prompt: 'one' }), 'acme.rocket-v1:0'))).toMatchObject({
      message: "The provided model doesn't support counting tokens.",
      hint: 'No built-in model reads the InvokeModel body of acme.rocket-v1:0.',
    });
  });
});
