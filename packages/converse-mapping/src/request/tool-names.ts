// Tool names as the service allows them, and the way back to the caller's own.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html

import type { TextRule } from '@bedrock-kit/models';

/** ToolSpecification.name of the service model: `[a-zA-Z0-9_-]{1,64}`. */
const TOOL_NAMES: TextRule = { characters: 'a-zA-Z0-9_-', minLength: 1, maxLength: 64 };

export class ToolNames {
  readonly #wire = new Map<string, string>();
  readonly #original = new Map<string, string>();

  /** The name on the wire: the same for the same name in tools, tool choice and history. */
  wire(name: string): string {
    const known = this.#wire.get(name);
    if (known !== undefined) return known;
    const legal = legalText(name, TOOL_NAMES);
    const wire = this.#original.has(legal) ? this.#firstFree(legal) : legal;
    return this.bind(name, wire);
  }

  /** Gives a name that is fixed by the model, such as `bash` for the caller's `shell`. */
  bind(name: string, wire: string): string {
    this.#wire.set(name, wire);
    this.#original.set(wire, name);
    return wire;
  }

  /** A name that no tool of the caller has. */
  reserve(wanted: string): string {
    const wire = this.#original.has(wanted) ? this.#firstFree(wanted) : wanted;
    this.#original.set(wire, wire);
    return wire;
  }

  /** Name on the wire → the caller's name, where they differ. */
  changed(): ReadonlyMap<string, string> {
    return new Map([...this.#original].filter(([wire, name]) => wire !== name));
  }

  #firstFree(stem: string): string {
    for (let number = 2; ; number += 1) {
      const suffix = `_${number}`;
      const name = stem.slice(0, TOOL_NAMES.maxLength - suffix.length) + suffix;
      if (!this.#original.has(name)) return name;
    }
  }
}

/** The text itself when the rule takes it, otherwise the nearest text that it takes. */
export function legalText(text: string, rule: TextRule): string {
  const illegal = new RegExp(`[^${rule.characters}]`, 'g');
  const legal = text.replace(illegal, rule.characters.includes('_') ? '_' : '');
  if (legal.length <= rule.maxLength && legal.length >= rule.minLength) return legal;
  // Long names often differ at their end only, so what is cut off is kept as a checksum.
  const sum = checksum(text, Math.min(8, rule.maxLength));
  if (legal.length > rule.maxLength) return legal.slice(0, rule.maxLength - sum.length) + sum;
  return (legal + checksum(text, rule.minLength)).slice(0, rule.minLength);
}

const BASE_36 = 36;

/** FNV-1a over UTF-16 units, as letters and digits: https://www.rfc-editor.org/rfc/rfc9923 */
export function checksum(text: string, length: number): string {
  let digits = '';
  for (let round = 0; digits.length < length; round += 1) {
    let hash = 0x811c9dc5 ^ round;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    digits += (hash >>> 0).toString(BASE_36).padStart(7, '0').slice(-6);
  }
  return digits.slice(0, length);
}
