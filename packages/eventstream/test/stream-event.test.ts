import { describe, expect, test } from 'vitest';
import { decodeMessage, encodeMessage, type Message, readEvent } from '../src/index.ts';
import { caught } from './caught.ts';
import { strings, utf8 } from './sample-messages.ts';

const messageOf = (headers: Record<string, string>, body = ''): Message =>
  decodeMessage(encodeMessage({ headers: strings(headers), body: utf8(body) }));

test('an event has its name and payload', () => {
  const message = messageOf({ ':event-type': 'chunk', ':message-type': 'event' }, '{"bytes":""}');
  expect(readEvent(message)).toEqual({
    type: 'event',
    name: 'chunk',
    payload: utf8('{"bytes":""}'),
    headers: message.headers,
  });
});

test('an exception of the model has its name and payload', () => {
  const message = messageOf(
    { ':exception-type': 'throttlingException', ':message-type': 'exception' },
    '{"message":"slow down"}',
  );
  expect(readEvent(message)).toEqual({
    type: 'exception',
    name: 'throttlingException',
    payload: utf8('{"message":"slow down"}'),
    headers: message.headers,
  });
});

// https://github.com/awsdocs/amazon-transcribe-developer-guide/issues/14
test('an exception that Transcribe sent over its WebSocket is read', () => {
  const frame = Buffer.from(
    '\0\0\0\xa3\0\0\0ah\x10k\xe1' +
      '\x0f:exception-type\x07\0\x13BadRequestException' +
      '\r:content-type\x07\0\x10application/json' +
      '\r:message-type\x07\0\texception' +
      '{"Message":"Unexpected WebSocket frame received."}\xbd\xceK\x8a',
    'latin1',
  );
  expect(readEvent(decodeMessage(frame))).toEqual({
    type: 'exception',
    name: 'BadRequestException',
    payload: utf8('{"Message":"Unexpected WebSocket frame received."}'),
    headers: strings({
      ':exception-type': 'BadRequestException',
      ':content-type': 'application/json',
      ':message-type': 'exception',
    }),
  });
});

test('an error outside of the model has its code and message', () => {
  const message = messageOf({
    ':message-type': 'error',
    ':error-code': 'InternalError',
    ':error-message': 'boom',
  });
  expect(readEvent(message)).toEqual({
    type: 'error',
    code: 'InternalError',
    message: 'boom',
    headers: message.headers,
  });
});

test('an error that says nothing is still an error', () => {
  expect(readEvent(messageOf({ ':message-type': 'error' }))).toMatchObject({
    type: 'error',
    code: '',
    message: '',
  });
});

describe('a message that does not say what it is', () => {
  test.each([{}, { ':event-type': 'x' }, { ':message-type': 'Event' }, { ':message-type': '' }])(
    '%o',
    (headers) => {
      const found: unknown =
        Object.entries(headers).find(([name]) => name === ':message-type')?.[1] ?? 'nothing';
      expect(caught(() => readEvent(messageOf(headers)))).toMatchObject({
        code: 'message-type',
        header: ':message-type',
        expected: 'event, exception or error',
        found,
      });
    },
  );

  test('is one whose :message-type is no string', () => {
    const message = decodeMessage(
      encodeMessage({ headers: { ':message-type': { type: 'boolean', value: true } } }),
    );
    expect(caught(() => readEvent(message)).code).toBe('message-type');
  });
});

test.each([
  ['event', ':event-type'],
  ['exception', ':exception-type'],
])('an %s without a name is refused', (type, header) => {
  expect(caught(() => readEvent(messageOf({ ':message-type': type })))).toMatchObject({
    code: 'event-name',
    header,
  });
});
