/**
 * The third line of the canonical request: the query, encoded and sorted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
import { eachPair } from './pairs.ts';
import { encodeValue, normalizeEncoding } from './uri-encoding.ts';

/** `null` is a name without a value, `undefined` is no parameter at all. */
export type QueryValue = string | number | boolean | null | undefined;

/**
 * A query as text, already percent-encoded as it is sent, or as names and values that are not encoded yet. In text a `+` is
 * a space, as `URLSearchParams` writes and most services read it, and is sent as `%20`; a plus sign is `%2B`.
 */
export type QueryInput =
  | string
  | URLSearchParams
  | Iterable<readonly [string, QueryValue]>
  | Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

/** One encoded parameter: name, NUL and value. No encoded text holds a NUL, so these sort by name first, then by value. */
export type Parameter = string;

export function parameter(name: string, value: QueryValue): Parameter {
  return `${encodeValue(name)}\0${encodeValue(String(value ?? ''))}`;
}

/** Text of a query without a `+`, which stands for a space. */
export function spaced(query: string): string {
  return query.replaceAll('+', '%20');
}

export function parametersOf(query: QueryInput): Parameter[] {
  if (typeof query === 'string') {
    const items = spaced(query).match(/(?!^\?)[^&]+/g) ?? [];
    // The first equals sign ends the name; without one the value is empty.
    return items.map((item) => item.replace(/=|$/, '\0').replace(/[^\0]+/g, normalizeEncoding));
  }
  const found: Parameter[] = [];
  eachPair<QueryValue>(query, (name, value) => found.push(parameter(name, value)));
  return found;
}

/** The parameters in the order given. */
export function queryText(parameters: readonly Parameter[]): string {
  return parameters.join('&').replaceAll('\0', '=');
}

/** Sorted by code unit, which for encoded text is sorted by byte. */
export function canonicalQuery(parameters: readonly Parameter[]): string {
  return queryText([...parameters].sort());
}
