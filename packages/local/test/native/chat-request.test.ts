// What the body of a chat completion may ask for, and what is refused in it.
import { describe, expect, it } from 'vitest';
import { paint } from '../../src/images/painting.ts';
import { encodePng } from '../../src/images/png.ts';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { gpt, messageBy, oss, user, weather } from './chat-completion.ts';

const invoke = invoking();
const withoutRules = invoking({ rules: 'off' });
const stream = streaming();
const messageOf = messageBy(invoke);

describe('a chat completion', () => {
  it('keeps to a schema in its response format', async () => {
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' }, guests: { type: 'integer' } },
      required: ['city', 'guests'],
      additionalProperties: false,
    };
    const messages = [user('A table in Lisbon for 4')];
    const ask = async (response_format: object): Promise<string | undefined> =>
      (await messageOf(gpt, { messages, response_format })).content ?? undefined;
    expect(await ask({ type: 'json_schema', json_schema: { name: 'table', strict: true, schema } })).toBe(
      '{"city":"Lisbon","guests":4}',
    );
    expect(await ask({ type: 'json_object' })).toBe('{}');
    expect(await ask({ type: 'text' })).toMatch(/^This is a built-in test model/);
  });

  it('ends at its limit, and at the one stop sequence', async () => {
    const ask = async (more: object): Promise<unknown> => {
      const { body } = await invoke(gpt, {
        messages: [user('count to 99')],
        reasoning_effort: 'none',
        ...more,
      });
      const [choice] = body['choices'] as { finish_reason: string; message: { content: string } }[];
      return [choice?.message.content, choice?.finish_reason];
    };
    expect(await ask({ max_tokens: 16 })).toEqual(['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16', 'length']);
    expect(await ask({ stop: '4' })).toEqual(['1 2 3 ', 'stop']);
  });

  it('takes parts, and images that come in their URL', async () => {
    const png = await encodePng(paint({ width: 64, height: 48, prompt: '', seed: 1, variant: '' }));
    const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const image = { type: 'image_url', image_url: { url } };
    const { content } = await messageOf(gpt, {
      messages: [user([{ type: 'text', text: 'What is it?' }, image])],
    });
    expect(content).toMatch(/\n- text of 11 characters: "What is it\?"\n- image: png, 64 x 48 pixels, /);
    const elsewhere = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
    await expect(refusalOf(invoke(gpt, { messages: [user([elsewhere])] }))).resolves.toBe(
      'ValidationException: Malformed input request: #/messages/0/content/0/image_url/url: expected a data URL with base64, please reformat your input and try again.',
    );
  });

  it('of Palmyra Vision has images, and that of Grok no place on InvokeModel before 4.6', async () => {
    const png = await encodePng(paint({ width: 64, height: 48, prompt: '', seed: 1, variant: '' }));
    const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const image = { type: 'image_url', image_url: { url } };
    const vision = 'writer.palmyra-vision-7b';
    const { content } = await messageOf(vision, { messages: [user([image])], max_tokens: 200 });
    expect(content).toMatch(/\n- image: png, 64 x 48 pixels, /);
    await expect(refusalOf(invoke('xai.grok-4.3', { messages: [user('echo hi')] }))).resolves.toBe(
      'ValidationException: No built-in model of this local Bedrock answers InvokeModel for xai.grok-4.3.',
    );
  });

  it('may tell its model and whether it is streamed, as path and operation do', async () => {
    const messages = [user('echo hi')];
    expect((await messageOf(oss, { model: oss, stream: false, messages })).content).toMatch(/>hi$/);
    const refusals = [
      [() => invoke(oss, { stream: true, messages }), '#/stream: expected false for this operation'],
      [() => stream(oss, { stream: false, messages }), '#/stream: expected true for this operation'],
      [
        () => invoke(oss, { model: gpt, messages }),
        `#/model: ${gpt} is not the model that is called, ${oss}`,
      ],
    ] as const;
    for (const [call, words] of refusals) {
      await expect(refusalOf(call())).resolves.toBe(
        `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
      );
    }
  });

  it('may force a tool that it does not offer where no rule holds', async () => {
    const body = { messages: [user('echo hi')], tool_choice: 'required' };
    const { content } = await messageBy(withoutRules)(gpt, body);
    expect(content).toBe('hi');
  });

  it.each([
    [{ messages: [user([{ text: 'hi' }])] }, '#/messages/0/content/0: required key [type] not found'],
    [{}, '#: required key [messages] not found'],
    [{ messages: [] }, '#/messages: expected minimum item count: 1, found: 0'],
    [{ messages: 'x' }, '#/messages: expected type: JSONArray, found: String'],
    [
      { messages: [user('x')], tools: [weather], tool_choice: 'all' },
      '#/tool_choice: "all" is not a valid enum value',
    ],
    [
      { messages: [user('x')], tools: [weather], tool_choice: 5 },
      '#/tool_choice: expected type: JSONObject, found: Integer',
    ],
    [{ messages: [user('x')], tool_choice: 'required' }, '#: required key [tools] not found'],
    [{ messages: [{ role: 'human', content: 'x' }] }, '#/messages/0/role: "human" is not a valid enum value'],
    [{ messages: [user('x')], max_tokens: 0 }, '#/max_tokens: 0 is not greater or equal to 1'],
    [
      {
        messages: [{ role: 'assistant', tool_calls: [{ id: 'a', function: { name: 'b', arguments: '[' } }] }],
      },
      '#/messages/0/tool_calls/0/function/arguments: expected a JSON object',
    ],
    [{ messages: [user('x')], tools: [{ type: 'web' }] }, '#/tools/0/type: "web" is not a valid enum value'],
  ])('%j is refused', async (body, words) => {
    await expect(refusalOf(invoke(oss, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });
});
