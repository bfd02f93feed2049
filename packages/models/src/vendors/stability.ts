/**
 * Stability AI: Stable Image and Stable Diffusion, and the editing services.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-stability-diffusion.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
 * @module
 */
import type { ImageCapabilities } from '../invoke-record.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of Stability's that Bedrock serves. */
export function stability(): VendorTable {
  const ratios: ImageCapabilities['sizes'] = {
    kind: 'ratio',
    ratios: ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21'],
    default: '1:1',
  };

  // Core and Ultra take one more.
  const seed: ImageCapabilities['seed'] = [0, 4_294_967_294];

  // Absent from the guide's list of models, but not from the service's own: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
  const core: Row = {
    but: {
      kind: 'image',
      family: 'stability',
      name: 'Stable Image Core 1.0',
      image: {
        body: 'stability',
        tasks: ['text-to-image'],
        sizes: ratios,
        maxImages: 1,
        maxPromptCharacters: 10_000,
        negativePrompt: true,
        seed: [0, 4_294_967_295],
        imageInput: false,
        maskInput: false,
        upscaling: undefined,
        outputFormats: ['png', 'jpeg'],
      },
    },
  };

  const ultra: Row = {
    like: core,
    but: {
      name: 'Stable Image Ultra 1.0',
      image: { tasks: ['text-to-image', 'image-to-image'], imageInput: true },
    },
  };

  function edit(
    name: string,
    task: ImageCapabilities['tasks'][number],
    image?: Partial<ImageCapabilities>,
  ): Row {
    return {
      like: core,
      but: {
        name,
        image: {
          body: 'stability-edit',
          tasks: [task],
          sizes: { kind: 'input' },
          seed,
          imageInput: true,
          outputFormats: ['png', 'jpeg', 'webp'],
          ...image,
        },
        // github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
        addressing: { onDemand: false, profiles: ['us'] },
      },
    };
  }

  // To four megapixels, whatever the image had before.
  const upscaling = { pixels: 4_000_000 } as const;
  const promptless = { maxPromptCharacters: 0, negativePrompt: false } as const;
  const inpaint = edit('Stable Image Inpaint', 'inpainting', { maskInput: true });

  return {
    rows: {
      'sd3-5-large': {
        like: ultra,
        but: { name: 'Stable Diffusion 3.5 Large', image: { seed, outputFormats: ['png', 'jpeg', 'webp'] } },
      },
      'stable-image-core': core,
      'stable-image-ultra': ultra,
      'stable-creative-upscale': edit('Stable Creative Upscale', 'upscale', { upscaling }),
      'stable-conservative-upscale': edit('Stable Conservative Upscale', 'upscale', { upscaling }),
      'stable-fast-upscale': edit('Stable Fast Upscale', 'upscale', {
        ...promptless,
        seed: undefined,
        upscaling: { factor: 4 },
      }),
      'stable-image-inpaint': inpaint,
      'stable-outpaint': edit('Stable Outpaint', 'outpainting', { negativePrompt: false }),
      'stable-image-search-recolor': edit('Stable Image Search and Recolor', 'search-recolor'),
      'stable-image-search-replace': edit('Stable Image Search and Replace', 'search-replace'),
      'stable-image-erase-object': edit('Stable Image Erase Object', 'erase', {
        ...promptless,
        maskInput: true,
      }),
      'stable-image-remove-background': edit('Stable Image Remove Background', 'background-removal', {
        ...promptless,
        seed: undefined,
      }),
      'stable-image-control-sketch': edit('Stable Image Control Sketch', 'control-sketch'),
      'stable-image-control-structure': edit('Stable Image Control Structure', 'control-structure'),
      'stable-image-style-guide': edit('Stable Image Style Guide', 'style-guide', { sizes: ratios }),
      'stable-style-transfer': edit('Stable Style Transfer', 'style-transfer'),
    },
    newest: [
      [/upscale|inpaint|outpaint|erase|search|control|style|background/, inpaint],
      [/^(?:sd|stable)/, ultra],
    ],
  };
}
