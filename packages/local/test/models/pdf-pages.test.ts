import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfPages } from '../../src/models/pdf-pages.ts';

it('pages are counted, not the tree that holds them', async () => {
  const bytes = await readFile(new URL('../conversations/two-pages.pdf', import.meta.url));
  expect(await pdfPages(bytes)).toBe(2);
});

it('pages in compressed object streams are counted too', async () => {
  const packed = deflateSync(Buffer.from('1 0 2 40 << /Type /Page /Parent 3 0 R >> << /Type/Page >>'));
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

it('what is no PDF has no number of pages', async () => {
  expect(await pdfPages(Buffer.from('<< /Type /Page >>'))).toBeUndefined();
});
