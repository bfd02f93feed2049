/**
 * Amazon's image models: Nova Canvas and Titan Image Generator.
 * @see https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every image model of Amazon's own. */
export function amazonImages(): VendorTable {
  const canvas: Row = {
    but: {
      kind: 'image',
      family: 'nova-canvas',
      name: 'Nova Canvas',
      image: {
        body: 'nova-canvas',
        tasks: [
          'text-to-image',
          'conditioning',
          'color-guided',
          'variation',
          'inpainting',
          'outpainting',
          'background-removal',
          'virtual-try-on',
        ],
        sizes: {
          kind: 'range',
          min: 320,
          max: 4096,
          multipleOf: 16,
          pixelsBelow: 4_194_304,
          maxRatio: 4,
          default: [1024, 1024],
        },
        maxImages: 5,
        maxPromptCharacters: 1024,
        negativePrompt: true,
        seed: [0, 2_147_483_646],
        imageInput: true,
        maskInput: true,
        upscaling: undefined,
        outputFormats: [],
      },
      lifecycle: {
        status: 'end-of-life',
        legacySince: '2026-03-30',
        endOfLife: '2026-09-30',
        // Neither the lifecycle page nor a card names one; Stability's models are what is left for text to image.
        replacement: 'stability.stable-image-core-v1:1',
      },
    },
  };

  const titanImage: Row = {
    like: canvas,
    but: {
      family: 'titan-image',
      name: 'Titan Image Generator G1 v2',
      image: {
        body: 'titan-image',
        tasks: [
          'text-to-image',
          'conditioning',
          'color-guided',
          'variation',
          'inpainting',
          'outpainting',
          'background-removal',
        ],
        sizes: {
          kind: 'list',
          // The guide gives 1408 × 1408 as the default, which its own list lacks: 1024 × 1024 is in both.
          default: [1024, 1024],
          sizes: [
            [1024, 1024],
            [768, 768],
            [512, 512],
            [768, 1152],
            [384, 576],
            [1152, 768],
            [576, 384],
            [768, 1280],
            [384, 640],
            [1280, 768],
            [640, 384],
            [896, 1152],
            [448, 576],
            [1152, 896],
            [576, 448],
            [768, 1408],
            [384, 704],
            [1408, 768],
            [704, 384],
            [640, 1408],
            [320, 704],
            [1408, 640],
            [704, 320],
            [1152, 640],
            [1173, 640],
          ],
        },
        maxPromptCharacters: 512,
      },
      lifecycle: { legacySince: '2025-12-30', endOfLife: '2026-06-30' },
    },
  };

  return {
    rows: {
      'nova-canvas': canvas,
      'titan-image-generator-v2': titanImage,
      'titan-image-generator': {
        like: titanImage,
        but: {
          name: 'Titan Image Generator G1',
          image: { tasks: ['text-to-image', 'variation', 'inpainting', 'outpainting'] },
          lifecycle: { legacySince: undefined, endOfLife: undefined },
        },
      },
    },
    newest: [
      [/^nova.*canvas/, canvas],
      [/^titan-image/, titanImage],
    ],
  };
}
