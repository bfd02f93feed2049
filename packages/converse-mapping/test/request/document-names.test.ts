import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentNamer } from '../../src/request/document-names.ts';

function namesOf(...filenames: (string | undefined)[]): string[] {
  const names = documentNamer();
  return filenames.map((filename) => names(filename));
}

describe('a document name', () => {
  it.each([
    ['report.pdf', 'report'],
    ['report v1.2.pdf', 'report v1-2'],
    ["John's  résumé　x.txt", 'Johns resume x'],
    ['a_b__c.pdf', 'a_b__c'],
    ['報告_2024.pdf', '2024'],
    ['__.pdf', 'document-1'],
    ['Straße (neu) [2].docx', 'Strasse (neu) [2]'],
    ['Отчёт за год.pdf', 'Otchet za god'],
    ['Ωmega.md', 'Omega'],
    ['/Users/me/SOP.pdf', 'SOP'],
    ['C:\\docs\\plan.md', 'plan'],
    ['slack-file://F0X', 'F0X'],
    ['✍️ Blogs/Blog ideas.md', 'Blog ideas'],
    ['s3://bucket/dir/key.pdf', 'key'],
    ['2024年報告.pdf', '2024'],
    ['분기.txt', 'document-1'],
    ['报告.pdf', 'document-1'],
    ['.pdf', 'document-1'],
    ['', 'document-1'],
    [undefined, 'document-1'],
    ['archive.tar.gz', 'archive-tar'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j becomes %j', (filename, name) => {
    expect(namesOf(filename)).toEqual([name]);
  });

  it('is unique: the same file twice, two versions, and an unnamed file beside document-1.pdf', () => {
    expect(namesOf('a.txt', 'a.txt', 'a.pdf')).toEqual(['a', 'a-2', 'a-3']);
    expect(namesOf('report v1.2.pdf', 'report v1.3.pdf')).toEqual(['report v1-2', 'report v1-3']);
    expect(namesOf('document-1.pdf', undefined, undefined)).toEqual([
      'document-1',
      'document-2',
      'document-3',
    ]);
    expect(namesOf(undefined, 'document-1.pdf')).toEqual(['document-1', 'document-1-2']);
    expect(namesOf('x'.repeat(300), 'x'.repeat(250))[1]).toBe(`${'x'.repeat(198)}-2`);
  });

  it('stays the same while the conversation grows', () => {
    const filenames = fc.array(fc.option(fc.string(), { nil: undefined }), { maxLength: 8 });
    fc.assert(
      fc.property(filenames, filenames, (first, more) => {
        expect(namesOf(...first, ...more).slice(0, first.length)).toEqual(namesOf(...first));
      }),
    );
  });

  it('is found in time that grows as the name of the file, and as the number of files', {
    timeout: 5_000,
  }, () => {
    expect(namesOf(`x${' -'.repeat(100_000)}y.pdf`)).toEqual([`x${' -'.repeat(99)}`]);
    const names = namesOf(...Array.from({ length: 20_000 }, () => 'a.pdf'));
    expect([names[0], names[1], names.at(-1)]).toEqual(['a', 'a-2', 'a-20000']);
  });

  it('is legal and unique whatever the files are called', () => {
    const filename = fc.option(fc.string({ unit: 'binary', maxLength: 230 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(filename, { maxLength: 6 }), (filenames) => {
        const names = namesOf(...filenames);
        for (const name of names)
          expect(name).toMatch(/^(?!.{201})[A-Za-z0-9_()[\]-]+(?: [A-Za-z0-9_()[\]-]+)*$/);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
