import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBedrock } from '../in-process.ts';
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

  it('may be that of several servers, each of which keeps what it has written', async () => {
    const body = JSON.stringify({
      modelId: 'a.model',
      modelInput: {},
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://shared' } },
    });
    for (const server of ['one', 'two']) {
      const models = { 'a.model': () => ({ body: server }) };
      const local = openBedrock({ objectsFolder: folder, models, clock: () => new Date(0) });
      await local.fetch('http://bedrock.test/async-invoke', { method: 'POST', body });
    }
    const texts = async (): Promise<string[]> => {
      const files = await readdir(join(folder, 'shared'), { recursive: true, withFileTypes: true });
      const objects = files.filter((file) => file.isFile());
      return Promise.all(objects.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
    };
    await vi.waitFor(async () => {
      expect((await texts()).sort()).toEqual(['one', 'two']);
    });
  });
});
