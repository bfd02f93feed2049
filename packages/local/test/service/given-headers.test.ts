import { once } from 'node:events';
import { connect, type IncomingHttpHeaders } from 'node:http2';
import { describe, expect, it } from 'vitest';
import { type ModelAnswer, ServiceError } from '../../src/index.ts';
import { asking, openBedrock, urlOf } from '../in-process.ts';

/** As a recording has them. The first three the service sends, too. */
const recorded = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Date', 'Thu, 15 Jan 2026 12:00:00 GMT'],
  ['x-amzn-RequestId', 'recorded-id'],
  ['X-Novel', 'one'],
  ['x-novel', 'two'],
] as const;

const model = 'amazon.titan-embed-text-v2:0';

/** What arrives of an answer in process, over HTTP/1.1 and over HTTP/2, and the ids that the record has of them. */
async function seenOf(answer: ModelAnswer): Promise<[headers: IncomingHttpHeaders[], ids: string[]]> {
  await using local = openBedrock({ models: { '*': () => answer } });
  const { url } = await local.listen();
  const inProcess = await local.fetch(urlOf('invoke', model), asking('hi'));
  const response = await fetch(urlOf('invoke', model, url), asking('hi'));
  await response.text();
  const session = connect(url);
  const stream = session.request({ ':method': 'POST', ':path': new URL(response.url).pathname });
  stream.end(asking('hi').body);
  const [told] = (await once(stream, 'response')) as [IncomingHttpHeaders];
  await once(stream.resume(), 'close');
  session.close();
  const headers = [Object.fromEntries(inProcess.headers), Object.fromEntries(response.headers), told];
  return [headers, local.requests.map(({ requestId }) => requestId)];
}

describe('headers that a handler gives', () => {
  it.each<[string, ModelAnswer]>([
    ['an error', new ServiceError('ThrottlingException', 'slow', { headers: recorded })],
    ['a body', { body: {}, headers: recorded }],
  ])('beside %s stand in place of those of the service, whatever their case', async (_what, answer) => {
    const sent = {
      'content-type': 'application/json; charset=utf-8',
      date: 'Thu, 15 Jan 2026 12:00:00 GMT',
      'x-amzn-requestid': 'recorded-id',
      'x-novel': 'one, two',
    };
    const [headers, ids] = await seenOf(answer);
    expect(headers).toMatchObject([sent, sent, sent]);
    expect(ids).toEqual(['recorded-id', 'recorded-id', 'recorded-id']);
  });
});
