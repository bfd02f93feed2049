// Provider options as callers write them: found, checked by hand, and every key that does nothing reported.
// https://ai-sdk.dev/docs/foundations/provider-options
import type { SharedV4ProviderOptions, SharedV4Warning } from '@ai-sdk/provider';
import type { Check } from './counts.ts';
import { refused } from './refused.ts';

/** Accepts a string that is not empty. */
export const isText: Check = [(value) => typeof value === 'string' && value !== '', 'a non-empty string'];
/** Accepts `true` and `false`. */
export const isFlag: Check = [(value) => typeof value === 'boolean', 'true or false'];
/** Accepts an object that is not a list. */
export const isObject: Check = [
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object',
];
/** Accepts a list of anything. */
export const isList: Check = [(value) => Array.isArray(value), 'a list'];
/** Accepts a list of at least one string. */
export const isTexts: Check = [
  (value) => Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'),
  'a list of strings',
];

/**
 * Returns the options under `bedrock`, overridden by those under `amazonBedrock`. Options under a key that can only mean Bedrock but is not
 * read, such as `amazon-bedrock`, the name of the provider, give a warning (`other`).
 */
export function bedrockOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
  warnings: SharedV4Warning[],
): Record<string, unknown> {
  for (const [key, options] of Object.entries(providerOptions ?? {})) {
    const isRead = key === 'bedrock' || key === 'amazonBedrock';
    if (isRead || !/^(amazon|aws)?[\W_]?bedrock$/i.test(key) || Object.keys({ ...options }).length === 0)
      continue;
    const message = `providerOptions.${key} is not read. Options for Bedrock go under providerOptions.bedrock.`;
    warnings.push({ type: 'other', message });
  }
  return { ...providerOptions?.['bedrock'], ...providerOptions?.['amazonBedrock'] };
}

/**
 * Returns the known options. An unknown one gives a warning (`other`) with the nearest known name, or with all of them;
 * `undefined` and `null` count as absent.
 *
 * @param checks a check for each known option
 * @param path what comes before the name of an option in messages, such as `providerOptions.bedrock`
 * @throws InvalidArgumentError if a known option has a value of the wrong kind
 */
export function readOptions<Options extends object>(
  given: Readonly<Record<string, unknown>>,
  checks: { readonly [Name in keyof Options]-?: Check },
  path: string,
  warnings: SharedV4Warning[],
): Options {
  const known: Readonly<Record<string, Check>> = checks;
  const names = Object.keys(known);
  const read: Record<string, unknown> = {};
  const entries = Object.entries(given);
  // Far more names than there are options are no misspellings: an app's own user may have sent them to keep it busy.
  const mayBeSlips = entries.length <= 2 * names.length;
  for (const [name, value] of entries) {
    if (value === undefined || value === null) continue;
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check === undefined) {
      const near = mayBeSlips ? nearest(name, names) : undefined;
      const hint = near === undefined ? `Known are ${names.join(', ')}.` : `Did you mean "${near}"?`;
      // Not `unsupported`, which says that the model lacks what was asked for.
      warnings.push({ type: 'other', message: `Unknown option ${path}.${name} is not sent. ${hint}` });
    } else if (check[0](value)) {
      read[name] = value;
    } else {
      throw refused(`${path}.${name}`, value, check[1]);
    }
  }
  // Every member was accepted by the check that stands for its type.
  return read as Options;
}

/** Returns the known name of which `name` may be a misspelling: at most about a third of it differs. `undefined` if there is none. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    // A longer one takes more changes than are allowed. Counting those of a name of 100 kB took half a second.
    .filter((known) => name.length <= 2 * known.length)
    .map((known) => [distance(name.toLowerCase(), known.toLowerCase()), known] as const)
    .filter(([changes, known]) => changes <= Math.max(1, Math.round(known.length / 3)))
    .sort(([left], [right]) => left - right);
  return best?.[1];
}

// https://en.wikipedia.org/wiki/Levenshtein_distance
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 0; at < left.length; at++) {
    let before = at + 1;
    row = row.map((above, index) => {
      if (index === 0) return before;
      const replaced = (row[index - 1] ?? 0) + (left[at] === right[index - 1] ? 0 : 1);
      return (before = Math.min(replaced, above + 1, before + 1));
    });
  }
  return row.at(-1) ?? 0;
}
