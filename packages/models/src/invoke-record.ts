/**
 * The parts of a record for models that are called by InvokeModel with a body of their own: embeddings, images, rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 * @module
 */
import type { Quantity, Support } from './record.ts';

/** The form of an embedding model's request and response bodies. */
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
  /** The form of its bodies. */
  readonly body: EmbeddingBody;
  /** The lengths that a vector can have, the default included; one entry if the length is fixed. */
  readonly dimensions: readonly number[];
  /** The length of a vector if none is asked for. */
  readonly defaultDimensions: number;
  /** The most inputs in one call. */
  readonly maxBatch: number;
  /** The most tokens of one text. */
  readonly maxTokens: Quantity;
  /** The most characters of one text. */
  readonly maxCharacters: Quantity;
  /** What a synchronous call can embed. */
  readonly inputs: {
    readonly text: Support;
    readonly image: Support;
    readonly video: Support;
    readonly audio: Support;
  };
  /** The number formats in which a vector can be asked for. */
  readonly types: readonly ('float' | 'int8' | 'uint8' | 'binary' | 'ubinary')[];
  /** The values of the field that says what a vector is for, in the model's own words; empty if it has no such field. */
  readonly purposes: readonly string[];
}

/** The form of an image model's request and response bodies. */
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
  /** By a ratio, from which the pixels follow. */
  | { readonly kind: 'ratio'; readonly ratios: readonly string[]; readonly default: string }
  /** The size of the input image, or one that follows from the task. */
  | { readonly kind: 'input' };

/** What an image model takes and gives. */
export interface ImageCapabilities {
  /** The form of its bodies. */
  readonly body: ImageBody;
  /** What it can be asked for. */
  readonly tasks: readonly ImageTask[];
  /** How large its images can be, in pixels or as a ratio. */
  readonly sizes: ImageSizes;
  /** The most images in one call. */
  readonly maxImages: number;
  /** The most characters of a prompt; `0` if the model takes none. */
  readonly maxPromptCharacters: number;
  /** Whether a request can say what the image must not show. */
  readonly negativePrompt: boolean;
  /** The range of `seed`; `undefined` if the model takes none. */
  readonly seed: readonly [min: number, max: number] | undefined;
  /** Whether a request can carry an image. */
  readonly imageInput: boolean;
  /** Whether a request can carry a mask. */
  readonly maskInput: boolean;
  /** How large an upscaled image becomes: each side times `factor`, or about so many `pixels` in all; `undefined` if the model does not upscale. */
  readonly upscaling: { readonly factor: number } | { readonly pixels: number } | undefined;
  /** The formats that can be asked for; empty if there is no choice. */
  readonly outputFormats: readonly ('png' | 'jpeg' | 'webp')[];
}

/** What a rerank model takes. */
export interface RerankCapabilities {
  /** The form of its bodies on InvokeModel; the operation Rerank is the same for all. */
  readonly body: 'cohere' | 'amazon';
  /** The most documents in one call. */
  readonly maxDocuments: Quantity;
  /** Whether a document may be JSON. */
  readonly json: Support;
}
