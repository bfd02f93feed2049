// Provider options checked by hand: a known key of the wrong type is an error, an unknown one a warning with its nearest neighbour.
// https://ai-sdk.dev/docs/ai-sdk-core/provider-options

import { InvalidArgumentError } from '@ai-sdk/provider';
import { isRecord, itemsOf, type UnknownRecord } from './record.ts';
import type { Warnings } from './warnings.ts';

/** What a value may be: of a kind (`json` is a JSON object), one of the words, or made of others. An object lists its keys. */
export type OptionShape =
  | 'string'
  | 'boolean'
  | 'number'
  | 'json'
  | 'any'
  | readonly string[]
  | { readonly list: OptionShape }
  | { readonly map: OptionShape }
  | { readonly object: OptionKeys }
  | { readonly either: readonly OptionShape[] };

export type OptionKeys = { readonly [key: string]: OptionShape };

/**
 * The object without its unknown keys and undefined members.
 *
 * @throws InvalidArgumentError when a value cannot be what it has to be; the message names the place.
 */
export function readOptions(
  value: unknown,
  keys: OptionKeys,
  path: string,
  warnings: Warnings,
): UnknownRecord {
  if (!isRecord(value)) throw mismatch(path, { object: keys });
  const read: { [key: string]: unknown } = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || member === null) continue;
    const shape = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (shape === undefined) warnings.other(unknownKey(`${path}.${key}`, key, Object.keys(keys)));
    else read[key] = readValue(member, shape, `${path}.${key}`, warnings);
  }
  return read;
}

function readValue(value: unknown, shape: OptionShape, path: string, warnings: Warnings): unknown {
  if (!fits(value, shape)) throw mismatch(path, shape);
  if (typeof shape === 'string' || isWords(shape)) return value;
  if ('either' in shape) {
    const fitting = shape.either.find((choice) => fits(value, choice)) ?? 'any';
    return readValue(value, fitting, path, warnings);
  }
  if ('object' in shape) return readOptions(value, shape.object, path, warnings);
  if ('list' in shape) {
    return itemsOf(value).map((item, index) => readValue(item, shape.list, `${path}[${index}]`, warnings));
  }
  const entries = Object.entries(isRecord(value) ? value : {}).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, readValue(item, shape.map, `${path}.${key}`, warnings)]),
  );
}

/** Of the right kind as seen from outside; members are looked at when they are read. */
function fits(value: unknown, shape: OptionShape): boolean {
  if (shape === 'any') return true;
  if (shape === 'number') return Number.isFinite(value);
  if (shape === 'json') return isRecord(value);
  if (typeof shape === 'string') return typeof value === shape;
  if (isWords(shape)) return typeof value === 'string' && shape.includes(value);
  if ('either' in shape) return shape.either.some((choice) => fits(value, choice));
  return 'list' in shape ? Array.isArray(value) : isRecord(value);
}

/** Array.isArray, which does not see that an array may be readonly. */
function isWords(shape: Exclude<OptionShape, string>): shape is readonly string[] {
  return Array.isArray(shape);
}

function mismatch(path: string, shape: OptionShape): InvalidArgumentError {
  return new InvalidArgumentError({ argument: path, message: `${path} must be ${words(shape)}.` });
}

function words(shape: OptionShape): string {
  if (typeof shape === 'string') return shape === 'json' ? 'a JSON object' : `a ${shape}`;
  if (isWords(shape)) return shape.map((word) => `'${word}'`).join(' or ');
  if ('either' in shape) return shape.either.map(words).join(' or ');
  if ('object' in shape) return `an object with any of ${Object.keys(shape.object).join(', ')}`;
  return 'list' in shape ? 'an array' : 'an object';
}

function unknownKey(path: string, key: string, known: readonly string[]): string {
  const nearest = nearestOf(key, known);
  const hint = nearest === undefined ? `Known are ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
  return `Unknown option ${path} is not sent. ${hint}`;
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
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
