/**
 * A painting as a PNG file: eight bits a channel, with opacity where a part is see-through.
 *
 * https://www.w3.org/TR/png-3/
 */
import { joined, streamOf } from '../bytes.ts';
import { cellPixels, type Painting } from './painting.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Section 11.2.1: truecolour, and truecolour with alpha. */
const colourTypes = { rgb: 2, rgba: 6 };
/** Section 9.2: a row as it is, and a row as the difference to the row above. */
const filters = { none: 0, up: 2 };

export async function encodePng(painting: Painting): Promise<Uint8Array> {
  const { width, height, cells } = painting;
  const isOpaque = cells.every((part, index) => index % 4 !== 3 || part === 255);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, isOpaque ? colourTypes.rgb : colourTypes.rgba, 0, 0, 0], 8);
  return joined([
    signature,
    chunk('IHDR', header),
    chunk('tEXt', new TextEncoder().encode('Software\0@bedrock-kit/local, a built-in test model')),
    chunk('IDAT', await deflate(scanlines(painting, isOpaque ? 3 : 4))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** The rows of pixels, each behind the number of its filter. A row that repeats the one above it is nothing but zeros. */
function scanlines({ width, height, columns, cells }: Painting, channels: 3 | 4): Uint8Array {
  const stride = 1 + width * channels;
  const lines = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * stride;
    if (y % cellPixels !== 0) {
      lines[start] = filters.up;
      continue;
    }
    lines[start] = filters.none;
    const row = (y / cellPixels) * columns;
    for (let x = 0; x < width; x += 1) {
      const cell = (row + Math.floor(x / cellPixels)) * 4;
      const pixel = start + 1 + x * channels;
      for (let channel = 0; channel < channels; channel += 1)
        lines[pixel + channel] = cells[cell + channel] ?? 0;
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Annex D of the specification. */
const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** In zlib's format, which PNG wants. Part of every runtime, unlike node:zlib. */
async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  // A view of a plain buffer, which is what a CompressionStream takes.
  const stream = streamOf(bytes as Uint8Array<ArrayBuffer>).pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
