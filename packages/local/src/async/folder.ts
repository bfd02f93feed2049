/**
 * A folder in place of S3: the object `s3://bucket/key` is the file `bucket/key` in it. Loaded when there is something to write, since
 * not every runtime has a file system.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * Writes an object as a file, with the folders that it needs.
 *
 * @throws {Error} for a key that leads out of the folder, and what the file system throws
 */
export async function writeObject(folder: string, s3Uri: string, bytes: Uint8Array): Promise<void> {
  const root = resolve(folder);
  const file = resolve(root, ...s3Uri.replace(/^s3:\/\//, '').split('/'));
  // Joined, because the root of a disk ends with a separator of its own.
  if (!file.startsWith(join(root, sep))) throw new Error(`${s3Uri} leads out of the folder of objects`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
