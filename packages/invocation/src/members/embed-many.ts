// What `embedMany` tells of itself when it cuts its values into calls: which of them a call has, out of how many.
// Without it (an `ai` that does not ask, a model wrapped in a middleware) a call knows only its own values.
// https://github.com/vercel/ai/blob/main/packages/provider-utils/src/embedding-model-capabilities.ts
import type { JSONObject, SharedV4ProviderOptions } from '@ai-sdk/provider';

/** The place of a call in its `embedMany`. */
export interface Place {
  /** The index of its first value among all values. */
  readonly offset: number;
  /** How many values the `embedMany` has. */
  readonly total: number;
  /** An object that all calls of one `embedMany` share. */
  readonly group: object;
}

/** The symbol by which the AI SDK's core asks for the place; written out because the export of provider-utils came late in its major. */
export const providerOptionsTransformer: unique symbol = Symbol.for(
  'vercel.ai.embeddingModel.providerOptionsTransformer',
);

/** What core hands to the function under that symbol. */
export interface TransformerOptions {
  readonly providerOptions: SharedV4ProviderOptions | undefined;
  readonly values: string[];
  readonly startIndex: number;
  readonly endIndex: number;
}

/** What an embedding model has under that symbol: the provider options of one call out of those of the whole. */
export type Transformer = (options: TransformerOptions) => SharedV4ProviderOptions;

const key = 'bedrockEmbedMany';

/** Notes the place of a call in its provider options, and keeps of `inputs` only those that belong to it. */
export function createTransformer(): Transformer {
  const none: SharedV4ProviderOptions = {};
  // By values and options: the same values may be embedded at once with others, as queries and as documents.
  const groups = new WeakMap<readonly string[], WeakMap<SharedV4ProviderOptions, JSONObject>>();
  return ({ providerOptions: given, values, startIndex, endIndex }) => {
    const providerOptions = given ?? none;
    const ofValues = groups.get(values) ?? new WeakMap<SharedV4ProviderOptions, JSONObject>();
    groups.set(values, ofValues);
    // The first call opens a group, so that the same values embedded again later are a group of their own.
    const group = (startIndex > 0 && ofValues.get(providerOptions)) || {};
    ofValues.set(providerOptions, group);
    const transformed: SharedV4ProviderOptions = {
      ...providerOptions,
      [key]: { offset: startIndex, total: values.length, group },
    };
    for (const name of ['bedrock', 'amazonBedrock']) {
      const options = providerOptions[name];
      const inputs = options?.['inputs'];
      if (Array.isArray(inputs) && inputs.length === values.length) {
        transformed[name] = { ...options, inputs: inputs.slice(startIndex, endIndex) };
      }
    }
    return transformed;
  };
}

/** Returns the place of a call in its `embedMany`, from its provider options; `undefined` for a call outside of one. */
export function placeOf(providerOptions: SharedV4ProviderOptions | undefined): Place | undefined {
  const place = providerOptions?.[key];
  const { offset, total, group } = place ?? {};
  if (typeof offset !== 'number' || typeof total !== 'number' || typeof group !== 'object' || !group)
    return undefined;
  return { offset, total, group };
}
