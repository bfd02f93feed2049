// What can be embedded beside plain text, and how it gets through `embed` and `embedMany`, which take strings.
// https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
import { InvalidArgumentError, type SharedV4ProviderOptions } from '@ai-sdk/provider';
import { convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';

/** An image, a sound or a video: its bytes, or where S3 has it. */
export type EmbeddingMedia =
  | {
      /** The bytes, their base64 text, or a data URL. */
      readonly data: Uint8Array | string;
      /** For example `image/png`. Not needed with a data URL. */
      readonly mediaType?: string | undefined;
      /** Only Marengo 3: the name by which `<@name>` in the text refers to it. */
      readonly name?: string | undefined;
    }
  | {
      /** For example `s3://bucket/cat.png`. Taken by Nova and Marengo. */
      readonly s3Uri: string;
      /** The account of the bucket, which Marengo wants. */
      readonly bucketOwner?: string | undefined;
      readonly mediaType?: string | undefined;
      readonly name?: string | undefined;
    };

/**
 * One thing to embed. Several members at once become one vector where the model can join them: Titan Multimodal a text
 * and an image, Cohere v4 and Marengo 3 a text and several images.
 */
export interface EmbeddingInput {
  readonly text?: string | undefined;
  readonly image?: EmbeddingMedia | readonly EmbeddingMedia[] | undefined;
  readonly audio?: EmbeddingMedia | undefined;
  readonly video?: EmbeddingMedia | undefined;
  /** Only Nova: `DOCUMENT_IMAGE` for pictures of text. Default `STANDARD_IMAGE`. */
  readonly detailLevel?: 'STANDARD_IMAGE' | 'DOCUMENT_IMAGE' | undefined;
  /** Only Nova, for videos. Default `AUDIO_VIDEO_COMBINED`; `AUDIO_VIDEO_SEPARATE` gives the vector of the picture. */
  readonly embeddingMode?: 'AUDIO_VIDEO_COMBINED' | 'AUDIO_VIDEO_SEPARATE' | undefined;
}

/** Media as a family writes it: base64 text with its type, or a place in S3. */
export type Media = { readonly mediaType: string | undefined; readonly name: string | undefined } & (
  | { readonly base64: string }
  | { readonly s3Uri: string; readonly bucketOwner: string | undefined }
);

/** One thing to embed, read and checked. */
export interface Input {
  readonly text: string | undefined;
  readonly images: readonly Media[];
  readonly audio: Media | undefined;
  readonly video: Media | undefined;
  readonly detailLevel: string | undefined;
  readonly embeddingMode: string | undefined;
}

/** What {@link embeddingInput} gives: spread it into `embed`. */
export interface EmbedArguments {
  value: string;
  providerOptions: SharedV4ProviderOptions;
}

/** What {@link embeddingInputs} gives: spread it into `embedMany`. */
export interface EmbedManyArguments {
  values: string[];
  providerOptions: SharedV4ProviderOptions;
}

/**
 * Makes the arguments of `embed` for an input that is more than text: `embed({ model, ...embeddingInput({ image }) })`.
 *
 * @param options further provider options of the call, for example `{ purpose: 'search_query' }`
 * @throws InvalidArgumentError when the input is empty or its media cannot be read
 */
export function embeddingInput(input: EmbeddingInput, options: object = {}): EmbedArguments {
  const { values, providerOptions } = embeddingInputs([input], options);
  return { value: values[0] ?? '', providerOptions };
}

/**
 * Makes the arguments of `embedMany` for inputs that are more than text. A plain string among them is a text.
 *
 * @param options further provider options of the call, for example `{ purpose: 'search_document' }`
 * @throws InvalidArgumentError when an input is empty or its media cannot be read
 */
export function embeddingInputs(
  inputs: readonly (EmbeddingInput | string)[],
  options: object = {},
): EmbedManyArguments {
  const read = inputs.map((input, index) =>
    readInput(typeof input === 'string' ? { text: input } : input, `inputs[${index}]`),
  );
  return {
    // Only shown: in telemetry and in the result. What is embedded stands in the options.
    values: read.map(label),
    // Checked input is plain JSON: strings, and lists and objects of them.
    providerOptions: { bedrock: { ...options, inputs: read.map(written) } } as SharedV4ProviderOptions,
  };
}

/** A text alone. */
export function textInput(text: string): Input {
  return {
    text,
    images: [],
    audio: undefined,
    video: undefined,
    detailLevel: undefined,
    embeddingMode: undefined,
  };
}

/** Whether an input is nothing but text. */
export function isText(input: Input): input is Input & { readonly text: string } {
  return input.text !== undefined && input.images.length === 0 && !input.audio && !input.video;
}

/** Checks one input, as a caller may have written it by hand. */
export function readInput(value: unknown, path: string): Input {
  if (typeof value !== 'object' || value === null)
    throw refused(path, 'an object with text, image, audio or video');
  const { text, image, audio, video, detailLevel, embeddingMode } = value as Readonly<
    Record<string, unknown>
  >;
  if (text !== undefined && typeof text !== 'string') throw refused(`${path}.text`, 'a string');
  const images = Array.isArray(image) ? (image as unknown[]) : image === undefined ? [] : [image];
  const input: Input = {
    text,
    images: images.map((one, index) =>
      readMedia(one, Array.isArray(image) ? `${path}.image[${index}]` : `${path}.image`),
    ),
    audio: audio === undefined ? undefined : readMedia(audio, `${path}.audio`),
    video: video === undefined ? undefined : readMedia(video, `${path}.video`),
    detailLevel: optionalText(detailLevel, `${path}.detailLevel`),
    embeddingMode: optionalText(embeddingMode, `${path}.embeddingMode`),
  };
  if (text === undefined && images.length === 0 && !audio && !video) {
    throw refused(path, 'something to embed: text, image, audio or video');
  }
  return input;
}

function readMedia(value: unknown, path: string): Media {
  if (typeof value !== 'object' || value === null) throw refused(path, '{ data, mediaType } or { s3Uri }');
  const { data, s3Uri, bucketOwner, mediaType, name } = value as Readonly<Record<string, unknown>>;
  const given = {
    mediaType: optionalText(mediaType, `${path}.mediaType`),
    name: optionalText(name, `${path}.name`),
  };
  if (typeof s3Uri === 'string') {
    if (!s3Uri.startsWith('s3://')) throw refused(`${path}.s3Uri`, 'an address that begins with s3://');
    return { ...given, s3Uri, bucketOwner: optionalText(bucketOwner, `${path}.bucketOwner`) };
  }
  if (data instanceof Uint8Array) return { ...given, base64: convertUint8ArrayToBase64(data) };
  if (typeof data !== 'string' || data === '')
    throw refused(`${path}.data`, 'bytes, base64 text or a data URL');
  if (!data.startsWith('data:')) return { ...given, base64: data };
  const [, type, base64] = /^data:([^;,]+)[^,]*;base64,(.*)$/s.exec(data) ?? [];
  if (base64 === undefined) throw refused(`${path}.data`, 'a data URL in base64: data:image/png;base64,…');
  return { ...given, mediaType: given.mediaType ?? type, base64 };
}

function optionalText(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refused(path, 'a string');
  return value;
}

function refused(path: string, expected: string): InvalidArgumentError {
  return new InvalidArgumentError({ argument: path, message: `${path}: expected ${expected}.` });
}

/** Back to what a caller may write, so that one reader serves both. */
function written({ text, images, audio, video, detailLevel, embeddingMode }: Input): object {
  return withoutUndefined({
    text,
    image: images.length === 0 ? undefined : images.map(writtenMedia),
    audio: audio && writtenMedia(audio),
    video: video && writtenMedia(video),
    detailLevel,
    embeddingMode,
  });
}

function writtenMedia({ mediaType, name, ...media }: Media): object {
  return withoutUndefined(
    'base64' in media ? { data: media.base64, mediaType, name } : { ...media, mediaType, name },
  );
}

function withoutUndefined(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function label({ text, images, audio, video }: Input): string {
  const media = [...images, ...(audio ? [audio] : []), ...(video ? [video] : [])].map((one) =>
    's3Uri' in one ? one.s3Uri : (one.mediaType ?? 'media'),
  );
  return text ?? media.join(' ');
}
