// Ids of tool calls as the model takes them: legal, unique in the request, and the same for a call and its result.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html

import type { TextRule } from '@bedrock-kit/models';
import { checksum, legalText, untaken } from './tool-names.ts';

/** ToolUseBlock.toolUseId of the service model. */
const TOOL_USE_IDS: TextRule = { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 };

/** A result's id on the wire, and whether it has a call: `orphan` has none, `repeated` is the second for the same call. */
export interface ResultId {
  readonly id: string;
  readonly kind: 'answer' | 'repeated' | 'orphan';
}

/**
 * Ids come from other providers (long, with `|`) or repeat from turn to turn (`functions.search:0`), so each call gets the nearest
 * legal id that is free, and a result goes to the oldest call of its id that has none yet.
 */
export class ToolIds {
  readonly #rule: TextRule;
  readonly #taken = new Set<string>();
  readonly #open = new Map<string, string[]>();
  readonly #answered = new Map<string, string>();

  constructor(rule: TextRule = TOOL_USE_IDS) {
    this.#rule = rule;
  }

  call(id: string): string {
    const { minLength, maxLength } = this.#rule;
    const wire = untaken(
      legalText(id, this.#rule),
      this.#taken,
      maxLength,
      // An id of a fixed length has no room for a counter.
      minLength === maxLength ? (copy) => checksum(`${id}#${copy}`, maxLength) : undefined,
    );
    this.#taken.add(wire);
    this.#open.set(id, [...(this.#open.get(id) ?? []), wire]);
    return wire;
  }

  result(id: string): ResultId {
    const open = this.#open.get(id)?.shift();
    const answered = this.#answered.get(id);
    if (open === undefined) {
      return answered === undefined
        ? { id: legalText(id, this.#rule), kind: 'orphan' }
        : { id: answered, kind: 'repeated' };
    }
    this.#answered.set(id, open);
    return { id: open, kind: 'answer' };
  }
}
