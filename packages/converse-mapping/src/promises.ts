// A promise that nobody awaited: JSON makes `{}` of it, so that what it stands for would be missing without a word.

import { InvalidArgumentError } from '@ai-sdk/provider';

/** Also what only acts as one, such as a query of a database that runs when it is awaited. */
export function isPromise(value: unknown): boolean {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
}

/**
 * @param json the value as JSON: if an empty object is in it, the value is looked through for promises.
 * @throws InvalidArgumentError for a promise, with its place.
 */
export function refusePromises(value: unknown, path: string, json = ''): void {
  if (isPromise(value))
    throw new InvalidArgumentError({ argument: path, message: `${path} is a promise. Await it.` });
  // JSON looks at what `toJSON` gives, not at what is in the object.
  if (typeof value !== 'object' || value === null || !json.includes('{}') || 'toJSON' in value) return;
  for (const [name, member] of Object.entries(value))
    if (typeof member === 'object') refusePromises(member, `${path}.${name}`, '{}');
}
