// What must hold of a message on its own: it is decoded, encoded and told what it is.
import { decodeMessage, encodeMessage, type MessageHeaderValue, readEvent } from '../../src/index.ts';
import { codeOf, type ConformanceList, equal } from './checks.ts';
import { bytesOf, hexOf } from './hex.ts';
import { allTypes, bytesFrom, delta, empty } from './samples.ts';

export const messages: ConformanceList = [
  [
    'a published message is decoded',
    () => {
      const message = decodeMessage(bytesOf(delta));
      equal(
        Object.entries(message.headers).map(([name, { value }]) => [name, value]),
        [
          [':event-type', 'contentBlockDelta'],
          [':content-type', 'application/json'],
          [':message-type', 'event'],
        ],
      );
      equal(
        new TextDecoder().decode(message.body),
        '{"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abcd"}',
      );
    },
  ],
  [
    'a published message is encoded to its very bytes',
    () => {
      equal(hexOf(encodeMessage(decodeMessage(bytesOf(delta)))), delta);
      equal(hexOf(encodeMessage({})), empty);
    },
  ],
  [
    'all ten types of header survive',
    () => {
      equal(decodeMessage(encodeMessage({ headers: allTypes })).headers, allTypes);
    },
  ],
  ...[0, 1, 7, 8, 9, 191, 192, 255, 256, 257, 4096, 1_048_576].map(
    (size) =>
      [
        `a body of ${size} bytes survives`,
        () => {
          const body = bytesFrom(size);
          const { body: decoded } = decodeMessage(encodeMessage({ headers: allTypes, body }));
          equal(decoded.length, size);
          equal(
            decoded.findIndex((byte, at) => byte !== body[at]),
            -1,
          );
        },
      ] as const,
  ),
  [
    'half a surrogate pair is refused, not replaced',
    () => {
      equal(
        codeOf(() => encodeMessage({ headers: { x: { type: 'string', value: '\ud800' } } })),
        'header-value',
      );
    },
  ],
  [
    'an event, an exception and an error are told apart',
    () => {
      const event = (headers: Record<string, string>): unknown[] => {
        const message = encodeMessage({ headers: stringsOf(headers) });
        const read = readEvent(decodeMessage(message));
        return read.type === 'error' ? [read.type, read.code, read.message] : [read.type, read.name];
      };
      equal(event({ ':message-type': 'event', ':event-type': 'x' }), ['event', 'x']);
      equal(event({ ':message-type': 'exception', ':exception-type': 'y' }), ['exception', 'y']);
      equal(event({ ':message-type': 'error', ':error-code': 'z', ':error-message': 'no' }), [
        'error',
        'z',
        'no',
      ]);
    },
  ],
];

function stringsOf(headers: Record<string, string>): Record<string, MessageHeaderValue> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }]),
  );
}
