// Which model of one's own a call goes to, and what it sees of the call.
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { asking, modelId, openBedrock, urlOf } from '../in-process.ts';

describe('a model of one’s own', () => {
  it('is found by the first pattern that fits the id, or the model behind a profile', async () => {
    const local = openBedrock({
      models: { 'anthropic.*': () => 'of Anthropic', '*': () => 'any other' },
    });
    const say = async (id: string) => {
      const response = await local.fetch(urlOf('converse', id), asking('hi'));
      return JSON.stringify(await response.json());
    };
    expect(await say(modelId)).toContain('of Anthropic');
    expect(await say('amazon.nova-lite-v1:0')).toContain('any other');
    expect(await say('my-very-own-model')).toContain('any other');
  });

  it('sees what the options change of a model, also behind a profile', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      capabilities: { 'anthropic.*': { toolUse: false }, 'us.*': { citations: false } },
      models: {
        '*': ({ capabilities: { toolUse, citations } }) => {
          seen.push({ toolUse, citations });
          return '';
        },
      },
    });
    await local.fetch(urlOf('converse'), asking('hi'));
    expect(seen).toEqual([{ toolUse: false, citations: false }]);
  });

  it('may change what it was given: the record of the request, and the tokens, are of what was sent', async () => {
    const change = openBedrock({
      models: { '*': ({ request }) => String(request.messages?.reverse().pop()?.content.length) },
    });
    const leave = openBedrock({ models: { '*': () => '1' } });
    for (const local of [change, leave]) await local.fetch(urlOf('converse'), asking('hello there'));
    const [changed] = change.requests;
    const [left] = leave.requests;
    expect(changed?.input).toEqual(left?.input);
    expect(changed?.usage).toEqual(left?.usage);
  });

  it('may change the body that it was given', async () => {
    const body = { inputText: 'hello' };
    const local = openBedrock({
      models: {
        '*': ({ body: given }) => {
          Object.assign(given as object, { inputText: 'changed' });
          return { body: {} };
        },
      },
    });
    const startAsync = {
      modelId: 'twelvelabs.marengo-embed-2-7-v1:0',
      modelInput: body,
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/prefix' } },
    };
    await local.fetch('http://bedrock.test/async-invoke', {
      method: 'POST',
      body: JSON.stringify(startAsync),
    });
    expect(local.requests[0]?.input).toMatchObject({ modelInput: body });
  });

  it('sees the headers by their names, both values of one that came twice, as the record of the request has them', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      models: {
        '*': ({ headers }) => {
          seen.push(headers['x-tag'], headers['authorization']);
          return '';
        },
      },
    });
    const { url } = await local.listen();
    const sent = request(urlOf('converse', modelId, url), {
      method: 'POST',
      headers: { 'X-Tag': ['one', 'two'], authorization: 'Bearer mine' },
    });
    sent.end(asking('hi').body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    expect(seen).toEqual(['one, two', 'Bearer mine']);
    expect(local.requests[0]?.headers).toMatchObject({ 'x-tag': 'one, two', authorization: 'Bearer ***' });
    await local.close();
  });

  it('sees the request in protocol’s shapes, with its text and its number', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      models: {
        '*': ({ text, count, operation, request }) => {
          seen.push({ text, count, operation, content: request.messages?.[0]?.content });
          return '';
        },
      },
    });
    const body = JSON.stringify({
      messages: [
        {
          role: 'user',
          content: [{ text: 'look' }, { image: { format: 'png', source: { bytes: 'AQID' } } }],
        },
      ],
    });
    await local.fetch(urlOf('converse'), { method: 'POST', body });
    await local.fetch(urlOf('converse'), { method: 'POST', body });
    const content = [
      { text: 'look' },
      { image: { format: 'png', source: { bytes: new Uint8Array([1, 2, 3]) } } },
    ];
    expect(seen).toEqual([
      { text: 'look', count: 1, operation: 'Converse', content },
      { text: 'look', count: 2, operation: 'Converse', content },
    ]);
  });
});
