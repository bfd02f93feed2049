// Parts that the specification does not have and that reach a model all the same, from callers in JavaScript and newer versions.

import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { isRecord } from '../record.ts';

/** @param part `never` for the compiler, which so proves that every known kind is handled. */
export function unknownPart(part: never, what: string, place: string): UnsupportedFunctionalityError {
  const given: unknown = part;
  const type = isRecord(given) ? String(given['type'] ?? given['role']) : typeof given;
  return new UnsupportedFunctionalityError({
    functionality: `${what} of type ${type}`,
    message: `${place} is a ${what} of the type "${type}", which the AI SDK's specification v4 does not have.`,
  });
}
