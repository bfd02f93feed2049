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
  /** By the caller's id: the ids on the wire that have no result yet, and the last one given. */
  const calls = new Map<string, { readonly open: string[]; last: string }>();
  return {
    known: () => new Set(calls.keys()),
    call(id) {
      // An id of a fixed length has no room for a counter.
      const suffixOf =
        minLength === maxLength ? (copy: number) => checksum(`${id}#${copy}`, maxLength) : undefined;
      const wire = distinct(legalText(id, rule), suffixOf);
      const given = calls.get(id) ?? { open: [], last: wire };
      given.open.push(wire);
      given.last = wire;
      calls.set(id, given);
      return wire;
    },
    result(id) {
      const given = calls.get(id);
      const oldest = given?.open.shift();
      return given && { id: oldest ?? given.last, repeated: oldest === undefined };
    },
  };
}
