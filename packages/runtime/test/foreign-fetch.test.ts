// What may come from a fetch that is not the platform's own, and what is said of one that breaks its contract.
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { converse, converseStream, fullJitter } from '../src/index.ts';
import { ok, refused, request, setUp } from './answered-client.ts';
import { answer, bytesOf, eventStreamType, json, streamResponse } from './far-side.ts';

describe('a fetch that is none', () => {
  const frames = () => bytesOf(answer('Hello'));
  /** Looks like a Response whose body is `body`. */
  const like = (response: Response, body: unknown): Response =>
    Object.defineProperty(response, 'body', { value: body });
  const streamHeaders = { headers: { 'content-type': eventStreamType } };

  test('may give a stream of Node, as node-fetch does: a stream of events and an error are read out of it', async () => {
    const refusal = refused('ValidationException', { status: 400 });
    const { client } = setUp(
      {},
      like(new Response(null, streamHeaders), Readable.from([Buffer.from(frames())])),
      like(refusal, Readable.from([Buffer.from('{"message":"No."}')])),
    );
    const names: string[] = [];
    for await (const event of await converseStream(client, request)) names.push(...Object.keys(event));
    expect(names).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockStop',
      'messageStop',
      'metadata',
    ]);
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'No.',
    });
  });

  test('closes a stream of Node that is left early', async () => {
    const body = Readable.from([Buffer.from(frames()), Buffer.from('more')]);
    const { client } = setUp({}, like(new Response(null, streamHeaders), body));
    for await (const event of await converseStream(client, request)) {
      expect(Object.keys(event)).toEqual(['messageStart']);
      break;
    }
    expect(body.destroyed).toBe(true);
  });

  test.each([
    ['nothing', undefined, 'an unread Response, found undefined'],
    ['a text', '{}', 'an unread Response, found string'],
    [
      'a mock without Headers',
      { ok: true, status: 200, json: () => ({}) },
      'an unread Response, found object',
    ],
  ])('that gives %s is told of, and not called again', async (_, given, message) => {
    const call = (operation: typeof converse | typeof converseStream) =>
      operation(setUp({ retry: fullJitter() }, () => given as unknown as Response).client, request);
    const refusal = { code: 'InvalidRequest', message: `fetch: expected ${message}` };
    await expect(call(converse)).rejects.toMatchObject(refusal);
    await expect(call(converseStream)).rejects.toMatchObject(refusal);
  });

  test.each(['text', 'clone'] as const)(
    'that has read the answer by %s() is told of, unless it read a clone',
    async (how) => {
      const logged = async (response: Response): Promise<Response> => {
        await (how === 'text' ? response : response.clone()).text();
        return response;
      };
      const { client } = setUp(
        {},
        () => logged(ok()),
        () => logged(streamResponse([frames()])),
      );
      const outcomes = await Promise.allSettled([
        converse(client, request),
        converseStream(client, request).then((stream) => stream.cancel()),
      ]);
      const refusal = {
        status: 'rejected',
        reason: {
          message: 'fetch: expected an unread Response, found one that was read: read a clone()',
        },
      };
      expect(outcomes).toMatchObject(
        how === 'text' ? [refusal, refusal] : [{ status: 'fulfilled' }, { status: 'fulfilled' }],
      );
    },
  );

  test('that has read an error leaves its code and status', async () => {
    const { client } = setUp({}, async () => {
      const response = refused('ThrottlingException', { status: 429 });
      await response.text();
      return response;
    });
    await expect(converse(client, request)).rejects.toMatchObject({
      code: 'ThrottlingException',
      statusCode: 429,
      isRetryable: true,
      message: 'The server answered with status 429 and no message.',
    });
  });

  test('that streams nothing, as that of React Native, reads whole answers and errors, and says why it has no events', async () => {
    const { client } = setUp(
      {},
      like(json({ output: {} }), undefined),
      like(refused('ValidationException', { status: 400 }), undefined),
      like(new Response(null, streamHeaders), undefined),
    );
    expect((await converse(client, request)).body).toEqual({ output: {} });
    await expect(converse(client, request)).rejects.toMatchObject({ message: 'ValidationException' });
    await expect(converseStream(client, request)).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: 'fetch: expected a Response with a body to stream, found one without',
    });
  });
});
