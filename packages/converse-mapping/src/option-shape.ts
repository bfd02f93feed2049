// Provider options checked by hand: a known key of the wrong type is an error, an unknown one a warning with its nearest neighbour.
// https://ai-sdk.dev/docs/ai-sdk-core/provider-options

import { InvalidArgumentError } from '@ai-sdk/provider';
import { isRecord, type UnknownRecord } from './record.ts';
import type { Warnings } from './warnings.ts';

/** What a value may be. An object lists its keys, so that a slip of the pen is seen. */
export type OptionShape =
  | { readonly is: 'string' | 'boolean' | 'number' | 'json' | 'any' }
  | { readonly oneOf: readonly string[] }
  | { readonly list: OptionShape }
  | { readonly map: OptionShape }
  | { readonly object: OptionKeys }
  | { readonly either: readonly OptionShape[] };

export type OptionKeys = { readonly [key: string]: OptionShape };

export const string: OptionShape = { is: 'string' };
export const boolean: OptionShape = { is: 'boolean' };
export const number: OptionShape = { is: 'number' };
/** A JSON object. */
export const json: OptionShape = { is: 'json' };
export const any: OptionShape = { is: 'any' };

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
  if ('object' in shape) return readOptions(value, shape.object, path, warnings);
  if ('either' in shape) {
    const fitting = shape.either.find((choice) => fits(value, choice));
    if (fitting === undefined) throw mismatch(path, shape);
    return readValue(value, fitting, path, warnings);
  }
  if (!fits(value, shape)) throw mismatch(path, shape);
  if ('list' in shape && Array.isArray(value)) {
    return value.map((item, index) => readValue(item, shape.list, `${path}[${index}]`, warnings));
  }
  if ('map' in shape && isRecord(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, readValue(item, shape.map, `${path}.${key}`, warnings)]),
    );
  }
  return value;
}

/** Of the right kind as seen from outside; members are looked at when they are read. */
function fits(value: unknown, shape: OptionShape): boolean {
  if ('oneOf' in shape) return typeof value === 'string' && shape.oneOf.includes(value);
  if ('list' in shape) return Array.isArray(value);
  if ('map' in shape || 'object' in shape) return isRecord(value);
  if ('either' in shape) return shape.either.some((choice) => fits(value, choice));
  if (shape.is === 'any') return true;
  if (shape.is === 'number') return Number.isFinite(value);
  return shape.is === 'json' ? isRecord(value) : typeof value === shape.is;
}

function mismatch(path: string, shape: OptionShape): InvalidArgumentError {
  return new InvalidArgumentError({ argument: path, message: `${path} must be ${words(shape)}.` });
}

function words(shape: OptionShape): string {
  if ('oneOf' in shape) return shape.oneOf.map((word) => `'${word}'`).join(' or ');
  if ('list' in shape) return 'an array';
  if ('map' in shape) return 'an object';
  if ('object' in shape) return `an object with any of ${Object.keys(shape.object).join(', ')}`;
  if ('either' in shape) return shape.either.map(words).join(' or ');
  return shape.is === 'json' ? 'a JSON object' : `a ${shape.is}`;
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
