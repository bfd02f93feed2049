// Which images a model takes: those of which one byte is wrong would make a picture of gigabytes.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf } from '../invoke-model.ts';

const invoke = invoking();

/** The head of a PNG file, which is all that is looked at. */
function png(width: number, height: number): string {
  const bytes = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR01234567\x08\x02\0\0\0', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes.toString('base64');
}

const gif = Buffer.from('GIF89a@\x01@\x01', 'latin1').toString('base64');
const webp = Buffer.from('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\x3f\x01\0', 'latin1').toString(
  'base64',
);

describe.each([
  ['amazon.nova-canvas-v1:0', [4096, 320], [4097, 320], 'png or jpeg'],
  ['stability.sd3-5-large-v1:0', [3072, 3072], [3072, 3073], 'png or jpeg or webp'],
  ['us.stability.stable-image-inpaint-v1:0', [3072, 3072], [3072, 3073], 'png or jpeg or webp'],
  ['us.stability.stable-fast-upscale-v1:0', [1024, 1024], [1024, 1025], 'png or jpeg or webp'],
])('%s', (modelId, [mostWidth = 0, mostHeight = 0], [width = 0, height = 0], formats) => {
  const send = (image: string) =>
    invoke(
      modelId,
      modelId.startsWith('amazon')
        ? { taskType: 'BACKGROUND_REMOVAL', backgroundRemovalParams: { image } }
        : { ...(!modelId.includes('fast') && { prompt: 'x' }), image },
    );

  it('takes images up to its limit', async () => {
    const { body } = await send(png(mostWidth, mostHeight));
    expect(body['images']).toHaveLength(1);
    expect(await refusalOf(send(png(width, height)))).toContain(
      `image: ${width} x ${height} pixels are too many`,
    );
    expect(await refusalOf(send(png(0xffffffff, 0xffffffff)))).toContain('pixels are too many');
  });

  it('takes the formats of its page', async () => {
    const refusal = `image: the bytes are no image in the format ${formats}`;
    expect(await refusalOf(send(gif))).toContain(refusal);
    expect(await refusalOf(send(png(0, 320)))).toContain(refusal);
    if (formats.includes('webp')) expect((await send(webp)).body['images']).toHaveLength(1);
    else expect(await refusalOf(send(webp))).toContain(refusal);
  });
});

describe('the shape of an image', () => {
  const inpaint = (width: number, height: number) =>
    invoke('us.stability.stable-image-inpaint-v1:0', { prompt: 'x', image: png(width, height) });
  const upscale = (width: number, height: number) =>
    invoke('us.stability.stable-fast-upscale-v1:0', { image: png(width, height) });

  it.each([
    [inpaint, [64, 160], [63, 100], 'are too few, a side has 64 at least'],
    [inpaint, [160, 64], [161, 64], 'are no shape between 1:2.5 and 2.5:1'],
    [inpaint, [64, 160], [64, 161], 'are no shape between 1:2.5 and 2.5:1'],
    [upscale, [32, 1536], [31, 64], 'are too few, a side has 32 at least'],
    [upscale, [32, 1536], [32, 1537], 'are too many'],
  ])('has bounds (%#)', async (send, [mostWidth = 0, mostHeight = 0], [width = 0, height = 0], problem) => {
    expect((await send(mostWidth, mostHeight)).body['images']).toHaveLength(1);
    expect(await refusalOf(send(width, height))).toContain(`#/image: ${width} x ${height} pixels ${problem}`);
  });
});
