// Tool names as the service allows them, and the way back to the caller's own.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html

import type { TextRule } from '@bedrock-kit/models';

/** ToolSpecification.name of the service model: `[a-zA-Z0-9_-]{1,64}`. */
export const TOOL_NAMES: TextRule = { characters: 'a-zA-Z0-9_-', minLength: 1, maxLength: 64 };

export class ToolNames {
  readonly #rule: TextRule;
  readonly #wire = new Map<string, string>();
  readonly #original = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #distinct: ReturnType<typeof distinctTexts>;

  constructor(rule: TextRule = TOOL_NAMES) {
    this.#rule = rule;
    this.#distinct = distinctTexts(rule.maxLength, this.#taken);
  }

  /** The name on the wire: the same for the same name in tools, tool choice and history. */
  wire(name: string): string {
    return this.#wire.get(name) ?? this.bind(name, this.#distinct(legalText(name, this.#rule)));
  }

  /** Gives a name that is fixed by the model, such as `bash` for the caller's `shell`. */
  bind(name: string, wire: string): string {
    this.#wire.set(name, wire);
    this.#original.set(wire, name);
    this.#taken.add(wire);
    return wire;
  }

  /** A name that no tool of the caller has. */
  reserve(wanted: string): string {
    const wire = this.#distinct(wanted);
    this.#original.set(wire, wire);
    return wire;
  }

  /** Name on the wire → the caller's name, where they differ. */
  changed(): ReadonlyMap<string, string> {
    return new Map([...this.#original].filter(([wire, name]) => wire !== name));
  }
}

/**
 * Makes each text distinct from those that are taken, and takes it: the text itself, or with the first suffix from `first` on that makes
 * it unique. The suffixes before the last one of a text are not tried again: all of them are taken.
 */
export function distinctTexts(
  maxLength: number,
  taken: Set<string> = new Set(['']),
): (text: string, suffixOf?: (copy: number) => string, first?: number) => string {
  const copies = new Map<string, number>();
  return (text, suffixOf = (copy) => `_${copy}`, first = 2) => {
    let free = text;
    let copy = copies.get(text) ?? first;
    for (; taken.has(free); copy += 1) {
      const suffix = suffixOf(copy);
      free = text.slice(0, maxLength - suffix.length).trimEnd() + suffix;
    }
    copies.set(text, copy);
    taken.add(free);
    return free;
  };
}

/** The text itself when the rule takes it, otherwise the nearest text that it takes. */
export function legalText(text: string, { characters, minLength, maxLength }: TextRule): string {
  const illegal = new RegExp(`[^${characters}]`, 'g');
  const legal = text.replace(illegal, characters.includes('_') ? '_' : '');
  if (legal.length > maxLength) {
    // Long names often differ at their end only, so what is cut off is kept as a checksum.
    const kept = Math.max(maxLength - 8, 0);
    return legal.slice(0, kept) + checksum(text, maxLength - kept);
  }
  return legal + checksum(text, minLength - legal.length);
}

/** FNV-1a over UTF-16 units, as letters and digits: https://www.rfc-editor.org/rfc/rfc9923 */
export function checksum(text: string, length: number): string {
  let digits = '';
  for (let round = 0; digits.length < length; round += 1) {
    let hash = 0x811c9dc5 ^ round;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    digits += (hash >>> 0).toString(36).padStart(7, '0').slice(-6);
  }
  return digits.slice(0, length);
}
