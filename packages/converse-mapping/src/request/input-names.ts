// Tool inputs under names that Claude takes: for a single one with a dollar sign or a bracket, as APIs have them, it refuses all tools of
// the request. https://github.com/ComposioHQ/composio/issues/3500

import type { TextRule } from '@bedrock-kit/models';
import { isRecord, mapMembers, recordOf, type UnknownRecord } from '../record.ts';
import { distinctTexts, legalText } from './tool-names.ts';

/** "Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'", at the root of a schema alone. */
const INPUT_NAMES: TextRule = { characters: 'a-zA-Z0-9_.-', minLength: 1, maxLength: 64 };

/** Name on the wire → the caller's name, for those that had to be changed. */
export type InputNames = ReadonlyMap<string, string>;

/** Undefined when all names are taken as they are. */
export function inputNames(schema: UnknownRecord): InputNames | undefined {
  const names = new Set(Object.keys(recordOf(schema['properties'])));
  const distinct = distinctTexts(INPUT_NAMES.maxLength, names);
  const changed = new Map<string, string>();
  for (const name of [...names]) {
    const legal = legalText(name, INPUT_NAMES);
    if (legal !== name) changed.set(distinct(legal), name);
  }
  return changed.size > 0 ? changed : undefined;
}

/** The schema under those names; each property keeps the caller's name as its title. */
export function withInputNames(schema: UnknownRecord, names: InputNames): UnknownRecord {
  const wires = inverse(names);
  const titled = mapMembers(recordOf(schema['properties']), (member, title) =>
    wires.has(title) && isRecord(member) ? { ...member, title } : member,
  );
  return {
    ...schema,
    properties: renamed(titled, wires),
    ...(Array.isArray(schema['required']) && {
      required: schema['required'].map((name: string) => wires.get(name) ?? name),
    }),
  };
}

/** The input of an earlier call under those names, as in the schema of its tool. */
export function withWireNames(input: unknown, names: InputNames | undefined): unknown {
  return names && isRecord(input) ? renamed(input, inverse(names)) : input;
}

function inverse(names: InputNames): InputNames {
  return new Map([...names].map(([wire, name]) => [name, wire]));
}

/** The members under other names, in the same order. */
export function renamed(members: UnknownRecord, names: InputNames): UnknownRecord {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [names.get(name) ?? name, member]),
  );
}
