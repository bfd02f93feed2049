// What a caller can ask of an embedding model, in one vocabulary for every family.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import type { JSONObject, SharedV4Warning } from '@ai-sdk/provider';
import {
  type Check,
  isCount,
  isFlag,
  isList,
  isObject,
  isText,
  isTexts,
  readOptions,
} from '@bedrock-kit/invocation';

/**
 * What the vectors are for. Cohere and Nova make different vectors for documents and for queries: embed what you store with `search_document`
 * and what you ask with `search_query`. The first four work for every model family; the others are Nova's own.
 */
export type EmbeddingPurpose =
  | 'search_document'
  | 'search_query'
  | 'classification'
  | 'clustering'
  | 'GENERIC_INDEX'
  | 'GENERIC_RETRIEVAL'
  | 'TEXT_RETRIEVAL'
  | 'IMAGE_RETRIEVAL'
  | 'VIDEO_RETRIEVAL'
  | 'DOCUMENT_RETRIEVAL'
  | 'AUDIO_RETRIEVAL'
  | 'CLASSIFICATION'
  | 'CLUSTERING'
  | (string & {});

/** The number format of a vector. With Cohere, each number of `binary` and `ubinary` holds eight dimensions; with Titan, each of `binary` holds one. */
export type EmbeddingType = 'float' | 'int8' | 'uint8' | 'binary' | 'ubinary';

// A type, not an interface: it is JSON.
/** `providerOptions.bedrock` of a call; all but `inputs` are also settings of the model. */
export type EmbeddingModelOptions = {
  /** What the vectors are for. Default: `search_query` for Cohere, `GENERIC_INDEX` for Nova. It makes no difference for Titan and Marengo. */
  purpose?: EmbeddingPurpose | undefined;
  /** The length of the vectors. In a call it wins over `dimensions` of `embed`, and that over the setting. Default: the model's; 1024 for Nova. */
  dimensions?: number | undefined;
  /** Number formats. The first becomes the embedding; `embeddingsByType` returns any of them. Default: `['float']`. */
  embeddingTypes?: readonly EmbeddingType[] | undefined;
  /** Only Titan Text v2: whether to scale vectors to length one. Default: `true`. */
  normalize?: boolean | undefined;
  /** Which end of a text that is too long is cut off; `NONE` refuses it. Default: `END`. Titan and Marengo 3 always refuse. */
  truncate?: 'NONE' | 'START' | 'END' | 'LEFT' | 'RIGHT' | undefined;
  /** Only Cohere v4: how many tokens of each text are used, up to 128,000. */
  maxTokens?: number | undefined;
  /** Images and other media, which replace the values: one entry for each value, as `embeddingInputs` writes them. `null` keeps the value. */
  inputs?: readonly (JSONObject | null)[] | undefined;
  /** Merged into the request body, where they win: for members that this package does not know. */
  additionalModelRequestFields?: JSONObject | undefined;
  /** Another name of `purpose`: that of `@ai-sdk/amazon-bedrock` for Cohere. */
  inputType?: EmbeddingPurpose | undefined;
  /** Another name of `purpose`: that of `@ai-sdk/amazon-bedrock` for Nova. */
  embeddingPurpose?: EmbeddingPurpose | undefined;
  /** Another name of `dimensions`: that of `@ai-sdk/amazon-bedrock` for Cohere. */
  outputDimension?: number | undefined;
  /** Another name of `dimensions`: that of `@ai-sdk/amazon-bedrock` for Nova. */
  embeddingDimension?: number | undefined;
};

/** Options as the families read them: one name for each. */
export type Options = Omit<
  EmbeddingModelOptions,
  'inputType' | 'embeddingPurpose' | 'outputDimension' | 'embeddingDimension' | 'inputs'
> & { readonly inputs?: readonly unknown[] | undefined };

const isTruncation: Check = [
  (value) => typeof value === 'string' && ['NONE', 'START', 'END', 'LEFT', 'RIGHT'].includes(value),
  'NONE, START, END, LEFT or RIGHT',
];

const checks: { readonly [Name in keyof EmbeddingModelOptions]-?: Check } = {
  purpose: isText,
  dimensions: isCount,
  embeddingTypes: isTexts,
  normalize: isFlag,
  truncate: isTruncation,
  maxTokens: isCount,
  inputs: isList,
  additionalModelRequestFields: isObject,
  inputType: isText,
  embeddingPurpose: isText,
  outputDimension: isCount,
  embeddingDimension: isCount,
};

/** What a family calls `purpose` and `dimensions` in `@ai-sdk/amazon-bedrock`. */
export type OwnNames = readonly [
  purpose: 'inputType' | 'embeddingPurpose',
  dimensions: 'dimensions' | 'outputDimension' | 'embeddingDimension',
];

/**
 * Checks options of a call or of a model and gives each its one name. Options may be written for models of several families: what is
 * said by the `names` of the model's own goes before what is said by those of another.
 */
export function readEmbeddingOptions(
  given: Readonly<Record<string, unknown>>,
  path: string,
  warnings: SharedV4Warning[],
  [ownPurpose, ownDimensions]: OwnNames = ['embeddingPurpose', 'dimensions'],
): Options {
  const read = readOptions<EmbeddingModelOptions>(given, checks, path, warnings);
  const { inputType, embeddingPurpose, outputDimension, embeddingDimension, ...options } = read;
  const purpose = options.purpose ?? read[ownPurpose] ?? embeddingPurpose ?? inputType;
  const dimensions = read[ownDimensions] ?? options.dimensions ?? embeddingDimension ?? outputDimension;
  return { ...options, ...(purpose && { purpose }), ...(dimensions && { dimensions }) };
}
