// Faults that come in place of the answer: errors of AWS, pages of a proxy, another clock, a late beginning.
import { expect, it, vi } from 'vitest';
import { modelId as signedModelId, startBench, runtime } from '../aws-clients.ts';
import { asking, errorOf, openBedrock, urlOf } from '../in-process.ts';
import { shown, whole } from './faulty-answers.ts';
import { arrivalOf } from './held-time.ts';

export function replacedAnswers(): void {
  it('error: any code, with its own status, message and retry-after', async () => {
    const response = await whole({
      kind: 'error',
      code: 'ModelNotReadyException',
      message: 'wait',
      retryAfter: 2,
    });
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('x-amzn-errortype')).toMatch(
      /^ModelNotReadyException:http:\/\/internal\.amazon\.com\/coral\//,
    );
    expect(await errorOf(response)).toMatchObject({ status: 429, message: 'wait' });
    const custom = await whole({ kind: 'error', code: 'Novel', status: 418 });
    expect(await errorOf(custom)).toMatchObject({ status: 418, type: 'Novel' });
  });

  it('error: with the status of the service, which for Rerank is another one than for Bedrock Runtime', async () => {
    const local = openBedrock({ faults: [{ kind: 'error', code: 'ConflictException' }] });
    const statuses = [urlOf('converse'), 'http://bedrock/rerank'].map(
      async (url) => (await local.fetch(url, asking('hi'))).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 409]);
  });

  it('throttle: the n-th call alone', async () => {
    shown.add('throttle');
    const local = openBedrock({ faults: [{ kind: 'throttle', when: { call: 2 } }] });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      statuses.push((await local.fetch(urlOf('converse'), asking('echo hi'))).status);
    }
    expect(statuses).toEqual([200, 429, 200]);
    expect(local.requests.map(({ error }) => error?.code)).toEqual([
      undefined,
      'ThrottlingException',
      undefined,
    ]);
  });

  it('capital-message: the message stands under Message', async () => {
    const response = await whole({ kind: 'capital-message', message: 'no' });
    expect([response.status, await response.json()]).toEqual([403, { Message: 'no' }]);
    const throttled = await whole({ kind: 'capital-message', code: 'ThrottlingException' });
    expect([throttled.status, await throttled.json()]).toEqual([
      429,
      { Message: 'ThrottlingException, as a fault asked.' },
    ]);
    for (const code of [undefined, 'AccessDeniedException']) {
      const denied = await whole({ kind: 'capital-message', code });
      expect([denied.status, await denied.json()]).toEqual([
        403,
        { Message: 'User is not authorized to perform this action.' },
      ]);
    }
  });

  it('expired-token: the first call is refused, the next is let in', async () => {
    shown.add('expired-token');
    const local = openBedrock({ faults: [{ kind: 'expired-token' }] });
    const first = await local.fetch(urlOf('converse'), asking('echo hi'));
    expect(await errorOf(first)).toEqual({
      status: 403,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
      hint: null,
    });
    expect((await local.fetch(urlOf('converse'), asking('echo hi'))).status).toBe(200);
  });

  it('coral-200: the body of an unknown operation under status 200', async () => {
    const response = await whole({ kind: 'coral-200' });
    expect([response.status, await response.json()]).toEqual([
      200,
      { Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' },
    ]);
  });

  it('proxy-html: a page of a proxy, with no header of AWS but those of every reply', async () => {
    const response = await whole({ kind: 'proxy-html', status: 504 });
    expect([response.status, response.headers.get('content-type')]).toEqual([504, 'text/html']);
    expect(await response.text()).toMatch(/^<html>[^]*504[^]*<\/html>\r\n$/);
  });

  it('clock-skew: the server tells another time and measures signatures by it', async () => {
    vi.useRealTimers();
    shown.add('clock-skew');
    const bench = await startBench({ faults: [{ kind: 'clock-skew', seconds: 3600 }] });
    const command = () =>
      new runtime.ConverseCommand({
        modelId: signedModelId,
        messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
      });
    await expect(bench.client('HTTP/1.1').send(command())).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringMatching(/^Signature expired: /) as string,
    });
    // AWS's client takes the time from the date header and signs again.
    const answer = await bench
      .client('HTTP/1.1', { maxAttempts: 3, disableClockSkewCorrection: false })
      .send(command());
    expect(answer.$metadata.attempts).toBeGreaterThan(1);
    const dates = bench.local.requests.map(({ status }) => status);
    expect(dates).toEqual([403, 403, 200]);
    await bench.close();
  });

  it('slow-start: the answer begins late', async () => {
    const answer = whole({ kind: 'slow-start', ms: 5000 });
    expect(await arrivalOf(answer)).toBe(5000);
    expect((await answer).status).toBe(200);
  });
}
