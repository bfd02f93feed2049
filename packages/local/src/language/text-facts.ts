/**
 * What can be read out of a sentence to fill the arguments of a tool: named values, quoted words, numbers, proper names.
 */
import { literal } from '../literal.ts';

/**
 * The most characters of a name or a value that is looked for: engines refuse a regular expression that is too long. Measured with Node 24:
 * a word of 33,000 characters is refused, and so is a name of 7,000 words.
 */
const longest = 1000;

/** Facts are handed out once, so that two arguments of one call do not get the same number. */
export class TextFacts {
  readonly text: string;
  readonly #numbers: number[];
  readonly #quoted: string[];
  readonly #names: string[];

  constructor(text: string) {
    this.text = text.trim();
    this.#quoted = captures(text, /["“]([^"“”]+)["”]|(?<!\w)'([^']+)'(?!\w)/g);
    this.#numbers = captures(text, /(?<![\w.])(-?\d+(?:\.\d+)?)(?![\w])/g).map(Number);
    this.#names = properNames(text);
  }

  /** The value in `name: value`, `name = value`, `name is value` or `name "value"`. */
  named(name: string): string | undefined {
    if (name.length > longest) return undefined;
    const words = splitName(name).join('[\\s_-]*');
    const pattern = new RegExp(
      `\\b${words}\\s*(?::|=|\\bis\\b|\\bof\\b)\\s*(?:"([^"]+)"|'([^']+)'|([^\\s,;]+))`,
      'i',
    );
    const found = pattern.exec(this.text);
    const value = found?.[1] ?? found?.[2] ?? found?.[3];
    return value?.replace(/(?<![.?!])[.?!]+$/, '');
  }

  number(): number | undefined {
    return this.#numbers.shift();
  }

  quoted(): string | undefined {
    return this.#quoted.shift();
  }

  properName(): string | undefined {
    return this.#names.shift();
  }

  /** True when the words of `value` stand in the text. */
  mentions(value: string): boolean {
    if (value.length > longest) return false;
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal(value)}(?![\\p{L}\\p{N}])`, 'iu').test(this.text);
  }
}

/** `getCurrent_weather-now` → `get`, `current`, `weather`, `now`. */
export function splitName(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function captures(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? match[2] ?? '');
}

/** Capitalised words that follow a preposition come first, then those inside a sentence. */
function properNames(text: string): string[] {
  const name = String.raw`(\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*)*)`;
  const placed = captures(
    text,
    new RegExp(String.raw`\b(?:in|at|for|to|from|near|of|about)\s+${name}`, 'gu'),
  );
  const others = captures(text, new RegExp(String.raw`(?<=[\p{L}\p{N},;]\s)${name}`, 'gu'));
  return [...new Set([...placed, ...others].map((found) => found.replace(/(?<![.'’-])[.'’-]+$/, '')))];
}
