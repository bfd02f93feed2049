import { readFile } from 'node:fs/promises';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { expect, it, onTestFinished, vi } from 'vitest';
import { pdfTexts } from '../../src/files/pdf-text.ts';

/** A file with the given content streams, as far as the reader looks at it. */
function pdf(...streams: readonly (readonly [dictionary: string, content: Uint8Array])[]): Uint8Array {
  const parts = streams.map(([dictionary, content], index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts]);
}

const shows = (operators: string): Uint8Array =>
  Buffer.from(`BT /F1 12 Tf 72 700 Td ${operators} ET`, 'latin1');

it('the words of each page, in the order of the file', async () => {
  const bytes = await readFile(new URL('../conversations/two-pages.pdf', import.meta.url));
  expect(await pdfTexts(bytes)).toEqual([
    'Bedrock Kit A small document with two pages. It travels to the model as bytes.',
    'Second page The answer reports its size, its checksum and its number of pages.',
  ]);
});

it('compressed streams are read, and streams without text left out', async () => {
  const file = pdf(
    ['/Filter /FlateDecode', deflateSync(shows('(compressed) Tj'))],
    ['', Buffer.from('0 0 100 100 re f')],
    ['', shows('(plain) Tj')],
  );
  expect(await pdfTexts(file)).toEqual(['compressed', 'plain']);
});

// ISO 32000-1 section 7.3.8.1: behind the keyword stands either line end. Section 7.2.2: any white space stands between numbers and words.
it.each([
  ['as Windows writes them', '\r\n', '1 0 obj'],
  ['in front of the word obj, too', '\n', '1 0\nobj'],
])('streams are read with line ends %s', async (_where, lineEnd, object) => {
  const file = Buffer.from(pdf(['/Filter /FlateDecode', deflateSync(shows('(words) Tj'))])).toString(
    'latin1',
  );
  const written = file
    .replace('1 0 obj', object)
    .replace('\nstream\n', `${lineEnd}stream${lineEnd}`)
    .replace('\nendstream', `${lineEnd}endstream`);
  expect(await pdfTexts(Buffer.from(written, 'latin1'))).toEqual(['words']);
});

it('compressed streams are read where a Blob streams nothing, as that of jsdom', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('Blob', undefined);
  const file = pdf(['/Filter /FlateDecode', deflateSync(shows('(compressed) Tj'))]);
  expect(await pdfTexts(file)).toEqual(['compressed']);
});

it('compressed streams are read where the line end behind them costs what was inflated with it, as on Bun and Deno', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('DecompressionStream', function () {
    let given = Buffer.alloc(0);
    let sent = 0;
    return new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        given = Buffer.concat([given, chunk]);
        if (given.length > compressed.length) throw new TypeError('Trailing junk');
        const text = inflateSync(given, { finishFlush: constants.Z_SYNC_FLUSH });
        controller.enqueue(text.subarray(sent));
        sent = text.length;
      },
    });
  });
  const compressed = deflateSync(shows('(compressed) Tj'));
  expect(await pdfTexts(pdf(['/Filter /FlateDecode', compressed]))).toEqual(['compressed']);
});

it.each([
  ['(a\\(b\\)c\\\\) Tj', 'a(b)c\\'],
  ['[(Kern) -80 (ing)] TJ', 'Kerning'],
  ['(caf\\351) Tj', 'café'],
  ["(one) Tj (two) '", 'one two'],
  ['[(see [1)-20(])] TJ', 'see [1]'],
  // Glyphs of a font that has only those of the document, as Ghostscript makes it, and the ligatures of LaTeX.
  ['[(di\\033eren)28(t)] TJ', 'dierent'],
  ['(\\001\\002\\007) Tj (words) Tj', 'words'],
])('%s shows %s', async (operators, text) => {
  expect(await pdfTexts(pdf(['', shows(operators)]))).toEqual([text]);
});

it('pictures are not looked through', async () => {
  const image = ['/Subtype/Image /Filter /FlateDecode', deflateSync(shows('(x) Tj'))] as const;
  expect(await pdfTexts(pdf(image, ['', shows('(plain) Tj')]))).toEqual(['plain']);
});

it.each(['<<', 'BT ', 'BT [', '<<>>\nstream\n'])(
  'a damaged file of nothing but %j is soon read',
  { timeout: 5_000 },
  async (piece) => {
    expect(await pdfTexts(pdf(['', Buffer.from(piece.repeat(500_000))]))).toEqual([]);
  },
);

it('what is no PDF has no words', async () => {
  expect(await pdfTexts(new TextEncoder().encode('BT (x) Tj ET'))).toEqual([]);
});

it('no more than 32 MiB are unpacked of a file, which may hold a thousand times its size', async () => {
  const bomb = ['/Filter /FlateDecode', deflateSync(Buffer.alloc(33 * 2 ** 20))] as const;
  const after = ['/Filter /FlateDecode', deflateSync(shows('(after) Tj'))] as const;
  expect(await pdfTexts(pdf(after, bomb, after, ['', shows('(plain) Tj')]))).toEqual(['after', 'plain']);
});

it.each([
  ['strings that begin in each other', '(\\'.repeat(200_000)],
  ['a string of nothing but escapes', `(${'\\a'.repeat(8_000_000)}`],
  ['lists that do not close', '[(a)'.repeat(200_000)],
])('what does not close is read once: %s', async (_what, operators) => {
  expect(await pdfTexts(pdf(['', shows(operators)], ['', shows('(plain) Tj')]))).toEqual(['plain']);
});
