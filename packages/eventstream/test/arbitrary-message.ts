// Any message that the format allows, for properties.
import fc from 'fast-check';
import type { Message, MessageHeaderValue } from '../src/index.ts';

// "Half a surrogate pair" has no UTF-8 and is refused, so it is not among the strings here.
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

// `noNullPrototype`: what is decoded has the usual prototype, and is compared strictly.
function tagged<Type extends string, Value>(
  type: Type,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<{ type: Type; value: Value }> {
  return fc.record({ type: fc.constant(type), value }, { noNullPrototype: true });
}

const headerValue: fc.Arbitrary<MessageHeaderValue> = fc.oneof(
  tagged('boolean', fc.boolean()),
  tagged('byte', fc.integer({ min: -128, max: 127 })),
  tagged('short', fc.integer({ min: -32_768, max: 32_767 })),
  tagged('integer', fc.integer()),
  tagged('long', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  tagged('binary', fc.uint8Array({ maxLength: 300 })),
  tagged('string', text),
  tagged('timestamp', fc.date({ noInvalidDate: true })),
  tagged('uuid', fc.uuid()),
);

const headerName = fc.oneof(
  fc.constantFrom(':message-type', ':event-type', ':content-type', '__proto__', 'constructor', 'toString'),
  text.filter((name) => name.length > 0 && new TextEncoder().encode(name).length <= 255),
);

const body = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  // Beyond what one chunk of a network holds.
  fc.integer({ min: 1000, max: 200_000 }).map((length) => new Uint8Array(length).map((_, at) => at * 31)),
);

/** Any message. */
export const message: fc.Arbitrary<Message> = fc.record(
  {
    headers: fc
      .uniqueArray(fc.tuple(headerName, headerValue), { maxLength: 8, selector: ([name]) => name })
      // `fromEntries` defines its properties, so that __proto__ is one like any other.
      .map((entries) => Object.fromEntries(entries)),
    body,
  },
  { noNullPrototype: true },
);
