// What InvokeModelWithResponseStream makes of the chunks of a stream.
import { describe, expect, test } from 'vitest';
import { event, exception, streamResponse } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';

describe('invokeModelWithResponseStream', () => {
  const chunk = (json: string) =>
    event('chunk', { bytes: Buffer.from(json).toString('base64'), p: 'abcdefgh' });

  test('gives the JSON in each chunk', async () => {
    const { runtime } = setUp(
      streamResponse(
        [chunk('{"type":"a","text":"é"}'), event('chunk', {}), event('future', {}), chunk('[1]')],
        {
          'x-amzn-bedrock-content-type': 'application/json',
          'x-amzn-bedrock-service-tier': 'flex',
        },
      ),
    );
    const stream = await runtime.invokeModelWithResponseStream({ modelId: 'm', body: {} });
    expect([stream.contentType, stream.performanceConfigLatency, stream.serviceTier]).toEqual([
      'application/json',
      undefined,
      'flex',
    ]);
    const events = [];
    for await (const each of stream) events.push(each);
    expect(events).toEqual([{ type: 'a', text: 'é' }, [1]]);
  });

  test.each([
    [
      'an exception',
      exception('modelTimeoutException', '{"message":"too slow"}'),
      { code: 'ModelTimeoutException', statusCode: 408 },
    ],
    [
      'an exception that says that it is an event',
      event('throttlingException', { message: 'slow down' }),
      { code: 'ThrottlingException', statusCode: 429, message: 'slow down', isRetryable: true },
    ],
    ['a chunk that is no JSON', chunk('{'), { code: 'MalformedStream' }],
    ['a chunk that is no base64', event('chunk', { bytes: '%' }), { code: 'MalformedStream' }],
  ])('fails with %s', async (_, frame, error) => {
    const { runtime } = setUp(streamResponse([frame]));
    const batches = (await runtime.invokeModelWithResponseStream({ modelId: 'm' })).batches();
    await expect(batches.next()).rejects.toMatchObject(error);
  });
});
