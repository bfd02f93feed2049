// Finds the JSON value in text that should hold nothing else, as it streams, and tells it from prose and code fences around it.
// https://www.rfc-editor.org/rfc/rfc8259#section-2

import type { RequestedJson } from '../context.ts';

const STRING = '"(?:[^"\\\\]|\\\\[^])*"';
/** A string, a number or a word, and the space behind it. */
const SCALAR = `(?:${STRING}|[\\w.+-]+)\\s*`;

/**
 * An opening bracket and what of a value follows it: a key, or a list up to its first nested value or open string. It ends where no value
 * goes on, so that text full of brackets is not read to its end from each of them.
 */
const BEGINNING = new RegExp(`^(?:\\{\\s*(?:${STRING}\\s*)?|\\[\\s*(?:${SCALAR},\\s*)*(?:${SCALAR})?)`);

/** As JSON has them, but for raw line breaks and tabs in a string: a common slip of models, left to whoever repairs it. */
const JSON_SPACE = '[ \\t\\r\\n]*';
const JSON_STRING = `"(?:[\\t\\r\\n -!#-[\\]-\\uffff]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*"${JSON_SPACE}`;
const JSON_SCALAR = `(?:${JSON_STRING}|(?:-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)${JSON_SPACE})`;

/**
 * Matches a beginning with the character behind it, if they cannot be prose: a key with its colon, a nested value, or an end. It also matches a
 * string that is still open, which may yet become a key or an item. Not by JSON.parse: that took 50 µs to refuse, and more than ten seconds for
 * a text of nothing but brackets.
 */
const IS_VALUE = new RegExp(
  `^(?:\\{${JSON_SPACE}(?:${JSON_STRING}:|[}"])|\\[${JSON_SPACE}(?:\\]|(?:${JSON_SCALAR},${JSON_SPACE})*(?:${JSON_SCALAR}\\]|[[{"])))$`,
);

/** What begins like a value for so long is one: prose has no such lists, and what waits is read again with every new piece. */
const LONG = 1000;

/** The text in the order in which it came, cut into prose and JSON. */
export interface Extracted {
  prose: string;
  json: string;
  /** Prose after the value. */
  after: string;
}

export class JsonExtractor {
  /** The value has begun beyond doubt. */
  found = false;
  complete = false;
  readonly #opens: RegExp;
  #possible = '';
  #depth = 0;
  #quoted = false;
  #escaped = false;

  constructor(root: RequestedJson['root']) {
    this.#opens = root === 'object' ? /\{/ : root === 'array' ? /\[/ : /[{[]/;
  }

  push(text: string): Extracted {
    let prose = '';
    let rest = this.end() + text;
    while (!this.found && rest !== '') {
      const at = rest.search(this.#opens);
      prose += at < 0 ? rest : rest.slice(0, at);
      rest = at < 0 ? '' : rest.slice(at);
      // No more: of a list of two million numbers the patterns would end in a RangeError.
      const read = rest.slice(0, LONG);
      const [beginning = ''] = BEGINNING.exec(read) ?? [];
      const next = read.charAt(beginning.length);
      const isValue = next === '' || IS_VALUE.test(beginning + next);
      if (!isValue) {
        // `{1,2}` was no object: its bracket is prose, and the search goes on right behind it.
        prose += rest.slice(0, 1);
        rest = rest.slice(1);
      } else if ((next === '' || next === '"') && rest.length < LONG) {
        this.#possible = rest;
        rest = '';
      } else this.found = true;
    }
    const end = this.#endOf(rest);
    return { prose, json: rest.slice(0, end), after: rest.slice(end) };
  }

  /** What began like a value and never became one. */
  end(): string {
    const rest = this.#possible;
    this.#possible = '';
    return rest;
  }

  /** Only counts brackets: a value that is broken inside is still JSON, for whoever repairs it. */
  #endOf(text: string): number {
    let at = 0;
    for (; at < text.length && !this.complete; at += 1) {
      const char = text.charAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (char === '\\') this.#escaped = true;
      else if (char === '"') this.#quoted = !this.#quoted;
      else if (!this.#quoted) {
        if (char === '{' || char === '[') this.#depth += 1;
        if (char === '}' || char === ']') this.#depth -= 1;
        this.complete = this.#depth === 0;
      }
    }
    return at;
  }
}
