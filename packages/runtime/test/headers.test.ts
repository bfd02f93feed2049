// Which headers a request has, and which are refused before it is sent.
import { describe, expect, test } from 'vitest';
import { converse, type HeaderValues } from '../src/index.ts';
import { ok, request, setUp } from './answered-client.ts';

describe('headers', () => {
  test('of the call win over those of the client, those over the operation, in whatever spelling', async () => {
    const { client, sent } = setUp(
      {
        headers: () => Promise.resolve({ 'X-One': 'client', 'x-two': 'client', 'X-Gone': undefined }),
        userAgent: 'kit/1.0',
      },
      ok(),
    );
    const headers = { 'x-ONE': 'call', 'User-Agent': 'app/2', 'x-none': null } as unknown as HeaderValues; // JavaScript may say null
    await converse(client, request, { headers });
    expect(sent()).toEqual([
      {
        'content-type': 'application/json',
        'x-one': 'call',
        'x-two': 'client',
        'user-agent': 'app/2 kit/1.0',
      },
    ]);
  });

  test('are asked for at each call', async () => {
    let count = 0;
    const { client, sent } = setUp({ headers: () => ({ 'x-count': String(++count) }) }, ok(), ok());
    await converse(client, request);
    await converse(client, request);
    expect(sent().map((headers) => headers['x-count'])).toEqual(['1', '2']);
  });

  test('of a call are those of its time, though the same object is then filled for the next call', async () => {
    const { client, sent } = setUp({}, ok(), ok());
    const headers: Record<string, string> = {};
    const calls = ['a', 'b'].map((tenant) => {
      headers['x-tenant'] = tenant;
      return converse(client, request, { headers });
    });
    await Promise.all(calls);
    expect(sent().map((each) => each['x-tenant'])).toEqual(['a', 'b']);
  });

  test('that cannot be sent are refused without quoting their value', async () => {
    const { client, calls } = setUp({});
    await expect(converse(client, request, { headers: { 'x-token': 'TOP\nSECRET' } })).rejects.toMatchObject({
      code: 'InvalidRequest',
      message:
        'header x-token: expected Latin-1 without line breaks and control characters, found other characters',
    });
    expect(calls).toEqual([]);
  });

  test.each([
    [
      'of a name that is none',
      { headers: { 'my header': 'x' } },
      /^header my header: expected a name of RFC 9110, found another$/,
    ],
    [
      'with a number for its name',
      { headers: [[5, 'x']] as unknown as HeaderValues },
      /^header 5: expected a name of RFC 9110, found another$/,
    ],
    [
      'with nothing for its name',
      { headers: [[undefined, 'x']] as unknown as HeaderValues },
      /^header undefined: expected a name of RFC 9110, found another$/,
    ],
    ['without a name', { headers: { '': 'x' } }, /^header : expected a name of RFC 9110, found another$/],
    [
      'user-agent, from userAgent',
      { userAgent: 'приложение/1.0' },
      /^header user-agent: expected Latin-1 without line breaks and control characters, found other characters$/,
    ],
  ])('%s is refused before anything is sent', async (_, settings, message) => {
    const { client, calls } = setUp(settings);
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'InvalidRequest',
      isRetryable: false,
      message: expect.stringMatching(message) as string,
    });
    expect(calls).toEqual([]);
  });
});
