// A picture for models that take one.
import { encodePng } from '../../src/images/png.ts';
import { paint } from '../../src/images/painting.ts';

export async function pngOf(prompt: string): Promise<string> {
  const painting = paint({ width: 64, height: 48, prompt, seed: 1, variant: '' });
  return Buffer.from(await encodePng(painting)).toString('base64');
}
