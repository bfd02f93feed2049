// Any bytes and any JSON, the words of requests among its names.
import fc from 'fast-check';

export const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));

const word = fc.constantFrom(
  ...[
    'text',
    'role',
    'user',
    'content',
    'messages',
    'image',
    'bytes',
    'source',
    'toolUse',
    'input',
    'json',
    'format',
  ],
);

export const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, fc.string()), tie('value'), { maxKeys: 4 }),
  ),
})).value;
