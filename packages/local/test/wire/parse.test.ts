import { Converse, operations, type Shape, type Structure } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/wire/base64.ts';
import { parseShape } from '../../src/wire/parse.ts';
import { serializeShape } from '../../src/wire/serialize.ts';

const shape: Structure = {
  type: 'structure',
  required: { blob: { type: 'blob' }, when: { type: 'timestamp' } },
  optional: {
    text: { type: 'string' },
    list: { type: 'list', member: { type: 'integer' } },
    any: { type: 'document' },
    map: { type: 'map', key: { type: 'string' }, value: { type: 'blob' } },
    one: { type: 'union', name: 'One', members: { a: { type: 'string' }, b: { type: 'blob' } } },
  },
};

describe('a value from the wire', () => {
  it('is read by its shape: bytes, dates, whole numbers, unions; nulls and unknown members are left out', () => {
    const json = {
      blob: 'AQID',
      when: '2026-01-02T03:04:05.678Z',
      text: null,
      list: [1.9, -1.9],
      any: null,
      map: { k: 'AA==', n: null },
      one: { b: 'AQ==', a: null, c: 1 },
      unknown: 1,
    };
    expect(parseShape(shape, json, '')).toEqual({
      blob: new Uint8Array([1, 2, 3]),
      when: new Date('2026-01-02T03:04:05.678Z'),
      list: [1, -1],
      any: null,
      map: { k: new Uint8Array([0]) },
      one: { b: new Uint8Array([1]) },
    });
  });

  it('of another type stays as it is, for the limits to refuse', () => {
    const json = { when: 8, text: [], list: {}, map: 'x', one: [] };
    expect(parseShape(shape, json, '')).toEqual(json);
    expect(parseShape(shape, 'no object', '')).toBe('no object');
  });

  it('keeps the unknown members of a union that has no other, so that they are named', () => {
    expect(parseShape(shape, { one: { c: 1, d: null } }, '')).toEqual({ one: { c: 1 } });
  });

  it('does not take a name of Object.prototype for a member', () => {
    const json: unknown = JSON.parse('{"__proto__": {"text": "x"}, "constructor": 1, "blob": ""}');
    expect(parseShape(shape, json, '')).toEqual({ blob: new Uint8Array(0) });
  });

  it('that is no text where bytes belong is refused by its place, in the form of the types, too', () => {
    for (const bytes of [{ base64: 'iVBORw==' }, 5, [1, 2]]) {
      const request = {
        messages: [{ role: 'user', content: [{ image: { format: 'png', source: { bytes } } }] }],
      };
      expect(() => parseShape(Converse.input, request, '')).toThrow(
        expect.objectContaining({
          code: 'SerializationException',
          message: "Value at 'messages[0].content[0].image.source.bytes' must be a base64 string",
        }),
      );
    }
  });

  it('that is no base64 is refused by its place', () => {
    const json = {
      messages: [{ role: 'user', content: [{ image: { format: 'png', source: { bytes: 'a b=' } } }] }],
    };
    expect(() => parseShape(Converse.input, json, '')).toThrow(
      expect.objectContaining({
        code: 'SerializationException',
        message: "Invalid base64 encoding at 'messages[0].content[0].image.source.bytes'",
      }) as Error,
    );
  });
});

describe('base64', () => {
  it('comes back as it went, and nothing else passes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Array.from(decodeBase64(encodeBase64(bytes)) ?? [])).toEqual(Array.from(bytes));
      }),
    );
    for (const text of ['A', 'AA', 'AAA', 'AAAAA', '====', 'AA-_', 'AA =', 'A===', '\u00e4AAA']) {
      expect([text, decodeBase64(text)]).toEqual([text, undefined]);
    }
  });

  it('of many megabytes is read', () => {
    const bytes = new Uint8Array(12_000_000).fill(7);
    expect(decodeBase64(encodeBase64(bytes))?.length).toBe(bytes.length);
  });

  it('is the same on a runtime without a Buffer', async () => {
    vi.stubGlobal('Buffer', undefined);
    // Another copy of the module, for a Buffer is looked for when it is loaded.
    const copy = '../../src/wire/base64.ts?without-buffer';
    const other = (await import(/* @vite-ignore */ copy)) as {
      decodeBase64: typeof decodeBase64;
      encodeBase64: typeof encodeBase64;
    };
    vi.unstubAllGlobals();
    for (const length of [0, 1, 2, 8192, 20_001]) {
      const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
      expect(other.encodeBase64(bytes)).toBe(encodeBase64(bytes));
      expect(other.decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    }
    expect(other.decodeBase64('AA-_')).toBeUndefined();
  });
});

describe('a value that is written and read again', () => {
  it('is the same for the shapes of every operation', () => {
    for (const { input, output } of Object.values(operations)) {
      for (const one of [input, output]) {
        fc.assert(
          fc.property(arbitraryOf(one, 0), (value) => {
            const json: unknown = JSON.parse(JSON.stringify(serializeShape(one, value)));
            expect(parseShape(one, json, '')).toEqual(value);
          }),
          { numRuns: 30 },
        );
      }
    }
  });
});

/** Any value of a shape; deep down lists and maps are empty, and optional members absent. */
function arbitraryOf(of: Shape, depth: number): fc.Arbitrary<unknown> {
  const deeper = (member: Shape) => arbitraryOf(member, depth + 1);
  switch (of.type) {
    case 'structure': {
      const required = Object.keys(of.required ?? {});
      const members = { ...of.required, ...(depth > 5 ? {} : of.optional) };
      const model = Object.fromEntries(
        Object.entries(members).map(([name, member]) => [name, deeper(member)]),
      );
      return fc.record(model, { requiredKeys: required, noNullPrototype: true });
    }
    case 'union':
      if (of.stream === true) return fc.constant({});
      return fc.oneof(
        ...Object.entries(of.members).map(([name, member]) =>
          deeper(member).map((value) => ({ [name]: value })),
        ),
      );
    case 'list':
      return fc.array(deeper(of.member), { maxLength: depth > 5 ? 0 : 2 });
    case 'map':
      return fc.dictionary(fc.string(), deeper(of.value), { maxKeys: 2, noNullPrototype: true });
    case 'blob':
      return fc.uint8Array({ maxLength: 10 }).map((bytes) => new Uint8Array(bytes));
    case 'timestamp':
      return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
    case 'document':
      // Minus zero is zero in JSON.
      return fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...of.values);
    case 'string':
      return fc.string();
    default:
      return fc.integer();
  }
}
