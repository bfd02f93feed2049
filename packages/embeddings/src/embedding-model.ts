// An AI SDK embedding model over Amazon Bedrock: reads the call, sends its batches, puts the vectors in order.
// https://github.com/vercel/ai/blob/main/packages/provider/src/embedding-model/v4/embedding-model-v4.ts
import {
  type EmbeddingModelV4,
  type EmbeddingModelV4CallOptions,
  type EmbeddingModelV4Result,
  InvalidArgumentError,
  type SharedV4Warning,
  TooManyEmbeddingValuesForCallError,
} from '@ai-sdk/provider';
import {
  bedrockOptions,
  createGate,
  invoke,
  maxParallelCallsOf,
  merged,
  refused,
  unknownModel,
} from '@bedrock-kit/invocation';
import { embeddingMembers, type Place, placeOf } from '@bedrock-kit/invocation/members';
import type { Client } from '@bedrock-kit/runtime';
import { type Batch, batchesOf } from './batches.ts';
import { fitted } from './fitting.ts';
import { type Input, readInput } from './inputs.ts';
import { modelOf } from './model.ts';
import { type EmbeddingModelOptions, readEmbeddingOptions } from './options.ts';
import { type Answered, resultOf } from './result.ts';

/** The settings of an embedding model. The options among them are defaults that a call overrides. */
export interface EmbeddingModelSettings extends Omit<EmbeddingModelOptions, 'inputs'> {
  /** The model behind an ARN that hides it (of an application inference profile or a provisioned model). */
  readonly baseModelId?: string | undefined;
  /** Instead of `baseModelId`, the newest model of a family: Titan Text v2, Cohere v4, Nova or Marengo 3. */
  readonly modelFamily?: 'titan' | 'cohere' | 'nova' | 'marengo' | undefined;
  /** The most values in one request. Default: the model's limit, 96 for Cohere and 1 for the others. */
  readonly maxEmbeddingsPerCall?: number | undefined;
  /** The most concurrent requests of this model, even if `embedMany` would start more. Default: 8. */
  readonly maxParallelCalls?: number | undefined;
  /** The `provider` property of the model. Default: `amazon-bedrock`. */
  readonly provider?: string | undefined;
}

/**
 * Creates an embedding model for `embed` and `embedMany`.
 *
 * @param modelId a model id, inference profile or ARN
 * @param settings defaults for every call
 * @param client `createClient(...)` of `@bedrock-kit/runtime`
 * @throws InvalidArgumentError if a setting has a value of the wrong kind
 */
export function createEmbeddingModel(
  modelId: string,
  settings: EmbeddingModelSettings,
  client: Client,
): EmbeddingModelV4 {
  const { baseModelId, modelFamily, maxEmbeddingsPerCall, maxParallelCalls, provider, ...given } = settings;
  const shown = { baseModelId, modelFamily, maxEmbeddingsPerCall, maxParallelCalls, provider };
  const settingWarnings: SharedV4Warning[] = [];
  const members = embeddingMembers(modelId, shown);
  const known = modelOf(modelId, shown);
  const names = known?.family.names;
  const defaults = readEmbeddingOptions(given, 'settings', settingWarnings, names);
  const gate = createGate(maxParallelCallsOf(shown));
  const failures = new WeakMap<object, unknown>();
  return { ...members, doEmbed };

  async function doEmbed(call: EmbeddingModelV4CallOptions): Promise<EmbeddingModelV4Result> {
    const { values, dimensions, abortSignal: signal, providerOptions, headers } = call;
    // JavaScript may pass a text, and its letters are not the values.
    if (!Array.isArray(values)) throw refused('values', values, 'a list of texts');
    if (values.length > members.maxEmbeddingsPerCall) {
      throw new TooManyEmbeddingValuesForCallError({ ...members, values });
    }
    if (!known) throw unknownModel(baseModelId ?? modelId, 'embedding');
    const { family, name } = known;
    const place = placeOf(providerOptions);
    const { offset = 0, total = values.length } = place ?? {};
    const warnings = [...settingWarnings];
    const own = readEmbeddingOptions(
      bedrockOptions(providerOptions, warnings),
      'providerOptions.bedrock',
      warnings,
      names,
    );
    const wanted = { ...defaults, ...(dimensions && { dimensions }), ...own };
    const options = fitted(wanted, known, total, warnings);

    const prepared = (batch: Batch): (() => Promise<Answered>) => {
      const request = { ...batch, options, name };
      const body = merged(family.body(request), options.additionalModelRequestFields);
      return () =>
        gate(async () => {
          if (place && failures.has(place.group)) throw failures.get(place.group);
          try {
            const answer = await invoke(client, modelId, body, { signal, headers });
            return { ...family.read(answer.body, request), answer, batch };
          } catch (error) {
            throw failed(error, batch, total, place);
          }
        }, signal);
    };
    const inputs = inputsOf(values, options.inputs, offset);
    // All bodies before the first request, so that a refused value leaves no request behind that nobody waits for.
    const calls = batchesOf(inputs, offset, family).map(prepared);
    const answers = await Promise.all(calls.map((send) => send()));
    // One report for a whole `embedMany`, not one for each of its calls.
    return resultOf(answers, offset > 0 ? [] : warnings);
  }

  /** Names the values that an error is about, and remembers an error that would hit the remaining calls as well. */
  function failed(
    error: unknown,
    { offset, inputs }: Batch,
    total: number,
    place: Place | undefined,
  ): unknown {
    if (!(error instanceof Error) || error.name === 'AbortError' || error.name === 'TimeoutError')
      return error;
    if (inputs.length < total) {
      const span =
        inputs.length === 1 ? `value ${offset}` : `values ${offset} to ${offset + inputs.length - 1}`;
      error.message = `${span} of ${total}: ${error.message}`;
    }
    if (place && 'isRetryable' in error && error.isRetryable === false) failures.set(place.group, error);
    return error;
  }
}

function inputsOf(values: readonly string[], given: readonly unknown[] | undefined, offset: number): Input[] {
  if (given && given.length !== values.length) {
    const argument = 'providerOptions.bedrock.inputs';
    // `embedMany` of an older ai, or over a wrapped model, cuts the values and leaves the options whole.
    const message = `${argument} must have one entry for each value; entries: ${given.length}, values: ${values.length}.`;
    throw new InvalidArgumentError({ argument, message });
  }
  return values.map((value, index) => {
    const input = given?.[index];
    if (input === undefined || input === null) {
      if (typeof value !== 'string') throw refused(`value ${offset + index}`, value, 'a text');
      return { text: value, media: [] };
    }
    return readInput(input, `providerOptions.bedrock.inputs[${offset + index}]`);
  });
}
