// Fits the options of a call to a family: what it does not take is left out and said so, what AWS would refuse is refused.
// https://github.com/vercel/ai/blob/main/packages/provider/src/shared/v4/shared-v4-warning.ts
import { InvalidArgumentError, type SharedV4Warning } from '@ai-sdk/provider';
import type { KnownModel } from './model.ts';
import type { Options } from './options.ts';

/** Options that every family takes, or that make no difference where a family has no use for them. */
const always: readonly (keyof Options)[] = ['inputs', 'additionalModelRequestFields', 'purpose'];

/**
 * The options that the family acts upon. What is dropped goes to `warnings`.
 *
 * @param total values in the whole call
 * @throws InvalidArgumentError for a length or a format of vectors that the model does not have
 */
export function fitted(
  options: Options,
  model: KnownModel,
  total: number,
  warnings: SharedV4Warning[],
): Options {
  const { family, embedding, capabilities } = model;
  const name = capabilities.baseModelId ?? capabilities.id;
  const kept: Record<string, unknown> = {};
  const drop = (feature: string, details: string): void => {
    warnings.push({ type: 'unsupported', feature, details });
  };

  for (const [option, value] of Object.entries(options)) {
    // The keys of an object of this type are the keys of the type: both were read by the same list.
    if (always.includes(option as keyof Options) || family.options.includes(option as keyof Options)) {
      kept[option] = value;
    } else if (!isWhatItGives(option, value, embedding.defaultDimensions)) {
      const instead =
        option === 'dimensions' ? `: its vectors always have ${embedding.defaultDimensions}` : '';
      drop(option, `${name} has no such option${instead}.`);
    }
  }
  if (options.truncate && family.truncations && !family.truncations.includes(options.truncate)) {
    delete kept['truncate'];
    drop('truncate', `${name} takes ${family.truncations.join(', ')}, not ${options.truncate}.`);
  }
  if (capabilities.match === 'model') {
    const { dimensions, embeddingTypes } = kept as Options; // the same members, some of them left out
    if (dimensions !== undefined) oneOf('dimensions', dimensions, embedding.dimensions, name);
    for (const type of embeddingTypes ?? []) oneOf('embeddingTypes', type, embedding.types, name);
  }
  if (total > 1 && options.purpose === undefined && family.defaultPurpose === 'search_query') {
    warnings.push({ type: 'other', message: manyQueries(total, name) });
  }
  const { status, endOfLife, replacement } = capabilities.lifecycle;
  if (status === 'legacy' || status === 'end-of-life') {
    const end = endOfLife === undefined ? '' : `; calls fail after ${endOfLife}`;
    const instead = replacement === undefined ? '' : ` Use ${replacement}.`;
    warnings.push({
      type: 'deprecated',
      setting: 'modelId',
      message: `${name} is at the end of its life${end}.${instead}`,
    });
  }
  return kept;
}

/** An option that only repeats what the model does anyway. */
function isWhatItGives(option: string, value: unknown, defaultDimensions: number): boolean {
  if (option === 'dimensions') return value === defaultDimensions;
  return option === 'embeddingTypes' && Array.isArray(value) && value.length === 1 && value[0] === 'float';
}

function oneOf<T>(option: string, value: T, allowed: readonly T[], name: string): void {
  if (allowed.includes(value)) return;
  throw new InvalidArgumentError({
    argument: option,
    message: `${option}: ${name} has no ${JSON.stringify(value)}; it has ${allowed.join(', ')}.`,
  });
}

function manyQueries(total: number, name: string): string {
  return (
    `${total} values are embedded by ${name} as search queries, which is the default. Vectors to be stored and searched ` +
    "are better made with { purpose: 'search_document' }; { purpose: 'search_query' } confirms the default."
  );
}
