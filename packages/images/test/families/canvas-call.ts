// Asks a model of the Canvas family for images, and tells what it was sent.
import type { ImageModelV4CallOptions } from '@ai-sdk/provider';
import { expect } from 'vitest';
import { createImageModel } from '../../src/index.ts';
import { call } from '../call.ts';
import { json, wire } from '../../../invocation/test/wire.ts';

export const nova = 'amazon.nova-canvas-v1:0';
export const one = 'b25l';
export const two = 'dHdv';
export const mask = 'bWFzaw==';

export async function made(
  options: Partial<ImageModelV4CallOptions>,
  bedrock: object = {},
  id = nova,
): Promise<{ body: unknown; warnings: unknown }> {
  const { client, sent } = wire(({ imageGenerationConfig: config }) => {
    const { numberOfImages = 1 } = (config ?? {}) as { numberOfImages?: number }; // as the model itself would read it
    return json({ images: Array.from({ length: numberOfImages }, () => one) });
  });
  const { warnings } = await createImageModel(id, {}, client).doGenerate({
    ...call,
    ...options,
    // A test writes what a caller may write.
    providerOptions: { bedrock: bedrock as never },
  });
  expect(sent).toHaveLength(1);
  // The end of Nova Canvas' life is tested beside the model.
  return { body: sent[0]?.body, warnings: warnings.filter(({ type }) => type !== 'deprecated') };
}
