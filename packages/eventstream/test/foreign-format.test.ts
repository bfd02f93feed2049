import { expect, test } from 'vitest';
import { EventStreamDecoder } from '../src/index.ts';
import { caught } from './caught.ts';
import { concat, event, utf8 } from './sample-messages.ts';

test.each([
  ['<!DOCTYPE html><html>', 'HTML or XML'],
  ['\n  <html lang="en">', 'HTML or XML'],
  ['<?xml version="1.0"?>', 'HTML or XML'],
  ['\ufeff<html></html>', 'HTML or XML'],
  ['{"message":"The security token is invalid"}', 'JSON'],
  ['{"Output":{"__type":"x"}}', 'JSON'],
  ['[{"message":"no"}]', 'JSON'],
  ['\r\n{\r\n  "message"', 'JSON'],
  ['"an error as a string"', 'JSON'],
  ['data: {"type":"message_start"}\n\n', 'server-sent events'],
  ['event: message_start\ndata: {}\n\n', 'server-sent events'],
  [': keep-alive\n\ndata: {}\n', 'server-sent events'],
  ['id: 1\ndata: {}\n\n', 'server-sent events'],
  ['retry: 1000\n\n', 'server-sent events'],
])('%j is %s', (body, format) => {
  const error = caught(() => new EventStreamDecoder().push(utf8(body)));
  expect(error).toMatchObject({
    code: 'not-event-stream',
    offset: 0,
    expected: 'a message',
    found: format,
  });
  expect(error.message).toContain(format);
});

test('text behind messages is named, with its place', () => {
  const before = event('x', {});
  const error = caught(() => new EventStreamDecoder().push(concat(before, utf8('{"message":"late"}'))));
  expect(error).toMatchObject({ code: 'not-event-stream', offset: before.length, found: 'JSON' });
});

test('other bytes are a damaged message', () => {
  for (const first of [0, 1, 127, 128, 255])
    for (const last of [0, 9, 31, 65, 200]) {
      const bytes = Uint8Array.of(first, ...Array<number>(10).fill(200), last);
      expect(caught(() => new EventStreamDecoder().push(bytes)).code).toBe('prelude-checksum');
    }
});
