// Gets images and other media through `embed` and `embedMany`, which take strings.
// https://ai-sdk.dev/docs/reference/ai-sdk-core/embed-many
import type { JSONObject, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { type EmbeddingInput, type Input, readInput } from './inputs.ts';
import type { EmbeddingModelOptions } from './options.ts';

/** What {@link embeddingInput} returns, to spread into `embed`. */
export interface EmbedArguments {
  value: string;
  /** The media, and the options that were given. */
  providerOptions: SharedV4ProviderOptions;
}

/** What {@link embeddingInputs} returns, to spread into `embedMany`. */
export interface EmbedManyArguments {
  values: string[];
  /** The media, and the options that were given. */
  providerOptions: SharedV4ProviderOptions;
}

type Options = Omit<EmbeddingModelOptions, 'inputs'>;

/**
 * Makes the arguments of `embed` for an input with images or other media: `embed({ model, ...embeddingInput({ image }) })`.
 *
 * @param options further options of the call, for example `{ purpose: 'search_query' }`
 * @throws InvalidArgumentError if the input is empty or its media cannot be read
 */
export function embeddingInput(input: EmbeddingInput, options: Options = {}): EmbedArguments {
  const { values, providerOptions } = embeddingInputs([input], options);
  return { value: values.join(), providerOptions };
}

/**
 * Makes the arguments of `embedMany` for inputs with images or other media. A string among them is a text.
 *
 * @param options further options of the call, for example `{ purpose: 'search_document' }`
 * @throws InvalidArgumentError if an input is empty or its media cannot be read
 */
export function embeddingInputs(
  inputs: readonly (EmbeddingInput | string)[],
  options: Options = {},
): EmbedManyArguments {
  const read = inputs.map((input, index) =>
    readInput(typeof input === 'string' ? { text: input } : input, `inputs[${index}]`),
  );
  return {
    // Only for show, in telemetry and in the result: what is embedded stands in the options.
    values: read.map(
      ({ text, media }) => text ?? media.map((one) => one.s3Uri ?? one.mediaType ?? one.kind).join(),
    ),
    providerOptions: { bedrock: { ...options, inputs: read.map(written) } },
  };
}

/** Back to what a caller may write, the bytes as text. */
function written({ text, media }: Input): JSONObject {
  const members: Record<string, readonly JSONObject[]> = {};
  for (const { kind, base64, ...rest } of media) {
    members[kind] = [...(members[kind] ?? []), base64 === undefined ? rest : { ...rest, data: base64 }];
  }
  return text === undefined ? members : { text, ...members };
}
