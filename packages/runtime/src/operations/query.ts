// Puts the members of a request into its query.
// https://smithy.io/2.0/spec/http-bindings.html#httpquery-trait
import { invalidRequest } from '../errors.ts';
import { encode } from './path.ts';

/** The values that are there, sorted by name as AWS's client sends them, with a question mark at the front. */
export function query(values: Readonly<Record<string, string | number | Date | null | undefined>>): string {
  const pairs: string[] = [];
  for (const name of Object.keys(values).sort()) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    pairs.push(`${name}=${encode(typeof value === 'object' ? timestamp(value, name) : String(value), name)}`);
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

// Without milliseconds where there are none, as AWS's client.
function timestamp(date: Date, name: string): string {
  // JavaScript may pass a list, or any other object.
  if (!Number.isFinite((date as Partial<Date>).getTime?.()))
    throw invalidRequest(`${name} is not a valid date.`);
  return date.toISOString().replace('.000Z', 'Z');
}
