// The portable facts of this package: its embeddings are the same numbers wherever they are computed.
import { vectorOf } from '../src/embeddings/content.ts';
import { type Encoding, encoded } from '../src/embeddings/encodings.ts';

const texts = [
  'A sunny day at the beach.',
  'Ein Fehler in einem großen Programm',
  '返品は30日以内に可能です',
];
const encodings: readonly Encoding[] = ['float', 'int8', 'uint8', 'binary', 'ubinary'];

/** What Node 24 computed, as FNV-1a checksums over the bytes of the numbers. */
const expected: Readonly<Record<string, string>> = {
  'float 256': '1ee59408',
  'float 1024': '1e25d512',
  'int8 256': 'bd20e1d9',
  'int8 1024': '54b0baf1',
  'uint8 256': 'c277f52b',
  'uint8 1024': 'bd5b277e',
  'binary 256': '953d3aa2',
  'binary 1024': '9e52a0b2',
  'ubinary 256': '892e43a3',
  'ubinary 1024': '025524fc',
};

function checksum(numbers: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(numbers.length * 8));
  // In one byte order, where a Float64Array has that of the processor.
  for (const [index, number] of numbers.entries()) view.setFloat64(index * 8, number, true);
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(view.buffer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

export const conformance: readonly (readonly [title: string, run: () => void])[] = encodings.flatMap(
  (encoding) =>
    [256, 1024].map((dimensions) => {
      const title = `${encoding} vectors of ${dimensions} dimensions are those of every other runtime`;
      return [
        title,
        () => {
          const all = texts.flatMap((text) => encoded(vectorOf([{ text }], dimensions), encoding));
          const found = checksum(all);
          const wanted = expected[`${encoding} ${dimensions}`];
          if (found !== wanted) throw new Error(`${title}: ${found}, not ${wanted ?? 'known'}`);
        },
      ] as const;
    }),
);
