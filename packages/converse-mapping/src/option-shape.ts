// Provider options checked by hand: a known key of the wrong type is an error, an unknown one a warning with its nearest neighbour, or
// an error where the call must not go without it.
// https://ai-sdk.dev/docs/ai-sdk-core/provider-options

import { InvalidArgumentError } from '@ai-sdk/provider';
import { refusePromises } from './promises.ts';
import {
  filterMembers,
  isRecord,
  mapMembers,
  memberOf,
  numberOf,
  stringOf,
  type UnknownRecord,
} from './record.ts';
import { warn, type Warnings } from './warnings.ts';

/** What a value may be. */
export interface OptionShape {
  /** In words, for an error. */
  readonly words: string;
  /** The value, with its members checked where there are any; undefined when it is of another kind. */
  readonly read: (value: unknown, path: string, warnings: Warnings) => unknown;
}

export type OptionKeys = { readonly [key: string]: OptionShape };

export const string: OptionShape = { words: 'a string', read: stringOf };
export const number: OptionShape = { words: 'a number', read: numberOf };
export const boolean: OptionShape = passing('a boolean', (value) => typeof value === 'boolean');
export const json: OptionShape = {
  words: 'a JSON object',
  read(value, path) {
    const text = isRecord(value) ? jsonOf(value) : undefined;
    refusePromises(value, path, text);
    return text && value;
  },
};
export const list: OptionShape = passing('an array', Array.isArray);

/** The value as JSON; undefined if it contains itself, a bigint, or objects within objects without end. */
function jsonOf(value: UnknownRecord): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Any value that passes the test, as it is. */
function passing(words: string, test: (value: unknown) => boolean): OptionShape {
  return { words, read: (value) => (test(value) ? value : undefined) };
}

/** One of these words. */
export function oneOf(words: string): OptionShape {
  const known: readonly unknown[] = words.split(' ');
  return passing(`'${known.join("' or '")}'`, (value) => known.includes(value));
}

/**
 * One of AWS's words. AWS adds new ones, so another word is sent, with a warning: AWS says of a wrong one which are right, and nobody could send
 * a new one else.
 */
export function wordOf(words: string): OptionShape {
  const known = oneOf(words);
  return {
    words: known.words,
    read(value, path, warnings) {
      if (typeof value !== 'string' || !/^[\w-]{1,64}$/.test(value)) return undefined;
      if (!words.split(' ').includes(value)) {
        const message = `${path} is "${value}", and known are ${known.words}. AWS may have added it since.`;
        warn(warnings, message, `${value}, not ${known.words}`);
      }
      return value;
    },
  };
}

export function listOf(item: OptionShape): OptionShape {
  return {
    words: list.words,
    read: (value, path, warnings) =>
      Array.isArray(value)
        ? value.map((member, index) => readOption(member, item, `${path}[${index}]`, warnings))
        : undefined,
  };
}

/** An object whose keys are the caller's. */
export function mapOf(item: OptionShape): OptionShape {
  return {
    words: 'an object',
    read: (value, path, warnings) =>
      isRecord(value)
        ? mapMembers(
            filterMembers(value, ([, member]) => member != null),
            (member, key) => readOption(member, item, `${path}.${key}`, warnings),
          )
        : undefined,
  };
}

/**
 * An object of these keys. Unknown ones and undefined members are left out.
 *
 * @param isNeeded the keys, right or misspelt, without which the call must not be made, given what was read under the known ones: an unknown
 *   one among them is an error.
 */
export function object(
  keys: OptionKeys,
  isNeeded: (key: string, read: UnknownRecord) => boolean = () => false,
): OptionShape {
  const known = Object.keys(keys);
  return {
    words: `an object { ${known.join(', ')} }`,
    read(value, path, warnings) {
      if (!isRecord(value)) return undefined;
      const read: { [key: string]: unknown } = {};
      const unknown: string[] = [];
      for (const [key, member] of Object.entries(value)) {
        if (member === undefined || member === null) continue;
        const shape = memberOf(keys, key);
        if (shape) read[key] = readOption(member, shape, `${path}.${key}`, warnings);
        else unknown.push(key);
      }
      // More unknown keys than there are known ones are no slips: an app's own user may have sent them to keep the app busy.
      const areSlips = unknown.length <= known.length;
      for (const key of unknown) {
        const argument = `${path}.${key}`;
        const needed = isNeeded(key, read);
        const candidates = known.filter((one) => !needed || isNeeded(one, read));
        const nearest = areSlips && nearestOf(key, candidates);
        const hint = nearest ? `Did you mean "${nearest}"?` : `Known are ${candidates.join(', ')}.`;
        const what = needed ? '. The call is not made without it' : ' is not sent';
        const message = `Unknown option ${argument}${what}. ${hint}`;
        if (needed) throw new InvalidArgumentError({ argument, message });
        warn(warnings, message);
      }
      return read;
    },
  };
}

export function either(first: OptionShape, second: OptionShape): OptionShape {
  return {
    words: `${first.words} or ${second.words}`,
    read: (value, path, warnings) => first.read(value, path, warnings) ?? second.read(value, path, warnings),
  };
}

/** @throws InvalidArgumentError for a promise or a value of another kind; the message names the place, what is allowed there, and a short text that is not. */
export function readOption(
  value: unknown,
  { words, read }: OptionShape,
  path: string,
  warnings: Warnings,
): unknown {
  refusePromises(value, path);
  const known = read(value, path, warnings);
  if (known !== undefined) return known;
  const given = typeof value === 'string' && value.length < 100 ? `, not "${value}"` : '';
  throw new InvalidArgumentError({ argument: path, message: `${path} must be ${words}${given}.` });
}

/** The known word with the fewest edits, if that is fewer than half of the letters. */
function nearestOf(word: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    // Shorter ones miss half of the letters already, so no edits are counted: for a word of 60 kB that took 3 s.
    .filter((candidate) => candidate.length > word.length / 2)
    .map((candidate) => [editsBetween(word.toLowerCase(), candidate.toLowerCase()), candidate] as const)
    .filter(([edits]) => edits < word.length / 2)
    .sort(([one], [other]) => one - other);
  return nearest?.[1];
}

/** https://en.wikipedia.org/wiki/Levenshtein_distance, one row at a time. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const letter of from) {
    let left = Infinity;
    row = row.map((above, column) => {
      const corner = row[column - 1] ?? Infinity;
      return (left = Math.min(above + 1, left + 1, corner + (letter === to[column - 1] ? 0 : 1)));
    });
  }
  return row.at(-1) ?? 0;
}
