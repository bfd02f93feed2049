// What must hold of a decoder: it takes chunks cut anywhere, and refuses what is damaged, torn, too long or of another format.
import { decodeMessage, encodeMessage, EventStreamDecoder, type Message } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { codeOf, type ConformanceList, equal } from './checks.ts';
import { bytesOf } from './hex.ts';
import { bytesFrom, delta, empty } from './samples.ts';

export const decoder: ConformanceList = [
  [
    'a stream may be cut anywhere',
    () => {
      const stream = bytesOf(delta + empty + delta);
      const expected = [bytesOf(delta), bytesOf(empty), bytesOf(delta)].map((message) =>
        decodeMessage(message),
      );
      for (let cut = 0; cut <= stream.length; cut++) {
        const decoder = new EventStreamDecoder();
        const messages = [...decoder.push(stream.subarray(0, cut)), ...decoder.push(stream.subarray(cut))];
        decoder.end();
        equal(messages, expected);
      }
    },
  ],
  [
    'a stream may come byte by byte',
    () => {
      const decoder = new EventStreamDecoder();
      const messages: Message[] = [];
      for (const byte of bytesOf(delta + empty)) messages.push(...decoder.push(Uint8Array.of(byte)));
      decoder.end();
      equal(messages, [decodeMessage(bytesOf(delta)), decodeMessage(bytesOf(empty))]);
    },
  ],
  [
    'no flipped bit goes unnoticed',
    () => {
      const message = bytesOf(delta);
      for (let bit = 0; bit < message.length * 8; bit++) {
        const damaged = message.slice();
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const expected = bit >> 3 < 12 ? 'prelude-checksum' : 'message-checksum';
        equal(
          codeOf(() => new EventStreamDecoder().push(damaged)),
          expected,
        );
      }
    },
  ],
  [
    'a flipped bit is noticed in headers that came before',
    () => {
      const message = bytesOf(delta);
      for (let at = 12; at < 99; at++) {
        const decoder = new EventStreamDecoder();
        decoder.push(message);
        decoder.push(message);
        const damaged = message.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        equal(
          codeOf(() => decoder.push(damaged)),
          'message-checksum',
        );
      }
    },
  ],
  [
    'a torn message is refused at the end',
    () => {
      const decoder = new EventStreamDecoder();
      decoder.push(bytesOf(delta).subarray(0, 100));
      const error = caught(() => {
        decoder.end();
      });
      equal([error.code, error.offset, error.found, error.expected], ['truncated', 100, 100, 159]);
    },
  ],
  [
    'a failed decoder stays failed',
    () => {
      const decoder = new EventStreamDecoder();
      equal(
        codeOf(() => decoder.push(new Uint8Array(12).fill(1))),
        'prelude-checksum',
      );
      equal(
        codeOf(() => decoder.push(bytesOf(delta))),
        'prelude-checksum',
      );
    },
  ],
  ...[
    ['<!DOCTYPE html>', 'HTML or XML'],
    ['{"message":"no"}', 'JSON'],
    ['data: {"x":1}\n\n', 'server-sent events'],
  ].map(
    ([body = '', format]) =>
      [
        `${format} is named where an event stream is expected`,
        () => {
          const error = caught(() => new EventStreamDecoder().push(new TextEncoder().encode(body)));
          equal([error.code, error.found], ['not-event-stream', format]);
        },
      ] as const,
  ),
  [
    'a message longer than the limit is refused by its prelude alone',
    () => {
      const message = encodeMessage({ body: bytesFrom(1000) });
      const decoder = new EventStreamDecoder({ maxMessageBytes: 1015 });
      equal(
        codeOf(() => decoder.push(message.subarray(0, 12))),
        'message-length',
      );
    },
  ],
];
