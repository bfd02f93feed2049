// Finds the JSON value in text that should hold nothing else, as it streams, and tells it from prose and code fences around it.
// https://www.rfc-editor.org/rfc/rfc8259#section-2

import { isJson } from '../record.ts';

/** An opening bracket and what follows it, up to the next bracket, a colon or an open string. */
const BEGINNING = /^[[{](?:"(?:[^"\\]|\\[^])*"|[^":[\]{}])*/;

/** Only these decide, so that text that waits, such as a long list of words, is not read again with every new piece. */
const DECIDING = /[:[\]{}]/;

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

  constructor(root: 'object' | 'array' | 'any') {
    this.#opens = root === 'object' ? /\{/ : root === 'array' ? /\[/ : /[{[]/;
  }

  push(text: string): Extracted {
    let prose = '';
    const waiting = this.end();
    let rest = waiting + text;
    if (waiting !== '' && !DECIDING.test(text)) {
      this.#possible = rest;
      rest = '';
    }
    while (!this.found && rest !== '') {
      const at = rest.search(this.#opens);
      prose += at < 0 ? rest : rest.slice(0, at);
      rest = at < 0 ? '' : rest.slice(at);
      const [beginning = ''] = BEGINNING.exec(rest) ?? [];
      const next = rest.charAt(beginning.length);
      const isValue = next === '' || isJson(completed(beginning, next));
      if (!isValue) {
        // `{1,2}` was no object: its bracket is prose, and the search goes on right behind it.
        prose += rest.slice(0, 1);
        rest = rest.slice(1);
      } else if (next === '' || next === '"') {
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

/**
 * The shortest value that begins like this. With a key and its colon, a nested value, or an end, it cannot be prose; with a string that
 * is still open, it may yet become a value.
 */
function completed(beginning: string, next: string): string {
  // The space keeps a number in front a number of its own.
  let rest = ' 0]';
  if (next === ':') rest = ':0}';
  else if (next === '}' || next === ']') rest = next;
  else if (next === '"' && beginning.startsWith('{')) rest = '"":0}';
  // Raw line breaks in a string are a common slip of models, left to whoever repairs the JSON.
  return (beginning + rest).replace(/[\t\r\n]/g, ' ');
}
