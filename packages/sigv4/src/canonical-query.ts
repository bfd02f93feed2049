/**
 * The third line of the canonical request: the query, encoded and sorted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { encodeValue, normalizeEncoding } from './uri-encoding.ts';

/**
 * A query as text, already percent-encoded as it is sent, or as names and values that are not encoded yet. In text a `+` is
 * a plus sign, as it is for AWS, not a space.
 */
export type QueryInput =
  | string
  | URLSearchParams
  | Iterable<readonly [string, string | null | undefined]>
  | Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

/** `null` is a name without a value, `undefined` is no parameter at all. */
export type QueryValue = string | number | boolean | null | undefined;

/** One encoded parameter: name, NUL and value. No encoded text holds a NUL, so these sort by name first, then by value. */
export type Parameter = string;

export function parameter(name: string, value: QueryValue): Parameter {
  return `${encodeValue(name)}\0${value == null ? '' : encodeValue(String(value))}`;
}

export function parametersOf(query: QueryInput): Parameter[] {
  if (typeof query === 'string') return parametersOfText(query);
  const pairs =
    Symbol.iterator in query
      ? [...query]
      : Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
  return pairs.filter(([, value]) => value !== undefined).map(([name, value]) => parameter(name, value));
}

function parametersOfText(text: string): Parameter[] {
  const found: Parameter[] = [];
  for (const item of text.replace(/^\?/, '').split('&')) {
    if (item === '') continue;
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(item) ?? [];
    found.push(`${normalizeEncoding(name)}\0${normalizeEncoding(value)}`);
  }
  return found;
}

/** Sorted by code unit, which for encoded text is sorted by byte. */
export function canonicalQuery(parameters: readonly Parameter[]): string {
  return [...parameters].sort().join('&').replaceAll('\0', '=');
}
