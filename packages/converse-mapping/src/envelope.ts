// A model that is made to call a tool sometimes writes the input a level too deep: inside a single member, named as if it were a part of the call.

import { isRecord, recordOf, type UnknownRecord } from './record.ts';

/**
 * Seen as such: github.com/anthropics/anthropic-sdk-typescript/issues/1011 (Claude Opus 4.7, on the wire),
 * github.com/BerriAI/litellm/issues/35790 (Claude Opus 4.6, and Bedrock).
 */
const NAMES = ['input', 'parameter', 'properties'];

/** The names that can be nothing else: the schema has no member of that name, and allows none. */
export function envelopesOf({
  additionalProperties,
  patternProperties,
  properties,
}: UnknownRecord): readonly string[] {
  if (additionalProperties !== false || patternProperties !== undefined) return [];
  return NAMES.filter((name) => !(name in recordOf(properties)));
}

/** Whether JSON that begins like this is in an envelope; undefined while that cannot be told. */
export function isEnveloped(json: string, envelopes: readonly string[]): boolean | undefined {
  const beginning = json.replace(/\s/g, '');
  const openings = envelopes.map((name) => `{"${name}":{`);
  if (openings.some((opening) => beginning.startsWith(opening))) return true;
  // An answer that went wrong may be blanks without end.
  return json.length < 99 && openings.some((opening) => opening.startsWith(beginning)) ? undefined : false;
}

/** What is inside, where that is an object and nothing is beside it; any other value as it is. */
export function withoutEnvelope(value: unknown, envelopes: readonly string[]): unknown {
  const record = recordOf(value);
  const [name = '', ...others] = Object.keys(record);
  const inside = record[name];
  return others.length === 0 && envelopes.includes(name) && isRecord(inside) ? inside : value;
}
