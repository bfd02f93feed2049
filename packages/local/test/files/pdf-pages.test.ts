import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfPages } from '../../src/files/pdf-pages.ts';

it('pages are counted, not the tree that holds them', async () => {
  const bytes = await readFile(new URL('../conversations/two-pages.pdf', import.meta.url));
  expect(await pdfPages(bytes)).toBe(2);
});

it('pages in compressed object streams are counted too', async () => {
  const packed = deflateSync(Buffer.from('1 0 2 32 << /Type /Page /Parent 3 0 R >> << /Type/Page >>'));
  const file = Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n4 0 obj\n<< /Type /Page >>\nendobj\n5 0 obj\n<< /Type /Pages /Count 3 >>\nendobj\n',
    ),
    Buffer.from('6 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode >>\nstream\n'),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  expect(await pdfPages(file)).toBe(3);
});

it('a page that a later part of the file has anew counts once', async () => {
  const objects = '1 0 2 17 << /Type /Page >> << /Type /Font >>';
  const packed = `6 0 obj\n<< /Type /ObjStm /N 2 /First 9 >>\nstream\n${objects}\nendstream\nendobj\n`;
  const page = (number: number): string => `${number} 0 obj\n<< /Type /Page >>\nendobj\n`;
  const file = `%PDF-1.7\n${packed}${page(3)}%%EOF\n${page(1)}${page(3)}%%EOF\n`;
  expect(await pdfPages(Buffer.from(file))).toBe(2);
});

it('of a damaged file each part is looked at once: an object that begins before the one in front of it is none', async () => {
  const objects = '1 0 2 32 3 0 << /Type /Page /Parent 3 0 R >> << /Type/Font >>';
  const packed = `6 0 obj\n<< /Type /ObjStm /N 3 /First 13 >>\nstream\n${objects}\nendstream\nendobj\n`;
  expect(await pdfPages(Buffer.from(`%PDF-1.7\n${packed}`))).toBe(1);
});

it('a PDF that shows no page, as an encrypted one, has no number of pages', async () => {
  const packed = '<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n????\nendstream\nendobj\n';
  expect(await pdfPages(Buffer.from(`%PDF-1.7\n6 0 obj\n${packed}`))).toBeUndefined();
});

it('what is no PDF has no number of pages', async () => {
  expect(await pdfPages(Buffer.from('<< /Type /Page >>'))).toBeUndefined();
});
