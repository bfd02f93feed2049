// Sets the size, seed and quality of images, and how many one call may ask for. Nova Canvas has reached its end of life, so this runs live
// only in accounts that still have it; generate-image.ts has another model.
import { bedrock, createAmazonBedrock } from '@bedrock-kit/provider';
import { createLocalBedrock } from '@bedrock-kit/local';
import { generateImage } from 'ai';
import { live } from './connection.ts';

const local = createLocalBedrock({ availability: 'ignore' });
const { accessKeyId, secretAccessKey } = local.credentials;
const provider = live
  ? bedrock
  : createAmazonBedrock({ region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch });

const { images } = await generateImage({
  model: provider.image('amazon.nova-canvas-v1:0', { maxImagesPerCall: 2 }),
  prompt: 'A beautiful sunset over a calm ocean',
  n: 3,
  size: '512x512',
  seed: 42,
  providerOptions: { bedrock: { quality: 'premium' } },
});

for (const image of images) console.log(`${image.mediaType}, ${image.uint8Array.length} bytes`);
if (!live) {
  console.log(`${local.requests.length} calls`);
  if (images.length !== 3 || local.requests.length !== 2)
    throw new Error('3 images in 2 calls were expected');
}
