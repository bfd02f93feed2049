// An image from a prompt, written to a file.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bedrock } from '@bedrock-kit/provider';
import { generateImage } from 'ai';
import './connection.ts';

const { image } = await generateImage({
  model: bedrock.imageModel('stability.stable-image-core-v1:1'),
  prompt: 'A red boat on a blue sea',
  aspectRatio: '16:9',
  seed: 7,
});

const folder = new URL('out/', import.meta.url);
await mkdir(folder, { recursive: true });
const file = fileURLToPath(new URL('red-boat.png', folder));
await writeFile(file, image.uint8Array);
console.log(`${image.mediaType}, ${image.uint8Array.length} bytes: ${file}`);
