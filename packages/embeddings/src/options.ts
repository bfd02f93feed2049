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
 * What the vectors are for. The first four are understood for every family; the others are Nova's own. Cohere's and
 * Nova's vectors of a query and of a document lie apart: store with `search_document`, ask with `search_query`.
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

/** Number formats of a vector. `binary` and `ubinary` of Cohere hold eight dimensions in a number, `binary` of Titan one. */
export type EmbeddingType = 'float' | 'int8' | 'uint8' | 'binary' | 'ubinary';

/** Options of a call, under `providerOptions.bedrock`; all but `inputs` also as settings of the model. A type, not an interface: it is JSON. */
export type EmbeddingModelOptions = {
  /** Default: `search_query` for Cohere, `GENERIC_INDEX` for Nova. For Titan and Marengo it makes no difference. */
  purpose?: EmbeddingPurpose | undefined;
  /** The length of the vectors. In a call it wins over `dimensions` of `embed`, and that over the setting. Default: the model's own, for Nova 1024. */
  dimensions?: number | undefined;
  /** Number formats; the first becomes `embedding`, `embeddingsByType` reads the others. Default `['float']`. */
  embeddingTypes?: readonly EmbeddingType[] | undefined;
  /** Only Titan Text v2: vectors of length one. Default `true`. */
  normalize?: boolean | undefined;
  /** Which end of a text that is too long is cut off; `NONE` refuses it. Default `END`; Titan and Marengo 3 refuse always. */
  truncate?: 'NONE' | 'START' | 'END' | 'LEFT' | 'RIGHT' | undefined;
  /** Only Cohere v4: tokens of each text that count, up to 128,000. */
  maxTokens?: number | undefined;
  /** Images and other media in place of the values, one `EmbeddingInput` for each as `embeddingInputs` writes them; `null` leaves the value. */
  inputs?: readonly (JSONObject | null)[] | undefined;
  /** Laid over the body of the request, for members that this package does not know. */
  additionalModelRequestFields?: JSONObject | undefined;
  /** The same as `purpose`, as `@ai-sdk/amazon-bedrock` calls it for Cohere. */
  inputType?: EmbeddingPurpose | undefined;
  /** The same as `purpose`, as `@ai-sdk/amazon-bedrock` calls it for Nova. */
  embeddingPurpose?: EmbeddingPurpose | undefined;
  /** The same as `dimensions`, as `@ai-sdk/amazon-bedrock` calls it for Cohere. */
  outputDimension?: number | undefined;
  /** The same as `dimensions`, as `@ai-sdk/amazon-bedrock` calls it for Nova. */
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
