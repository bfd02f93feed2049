// Streams that end with an error: dropped connections, failures of the transport, exceptions that come as events.
import type { ConverseStreamOutput } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { createStreamMapper } from '../../src/index.ts';
import { contextFor, delta, finish, messageStop, numbered, read, start } from '../messages.ts';

describe('a stream that is not as it should be', () => {
  it('an end before messageStop is an error that may be retried, after the open text is closed and without the half call', () => {
    expect(
      read([
        delta(0, { text: 'half' }),
        start(1, { toolUse: { toolUseId: 't', name: 'x' } }),
        delta(1, { toolUse: { input: '{"a' } }),
      ]),
    ).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'half' },
      { type: 'tool-input-start', id: 't', toolName: 'x' },
      { type: 'tool-input-delta', id: 't', delta: '{"a' },
      { type: 'text-end', id: '0' },
      { type: 'tool-input-end', id: 't' },
      {
        type: 'error',
        error: {
          code: 'IncompleteStream',
          message:
            'The stream ended before messageStop, so the answer is incomplete: send the request again.',
          isRetryable: true,
        },
      },
      finish('error'),
    ]);
  });

  it('half a picture, and half a result of a tool, is left out', () => {
    const pieces = [
      start(0, { image: { format: 'png' } }),
      delta(0, { image: { source: { bytes: 'AAEC' } } }),
      start(1, { toolResult: { toolUseId: 's' } }),
      delta(1, { toolResult: [{ text: 'a' }] }),
    ];
    expect(read(pieces).map(({ type }) => type)).toEqual(['error', 'finish']);
    expect(read([...pieces, messageStop()]).map(({ type }) => type)).toEqual(['file', 'custom', 'finish']);
  });

  it('an exception behind messageStop ends the stream, once', () => {
    const events = [messageStop(), { throttlingException: { message: 'slow down' } }];
    expect(read(events).map(({ type }) => type)).toEqual(['error', 'finish']);
  });

  it('nothing at all is an error too', () => {
    expect(read([]).map(({ type }) => type)).toEqual(['error', 'finish']);
  });

  it('fail() closes what is open, gives the error as it is, and ends the stream for good', () => {
    const mapper = createStreamMapper(numbered(contextFor()));
    mapper.push(delta(0, { reasoningContent: { text: 'r', signature: 'half' } }) as ConverseStreamOutput);
    const error = new Error('socket hang up');
    expect(mapper.fail(error)).toEqual([
      { type: 'reasoning-end', id: '0' },
      { type: 'error', error },
      finish('error'),
    ]);
    expect(mapper.push(delta(0, { text: 'late' }) as ConverseStreamOutput)).toEqual([]);
    expect([...mapper.end(), ...mapper.fail(error)]).toEqual([]);
  });

  it.each([
    [
      { throttlingException: { message: 'slow down' } },
      { code: 'ThrottlingException', message: 'slow down', statusCode: 429, isRetryable: true },
    ],
    [
      { validationException: { message: 'bad' } },
      { code: 'ValidationException', message: 'bad', statusCode: 400, isRetryable: false },
    ],
    [
      { modelTimeoutException: {} },
      {
        code: 'ModelTimeoutException',
        message: 'ModelTimeoutException',
        statusCode: 408,
        isRetryable: false,
      },
    ],
    [
      { ThrottlingException: { Message: 'x' } },
      { code: 'ThrottlingException', message: 'x', statusCode: 429, isRetryable: true },
    ],
    [
      // The other members of the union, as AWS's own client gives them.
      { internalServerException: undefined, throttlingException: { message: 'slow down' } },
      { code: 'ThrottlingException', message: 'slow down', statusCode: 429, isRetryable: true },
    ],
    [
      { modelErrorException: { message: 'too long', originalStatusCode: 400 } },
      { code: 'ModelErrorException', message: 'too long', statusCode: 424, isRetryable: false },
    ],
    [
      { somethingNewError: null, x: 1 },
      { code: 'SomethingNewError', message: 'SomethingNewError', isRetryable: false },
    ],
    [
      { somethingNewException: null },
      { code: 'SomethingNewException', message: 'SomethingNewException', isRetryable: false },
    ],
  ])('an exception as an event, of any name and case: %j', (event, error) => {
    expect(read([delta(0, { text: 'a' }), event, delta(0, { text: 'late' })]).slice(2)).toEqual([
      { type: 'text-end', id: '0' },
      { type: 'error', error },
      finish('error'),
    ]);
  });
});
