// Ids of tool calls as the model takes them: legal, unique in the request, and the same for a call and its result.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html

import type { TextRule } from '@bedrock-kit/models';
import { checksum, distinctTexts, legalText } from './tool-names.ts';

/** ToolUseBlock.toolUseId of the service model. */
const TOOL_USE_IDS: TextRule = { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 };

/** A result's id on the wire, and whether it is the first for its call. */
export interface ResultId {
  readonly id: string;
  readonly repeated: boolean;
}

/**
 * Ids come from other providers (long, with `|`) or repeat from turn to turn (`functions.search:0`), so each call gets the nearest
 * legal id that is free, and a result goes to the oldest call of its id that has none yet.
 */
export interface ToolIds {
  /** The caller's ids of all calls. */
  known(): ReadonlySet<string>;
  call(id: string): string;
  /** Undefined for a result that has no call. */
  result(id: string): ResultId | undefined;
}

export function newToolIds(rule: TextRule = TOOL_USE_IDS): ToolIds {
  const { minLength, maxLength } = rule;
  const distinct = distinctTexts(maxLength);
  const calls = new Map<string, string[]>();
  const answered = new Map<string, number>();
  return {
    known: () => new Set(calls.keys()),
    call(id) {
      // An id of a fixed length has no room for a counter.
      const suffixOf =
        minLength === maxLength ? (copy: number) => checksum(`${id}#${copy}`, maxLength) : undefined;
      const wire = distinct(legalText(id, rule), suffixOf);
      const before = calls.get(id);
      if (before) before.push(wire);
      else calls.set(id, [wire]);
      return wire;
    },
    result(id) {
      const wires = calls.get(id) ?? [];
      const place = answered.get(id) ?? 0;
      const open = wires[place];
      if (open !== undefined) answered.set(id, place + 1);
      const wire = open ?? wires.at(-1);
      return wire === undefined ? undefined : { id: wire, repeated: open === undefined };
    },
  };
}
