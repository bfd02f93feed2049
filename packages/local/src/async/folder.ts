/**
 * A folder in place of S3: the object `s3://bucket/key` is the file `bucket/key` in it.
 */

/**
 * Writes an object as a file, with the folders that it needs.
 *
 * @throws {Error} for a key that leads out of the folder, and what the file system throws
 */
export async function writeObject(folder: string, s3Uri: string, bytes: Uint8Array): Promise<void> {
  // Loaded when it is needed, so that the in-process face runs where there are no files.
  const { mkdir, writeFile } = await import('node:fs/promises');
  const path = await import('node:path');
  const root = path.resolve(folder);
  const file = path.resolve(root, ...s3Uri.replace(/^s3:\/\//, '').split('/'));
  if (!file.startsWith(root + path.sep)) throw new Error(`${s3Uri} leads out of the folder of objects`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
