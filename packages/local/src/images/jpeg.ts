/**
 * A painting as a baseline JPEG file. A cell is a block, so that a block has one colour and no coefficient but the first.
 *
 * ITU-T T.81 | ISO/IEC 10918-1, https://www.w3.org/Graphics/JPEG/itu-t81.pdf; colours as in JFIF 1.02.
 */
import { cellPixels, type Painting } from './painting.ts';

/** Codes of the categories 0 to 11 of a DC difference: Table K.3, which serves all components here. */
const dcLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
/** The end of a block is the only AC symbol that comes up: one code of one bit. */
const acLengths = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const dcCodes = codesOf(dcLengths);
const endOfBlock = [0, 1] as const;

/** The transform multiplies the mean of a block by its side; this divides it again. Section A.3.3. */
const quantizer = cellPixels;

export function encodeJpeg(painting: Painting): Uint8Array {
  const { width, height } = painting;
  const sides = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  // One table for all, no subsampling.
  const components = [1, 2, 3].flatMap((id) => [id, 0x11, 0]);
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...new TextEncoder().encode('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => quantizer)]),
    ...segment(0xc0, [8, ...sides, 3, ...components]),
    ...segment(0xc4, [0x00, ...dcLengths, ...dcCodes.keys(), 0x10, ...acLengths, 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...entropyCoded(painting),
    ...[0xff, 0xd9],
  ]);
}

function segment(marker: number, content: readonly number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
}

/** Section C.2: codes grow by one, and by a zero bit with each length. */
function codesOf(lengths: readonly number[]): (readonly [code: number, bits: number])[] {
  const codes: (readonly [number, number])[] = [];
  let code = 0;
  for (const [index, count] of lengths.entries()) {
    for (let one = 0; one < count; one += 1) {
      codes.push([code, index + 1]);
      code += 1;
    }
    code <<= 1;
  }
  return codes;
}

function entropyCoded({ cells }: Painting): number[] {
  const bytes: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  const put = (value: number, bits: number): void => {
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      pending = (pending << 1) | ((value >> bit) & 1);
      pendingBits += 1;
      if (pendingBits < 8) continue;
      bytes.push(pending);
      // Section F.1.2.3: a byte of ones is followed by a zero, so that it is no marker.
      if (pending === 0xff) bytes.push(0);
      pending = 0;
      pendingBits = 0;
    }
  };
  const before = [0, 0, 0];
  for (let cell = 0; cell < cells.length; cell += 4) {
    const levels = levelsOf(cells[cell] ?? 0, cells[cell + 1] ?? 0, cells[cell + 2] ?? 0);
    for (const [component, level] of levels.entries()) {
      const difference = level - (before[component] ?? 0);
      before[component] = level;
      const category = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
      put(...(dcCodes[category] ?? endOfBlock));
      // Section F.1.2.1.1: a negative difference is written as its value minus one.
      put(difference < 0 ? difference - 1 : difference, category);
      put(...endOfBlock);
    }
  }
  if (pendingBits > 0) put(0xff, 8 - pendingBits);
  return bytes;
}

/** Y, Cb and Cr around zero, as JFIF defines them. */
function levelsOf(red: number, green: number, blue: number): [number, number, number] {
  return [
    Math.round(0.299 * red + 0.587 * green + 0.114 * blue - 128),
    Math.round(-0.1687 * red - 0.3313 * green + 0.5 * blue),
    Math.round(0.5 * red - 0.4187 * green - 0.0813 * blue),
  ];
}
