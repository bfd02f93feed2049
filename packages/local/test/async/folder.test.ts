import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeObject } from '../../src/async/folder.ts';

const bytes = new TextEncoder().encode('object');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the folder of objects', () => {
  it('may be the root of a disk, such as D:\\', async () => {
    const { root } = parse(folder);
    const key = relative(root, join(folder, 'bucket', 'key')).replaceAll(sep, '/');
    await writeObject(root, `s3://${key}`, bytes);
    expect(await readFile(join(folder, 'bucket', 'key'), 'utf8')).toBe('object');
  });

  it('is not left by a key, nor written over', async () => {
    for (const key of ['../key', 'bucket/../../key', '..', '.'])
      await expect(writeObject(folder, `s3://${key}`, bytes)).rejects.toThrow(
        `s3://${key} leads out of the folder of objects`,
      );
  });
});
