// Members of a JSON schema that say nothing, and for which a request is refused or a model is told what is of no use to it.

import { filterMembers, type UnknownRecord } from '../record.ts';

/** The schema without them; the members inside its own members stay. */
export function withoutIdleMembers(schema: UnknownRecord): UnknownRecord {
  return filterMembers(schema, ([key, value]) => !isIdle(key, value));
}

const BOUND = /^(?:(?:exclusiveM|m)(?:in|ax)imum|max(?:Length|Items|Properties)|default|examples?)$/;

const TYPES = new Set<unknown>('array boolean integer null number object string'.split(' '));

/**
 * Whether a keyword is to be left out: it says nothing, and because of it all tools would be refused:
 * - a bound that overflows: schema libraries write ±9007199254740991 for "a safe integer", and servers that and more for "of any
 *   length" (https://github.com/tailcallhq/forgecode/pull/3308), of which Claude refuses what 64 bits do not hold ("int too big to
 *   convert": https://github.com/RevenueCat/ai-toolkit/issues/26); Infinity, as in a schema of Zod 3, which JSON would make null;
 * - null for a member that is not set (https://github.com/maximhq/bifrost/issues/1720);
 * - a type that there is not, such as `any` (https://github.com/blurrah/mcp-graphql/issues/14).
 */
function isIdle(key: string, value: unknown): boolean {
  if (value === null) return key !== 'default' && key !== 'const';
  if (key === 'type') return ![value].flat().every((name) => TYPES.has(name));
  // PHP writes an object without members as a list.
  if (key === 'properties') return Array.isArray(value);
  return BOUND.test(key) && overflows(value);
}

/** An example may be a whole object, with a number of 64 bits in it. */
function overflows(value: unknown): boolean {
  // Without the cast the compiler takes it for `false`, since only a callback changes it.
  let found = false as boolean;
  // JSON's own walk throws at a value that contains itself, and sees Infinity before it becomes null.
  JSON.stringify(value, (_key, each: unknown) => {
    found ||= typeof each === 'number' && !(Math.abs(each) < Number.MAX_SAFE_INTEGER);
    return each;
  });
  return found;
}
