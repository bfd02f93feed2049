// What a browser asks before a page may call, and what it needs to hand over the answer: https://fetch.spec.whatwg.org/#http-cors-protocol
import { request, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { asking, modelId, openBedrock, urlOf } from '../in-process.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Not `fetch`, which keeps a program from naming its origin. */
function send(url: string, method: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The headers of the protocol, without those of every answer. */
function shared(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));
}

const origin = 'http://localhost:5173';
const readable = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-requestid,x-amzn-errortype,x-amzn-errormessage,date',
};

describe('a page of another origin', () => {
  it('is told that it may call, whatever headers it sends; the question is no call', async () => {
    const bedrock = createLocalBedrock();
    const { url } = await bedrock.listen();
    const asked = 'authorization,content-type,user-agent,x-amz-date,x-amz-security-token';
    const answer = await send(urlOf('converse', modelId, url), 'OPTIONS', {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': asked,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('');
    expect(shared(answer.headers)).toEqual({
      ...readable,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': asked,
      'access-control-max-age': '172800',
    });
    expect(bedrock.requests).toEqual([]);
    await bedrock.close();
  });

  it('reads an answer, a stream and a refusal, with their request ids', async () => {
    const bedrock = openBedrock();
    const { url } = await bedrock.listen();
    const { body } = asking('echo hi');
    const post = (operation: string, text: string): Promise<Answer> =>
      send(urlOf(operation, modelId, url), 'POST', { origin, 'content-type': 'application/json' }, text);
    const answers = [
      await post('converse', body as string),
      await post('converse-stream', body as string),
      await post('converse', '{'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
    for (const [index, { headers }] of answers.entries()) {
      expect(shared(headers)).toEqual(readable);
      expect(headers['x-amzn-requestid']).toBe(bedrock.requests[index]?.requestId);
    }
    await bedrock.close();
  });

  it('is what these headers are for: without an origin there are none, and OPTIONS is no operation', async () => {
    const bedrock = openBedrock();
    const { url } = await bedrock.listen();
    const plain = await send(urlOf('converse', modelId, url), 'POST', {}, asking('echo hi').body as string);
    const options = await send(urlOf('converse', modelId, url), 'OPTIONS', { origin });
    expect([plain.status, shared(plain.headers)]).toEqual([200, {}]);
    expect([options.status, shared(options.headers)]).toEqual([404, readable]);
    await bedrock.close();
  });
});
