// Fits the options of a call to a model: what it does not take is left out with a warning, what AWS would refuse is an error.
// https://github.com/vercel/ai/blob/main/packages/provider/src/shared/v4/shared-v4-warning.ts
import { InvalidArgumentError, type SharedV4Warning } from '@ai-sdk/provider';
import { lifecycleNote } from '@bedrock-kit/invocation';
import type { KnownEmbeddingModel } from './model.ts';
import type { Options } from './options.ts';

/** Options that every family takes, or that make no difference where a family has no use for them. */
const always: readonly (keyof Options)[] = ['inputs', 'additionalModelRequestFields', 'purpose'];

/**
 * The options that the model's family acts upon. What is dropped goes to `warnings`.
 *
 * @param total values in the whole call
 * @throws InvalidArgumentError for a length or a format of vectors that the model does not have
 */
export function fitted(
  options: Options,
  model: KnownEmbeddingModel,
  total: number,
  warnings: SharedV4Warning[],
): Options {
  const { family, embedding, isListed, name } = model;
  const kept: Record<string, unknown> = {};
  // The options were read by the list of these names, so that they have no other keys.
  for (const [option, value] of Object.entries(options) as [keyof Options, unknown][]) {
    const { truncations = [value] } = family;
    if (option === 'truncate' && !truncations.includes(value)) {
      drop(warnings, option, `${name} takes ${truncations.join(', ')}.`);
    } else if (always.includes(option) || family.options.includes(option)) {
      kept[option] = value;
    } else if (option === 'dimensions') {
      if (value !== embedding.defaultDimensions)
        drop(warnings, option, `${name} always gives ${embedding.defaultDimensions}.`);
    } else if (option !== 'embeddingTypes' || String(value) !== 'float') {
      drop(warnings, option, `${name} has no such option.`);
    }
  }
  const { dimensions, embeddingTypes = [] } = kept as Options; // the same members, some of them left out
  if (isListed && dimensions !== undefined) oneOf('dimensions', dimensions, embedding.dimensions, name);
  if (isListed) for (const type of embeddingTypes) oneOf('embeddingTypes', type, embedding.types, name);
  if (total > 1 && options.purpose === undefined && family.defaultPurpose === 'search_query') {
    warnings.push({ type: 'other', message: manyQueries(total, name) });
  }
  const note = lifecycleNote(name, model.lifecycle);
  if (note !== undefined) warnings.push({ type: 'deprecated', setting: 'modelId', message: note });
  return kept;
}

function drop(warnings: SharedV4Warning[], feature: string, details: string): void {
  warnings.push({ type: 'unsupported', feature, details });
}

function oneOf<T>(argument: string, value: T, allowed: readonly T[], name: string): void {
  if (allowed.includes(value)) return;
  const message = `${argument}: ${name} has ${allowed.join(', ')}, not ${String(value)}.`;
  throw new InvalidArgumentError({ argument, message });
}

function manyQueries(total: number, name: string): string {
  return (
    `${total} values are embedded by ${name} as search queries, which is the default. To store vectors for a search, ` +
    "set { purpose: 'search_document' }; { purpose: 'search_query' } silences this warning."
  );
}
