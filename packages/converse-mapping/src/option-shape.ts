// Provider options checked by hand: a known key of the wrong type is an error, an unknown one a warning with its nearest neighbour, or
// an error where the call must not go without it.
// https://ai-sdk.dev/docs/ai-sdk-core/provider-options

import { InvalidArgumentError } from '@ai-sdk/provider';
import {
  isRecord,
  mapMembers,
  memberOf,
  numberOf,
  stringOf,
  type UnknownRecord,
  withoutUndefined,
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
export const boolean: OptionShape = {
  words: 'a boolean',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};
export const number: OptionShape = { words: 'a number', read: numberOf };
export const json: OptionShape = {
  words: 'a JSON object',
  read: (value) => (isRecord(value) ? value : undefined),
};
export const list: OptionShape = {
  words: 'an array',
  read: (value) => (Array.isArray(value) ? value : undefined),
};

/** One of these words. */
export function oneOf(words: string): OptionShape {
  const known: readonly unknown[] = words.split(' ');
  return {
    words: `'${known.join("' or '")}'`,
    read: (value) => (known.includes(value) ? value : undefined),
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
        ? mapMembers(withoutUndefined(value) ?? {}, (member, key) =>
            readOption(member, item, `${path}.${key}`, warnings),
          )
        : undefined,
  };
}

/**
 * An object of these keys. Unknown ones and undefined members are left out.
 *
 * @param isKept the keys, right or misspelt, that are an error rather than left out, given what was read under the known ones.
 */
export function object(
  keys: OptionKeys,
  isKept: (key: string, read: UnknownRecord) => boolean = () => false,
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
      for (const key of unknown) {
        const argument = `${path}.${key}`;
        if (isKept(key, read)) {
          const hint = hintFor(
            key,
            known.filter((one) => isKept(one, read)),
          );
          const message = `Unknown option ${argument}. The call is not made without it. ${hint}`;
          throw new InvalidArgumentError({ argument, message });
        }
        const message = `Unknown option ${argument} is not sent. ${hintFor(key, known)}`;
        warn(warnings, { type: 'other', message });
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

/** @throws InvalidArgumentError when a value cannot be what it has to be; the message names the place. */
export function readOption(
  value: unknown,
  { words, read }: OptionShape,
  path: string,
  warnings: Warnings,
): unknown {
  const known = read(value, path, warnings);
  if (known !== undefined) return known;
  throw new InvalidArgumentError({ argument: path, message: `${path} must be ${words}.` });
}

function hintFor(key: string, known: readonly string[]): string {
  const nearest = nearestOf(key, known);
  return nearest === undefined ? `Known are ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
}

/** The known word with the fewest edits, if that is fewer than half of the letters. */
function nearestOf(word: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Math.ceil(word.length / 2);
  for (const candidate of known) {
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** https://en.wikipedia.org/wiki/Levenshtein_distance, one row at a time. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const letter of from) {
    const next: number[] = [];
    row.forEach((above, column) => {
      const left = next[column - 1] ?? Infinity;
      const corner = row[column - 1] ?? Infinity;
      next.push(Math.min(above + 1, left + 1, corner + (letter === to[column - 1] ? 0 : 1)));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
