// Parts that the specification does not have and that reach a model all the same, from callers in JavaScript and newer versions.

import type { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { isRecord } from '../record.ts';
import { notSupported } from './errors.ts';

/** @param part `never` for the compiler, which so proves that every known kind is handled. */
export function unknownPart(part: never, what: string, place: string): UnsupportedFunctionalityError {
  const given: unknown = part;
  const name = isRecord(given) ? String(given['type'] ?? given['role']) : typeof given;
  return notSupported(
    `${what} of type ${name}`,
    `${place} is a ${what} of the type "${name}", which the specification v4 does not have.`,
  );
}
