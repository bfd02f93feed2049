import { runInNewContext } from 'node:vm';
import { converseRequestBlobs, countTokensRequestBlobs } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialize } from '../src/serialize.ts';

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const written = (value: object): unknown => JSON.parse(text(serialize(value, converseRequestBlobs)));
const user = (...content: unknown[]) => ({ messages: [{ role: 'user', content }] });

describe('a request without bytes', () => {
  test('is what JSON.stringify writes', () => {
    const request = {
      ...user({ text: 'hi é "quoted" \u2028' }),
      inferenceConfig: { maxTokens: 10, topP: undefined },
    };
    expect(text(serialize(request, converseRequestBlobs))).toBe(JSON.stringify(request));
  });

  test('keeps null in a document and { base64 } in the input of a tool', () => {
    const request = user({
      toolUse: {
        toolUseId: 't',
        name: 'n',
        input: { base64: 'not a blob', bytes: { base64: 'x' }, none: null },
      },
    });
    expect(written({ ...request, additionalModelRequestFields: { base64: 'x' } })).toEqual({
      ...request,
      additionalModelRequestFields: { base64: 'x' },
    });
  });
});

describe('what JSON would lose', () => {
  const late = Promise.resolve({ thinking: { type: 'enabled' } });

  test.each([
    ['additionalModelRequestFields', late],
    ['messages', late],
    ['inputText', runInNewContext('Promise.resolve(1)') as unknown],
    ['schemaVersion', NaN],
  ])('is refused: a promise, or NaN, as %s', (name, value) => {
    expect(() => serialize({ [name]: value, system: [] }, converseRequestBlobs)).toThrow(
      expect.objectContaining({
        code: 'InvalidRequest',
        message: `${name}: expected JSON, found ${String(value)}`,
      }) as Error,
    );
  });

  test.each<unknown>([Number('ten'), Infinity, -Infinity, late])(
    'is refused in the parameters: %s',
    (maxTokens) => {
      const image = { format: 'png', source: { bytes: new Uint8Array(3) } };
      expect(() =>
        serialize({ ...user({ image }), inferenceConfig: { maxTokens } }, converseRequestBlobs),
      ).toThrow(`maxTokens: expected JSON, found ${String(maxTokens)}`);
    },
  );

  test('is left to JSON in the result of a tool, which is whatever the tool has returned', () => {
    const request = user({ toolResult: { toolUseId: 't', content: [{ json: { average: 0 / 0, late } }] } });
    expect(text(serialize(request, converseRequestBlobs))).toBe(JSON.stringify(request));
  });

  test('is no schema with a member that is named then', () => {
    const request = { outputSchema: { if: {}, then: { const: 1 } } };
    expect(text(serialize(request, converseRequestBlobs))).toBe(JSON.stringify(request));
  });
});

describe('what has a toJSON is written by it, as messages of a database are', () => {
  class Message {
    readonly loaded = Promise.resolve();
    readonly #content: readonly object[];
    constructor(...content: readonly object[]) {
      this.#content = content;
    }
    toJSON() {
      return { role: 'user', content: this.#content };
    }
  }
  const image = { format: 'png', source: { bytes: new Uint8Array(3) } };

  test('alone, and beside bytes and around them', () => {
    expect(written({ messages: [new Message({ text: 'hi' })] })).toEqual(user({ text: 'hi' }));
    const plain = { role: 'user', content: [{ image }] };
    expect(written({ messages: [new Message({ image }), plain] })).toEqual(
      written({ messages: [plain, plain] }),
    );
  });

  test('whatever else is in it', () => {
    expect(written(new Message())).toEqual({ role: 'user', content: [] });
  });

  test('and where that throws, the request is refused', () => {
    const broken = {
      toJSON() {
        throw new Error('not loaded');
      },
    };
    for (const request of [broken, { messages: [broken] }]) {
      expect(() => written(request)).toThrow('The request has no JSON form: not loaded');
    }
  });
});

describe('bytes', () => {
  test('that are null, as JavaScript may have it, are left for the service to refuse', () => {
    const request = user({ image: { format: 'png', source: { bytes: null } } });
    expect(written(request)).toEqual(request);
  });

  test.each([
    [new Uint8Array([]), ''],
    [new Uint8Array([97]), 'YQ=='],
    [new Uint8Array([97, 98]), 'YWI='],
    [new Uint8Array([97, 98, 99]), 'YWJj'],
    [new Uint8Array([251, 239, 190, 255]), '++++/w=='],
    [new Uint8Array([0, 97, 98, 99, 0]).subarray(1, 4), 'YWJj'],
    [{ base64: 'YWJj' }, 'YWJj'],
    [Buffer.from('abc'), 'YWJj'],
    // Of another realm, as jsdom and sandboxes have them.
    [runInNewContext('new Uint8Array([0, 97, 98, 99]).subarray(1)') as Uint8Array, 'YWJj'],
  ])('become base64: %#', (bytes, base64) => {
    expect(written(user({ image: { format: 'png', source: { bytes } } }))).toEqual(
      user({ image: { format: 'png', source: { bytes: base64 } } }),
    );
  });

  // AWS's own client makes base64 of it, whatever it is.
  test('that come as text are refused, since it could be base64 and could be what base64 is to be made of', () => {
    const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31' });
    expect(() => serialize({ input: { invokeModel: { body } } }, countTokensRequestBlobs)).toThrow(
      'input.invokeModel.body: expected Uint8Array or { base64 }, found string',
    );
  });

  test.each([new ArrayBuffer(3), new DataView(new ArrayBuffer(3)), { type: 'Buffer', data: [1] }, {}])(
    'are refused as another object: %#',
    (bytes) => {
      expect(() => written(user({ image: { format: 'png', source: { bytes } } }))).toThrow(
        'messages[0].content[0].image.source.bytes: expected Uint8Array or { base64 }, found another object',
      );
    },
  );

  test('stand in every place that AWS has for them, among members that are text', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const media = (source: unknown) => [
      { image: { format: 'png', source } },
      { document: { name: 'é', format: 'pdf', source } },
      { video: { format: 'mp4', source } },
    ];
    const request = (source: unknown, redactedContent: unknown) => ({
      system: [{ text: 's' }, { guardContent: { image: { format: 'png', source } } }],
      ...user(
        { text: 'a' },
        ...media(source),
        { audio: { format: 'mp3', source } },
        {
          toolResult: { toolUseId: 't', content: [{ json: { a: 1 } }, ...media(source)], status: 'success' },
        },
        { guardContent: { image: { format: 'png', source } } },
        { reasoningContent: { redactedContent } },
      ),
      inferenceConfig: { maxTokens: 1 },
    });
    expect(written(request({ bytes }, bytes))).toEqual(request({ bytes: 'AQID' }, 'AQID'));
    const counted = serialize({ input: { invokeModel: { body: bytes } } }, countTokensRequestBlobs);
    expect(JSON.parse(text(counted))).toEqual({ input: { invokeModel: { body: 'AQID' } } });
  });

  test('leave out members that are undefined', () => {
    expect(
      written({
        ...user({ image: { error: undefined, source: { bytes: { base64: 'YQ==' } } } }),
        system: undefined,
      }),
    ).toEqual(user({ image: { source: { bytes: 'YQ==' } } }));
  });

  test.each(['YQ=="},"x":"', 'YQ\\u0041', 'YQ==\nYQ==', 'data:é', '\u0122'])(
    'that are no base64 cannot leave their string: %j',
    (base64) => {
      expect(() =>
        serialize(user({ text: 'a' }, { image: { source: { bytes: { base64 } } } }), converseRequestBlobs),
      ).toThrow(
        expect.objectContaining({
          code: 'InvalidRequest',
          message:
            'messages[0].content[1].image.source.bytes.base64: expected bare base64 without a data: prefix, found other characters',
        }) as Error,
      );
    },
  );

  test('are written as Buffer would write them, whatever stands around', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'grapheme' }))),
        (items) => {
          const blocks = (encode: (bytes: Uint8Array) => unknown) =>
            items.map((item) =>
              typeof item === 'string' ? { text: item } : { video: { source: { bytes: encode(item) } } },
            );
          const request = user(...blocks((bytes) => bytes));
          const expected = user(...blocks((bytes) => Buffer.from(bytes).toString('base64')));
          expect(text(serialize(request, converseRequestBlobs))).toBe(JSON.stringify(expected));
        },
      ),
    );
  });
});

test.each([
  ['a bigint', { additionalModelRequestFields: { a: 1n } }],
  [
    'a cycle',
    (() => {
      const cycle: Record<string, unknown> = {};
      cycle['self'] = cycle;
      return { additionalModelRequestFields: cycle };
    })(),
  ],
])('%s is refused', (_, request) => {
  expect(() => serialize(request, converseRequestBlobs)).toThrow(
    expect.objectContaining({
      code: 'InvalidRequest',
      message: expect.stringMatching(/^The request has no JSON form: /) as string,
    }) as Error,
  );
});
