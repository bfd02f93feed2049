/**
 * How a request differs from the expected one, in lines that a person can read.
 */
import { isBytes } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';

/** A place where two values differ: what was expected there, and what came. */
export interface Difference {
  /** Such as `messages[0].content[0].text`; empty for the value as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/**
 * Compares only what `expected` says: an object may have more members, a list may not have more items. A regular
 * expression stands for any text that it fits, and a matcher of a test runner for what it matches.
 */
export function differences(expected: unknown, received: unknown, path = ''): Difference[] {
  if (isMatcher(expected))
    return expected.asymmetricMatch(received) ? [] : [difference(path, expected, received)];
  if (expected instanceof RegExp) {
    // Not by `test`, which continues where a global or sticky expression stopped.
    return typeof received === 'string' && received.search(expected) >= 0
      ? []
      : [difference(path, expected, received)];
  }
  if (isBytes(expected)) return sameBytes(expected, received) ? [] : [difference(path, expected, received)];
  if (Array.isArray(expected)) return listDifferences(expected, received, path);
  if (hasMembers(expected) && hasMembers(received)) {
    return Object.entries(expected).flatMap(([name, member]) =>
      differences(member, received[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return Object.is(expected, received) ? [] : [difference(path, expected, received)];
}

function listDifferences(expected: readonly unknown[], received: unknown, path: string): Difference[] {
  if (!Array.isArray(received)) return [difference(path, expected, received)];
  const longer = Math.max(expected.length, received.length);
  return Array.from({ length: longer }, (_, index) => index).flatMap((index) => {
    const place = `${path}[${index}]`;
    if (index >= expected.length)
      return [{ path: place, expected: 'nothing', received: show(received[index]) }];
    if (index >= received.length)
      return [{ path: place, expected: show(expected[index]), received: 'nothing' }];
    return differences(expected[index], received[index], place);
  });
}

/** The differences as lines: the place, then what was expected (`-`) and what came (`+`). */
export function renderDifferences(list: readonly Difference[]): string {
  return list
    .map(({ path, expected, received }) => `  ${path || 'request'}\n  - ${expected}\n  + ${received}`)
    .join('\n');
}

function difference(path: string, expected: unknown, received: unknown): Difference {
  return { path, expected: show(expected), received: show(received) };
}

/** Longer values are shown by their beginning. */
const longestValue = 300;

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value instanceof RegExp) return `a text like ${String(value)}`;
  if (isMatcher(value)) return value.toAsymmetricMatcher?.() ?? `${String(value)} ${show(value.sample)}`;
  if (isBytes(value)) return `${value.length} bytes`;
  const text = JSON.stringify(value, (_name, member: unknown) =>
    isBytes(member) || isMatcher(member) ? show(member) : member,
  );
  return text.length > longestValue ? `${text.slice(0, longestValue)}...` : text;
}

/**
 * Such as `expect.stringContaining('a')` of Vitest and Jest.
 *
 * https://jestjs.io/docs/expect#asymmetric-matchers
 */
interface Matcher {
  asymmetricMatch(received: unknown): boolean;
  toAsymmetricMatcher?(): string;
  readonly sample?: unknown;
  toString(): string;
}

function isMatcher(value: unknown): value is Matcher {
  return isObject(value) && typeof value['asymmetricMatch'] === 'function';
}

function hasMembers(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !isBytes(value);
}

function sameBytes(expected: Uint8Array, received: unknown): boolean {
  if (!isBytes(received) || received.length !== expected.length) return false;
  return expected.every((byte, index) => byte === received[index]);
}
