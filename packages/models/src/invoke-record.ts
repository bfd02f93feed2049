/**
 * The parts of a record for models that are called by InvokeModel with a body of their own: embeddings, images, rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 * @module
 */
import type { Quantity, Support } from './record.ts';

/** Which request and response bodies an embedding model speaks. */
export type EmbeddingBody =
  | 'titan-text-v1'
  | 'titan-text-v2'
  | 'titan-multimodal'
  | 'cohere-v3'
  | 'cohere-v4'
  | 'nova'
  | 'marengo-2.7'
  | 'marengo-3';

/** What an embedding model takes and gives. */
export interface EmbeddingCapabilities {
  /** Which bodies it speaks. */
  readonly body: EmbeddingBody;
  /** Lengths that a vector can have, the default among them; one entry where the length is fixed. */
  readonly dimensions: readonly number[];
  /** The length that a vector has when none is asked for. */
  readonly defaultDimensions: number;
  /** Inputs in one call. */
  readonly maxBatch: number;
  /** Tokens of one text. */
  readonly maxTokens: Quantity;
  /** Characters of one text. */
  readonly maxCharacters: Quantity;
  /** What can be embedded by a synchronous call. */
  readonly inputs: {
    readonly text: Support;
    readonly image: Support;
    readonly video: Support;
    readonly audio: Support;
  };
  /** Number formats of a vector. */
  readonly types: readonly ('float' | 'int8' | 'uint8' | 'binary' | 'ubinary')[];
  /** What the vector is for, in the model's own words; empty where it has no such field. */
  readonly purposes: readonly string[];
}

/** Which request and response bodies an image model speaks. */
export type ImageBody = 'nova-canvas' | 'titan-image' | 'stability' | 'stability-edit';

/** What an image model can be asked for. */
export type ImageTask =
  | 'text-to-image'
  | 'image-to-image'
  | 'conditioning'
  | 'color-guided'
  | 'variation'
  | 'inpainting'
  | 'outpainting'
  | 'background-removal'
  | 'virtual-try-on'
  | 'upscale'
  | 'erase'
  | 'search-replace'
  | 'search-recolor'
  | 'control-sketch'
  | 'control-structure'
  | 'style-guide'
  | 'style-transfer';

/** How the size of an image is chosen. */
export type ImageSizes =
  /** Any width and height within bounds. */
  | {
      readonly kind: 'range';
      /** Pixels of a side. */
      readonly min: number;
      readonly max: number;
      /** Each side must be a multiple of this. */
      readonly multipleOf: number;
      /** Width times height must stay below this. */
      readonly pixelsBelow: number;
      /** The longer side divided by the shorter. */
      readonly maxRatio: number;
      readonly default: readonly [width: number, height: number];
    }
  /** One of a list. */
  | {
      readonly kind: 'list';
      readonly sizes: readonly (readonly [width: number, height: number])[];
      readonly default: readonly [width: number, height: number];
    }
  /** A ratio, the pixels follow from it. */
  | { readonly kind: 'ratio'; readonly ratios: readonly string[]; readonly default: string }
  /** The size of the input image, or one that follows from the task. */
  | { readonly kind: 'input' };

/** What an image model takes and gives. */
export interface ImageCapabilities {
  /** Which bodies it speaks. */
  readonly body: ImageBody;
  /** What it can be asked for. */
  readonly tasks: readonly ImageTask[];
  /** How large its images can be, in pixels or as a ratio. */
  readonly sizes: ImageSizes;
  /** Images in one call. */
  readonly maxImages: number;
  /** Characters of a prompt; `0` where the model takes none. */
  readonly maxPromptCharacters: number;
  /** Whether it takes words for what the image must not show. */
  readonly negativePrompt: boolean;
  /** The range of `seed`; `undefined` where there is none. */
  readonly seed: readonly [min: number, max: number] | undefined;
  /** Whether a request can carry an image. */
  readonly imageInput: boolean;
  /** Whether a request can carry a mask. */
  readonly maskInput: boolean;
  /** How large an upscaled image becomes: each side times `factor`, or about so many `pixels`; `undefined` for a model that does not upscale. */
  readonly upscaling: { readonly factor: number } | { readonly pixels: number } | undefined;
  /** Formats that can be asked for; empty where there is no choice. */
  readonly outputFormats: readonly ('png' | 'jpeg' | 'webp')[];
}

/** What a rerank model takes. */
export interface RerankCapabilities {
  /** Which body it speaks through InvokeModel; the Rerank operation is the same for all. */
  readonly body: 'cohere' | 'amazon';
  /** Sources in one call. */
  readonly maxDocuments: Quantity;
  /** Whether a source may be JSON. */
  readonly json: Support;
}
