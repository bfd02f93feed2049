// Finds the JSON value in text that was to hold nothing else, as it streams: prose and code fences around it are told apart.
// https://www.rfc-editor.org/rfc/rfc8259#section-2

const BLANK = '[ \\t\\r\\n]*';
/** A string up to its closing quote. Raw line breaks and wrong escapes are slips of models, left to whoever repairs the JSON. */
const OPEN_STRING = '"(?:[^"\\\\]|\\\\[^])*';
/** What may follow where the text ends inside a string: half an escape. */
const CUT = '\\\\?$';
const SCALAR = `(?:${OPEN_STRING}"|true|false|null|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)${BLANK}`;
const LIST = `\\[${BLANK}(?:${SCALAR},${BLANK})*`;
const KEY = `\\{${BLANK}${OPEN_STRING}`;

/** Enough that no prose looks like it: a key with its colon, a nested value, or all of a flat list or an empty object. */
const VALUE = new RegExp(`^(?:${KEY}"${BLANK}:|${LIST}(?:[{[]|${SCALAR}\\])|\\{${BLANK}\\}|\\[${BLANK}\\])`);
/** All of the text may become such a beginning. */
const PERHAPS = new RegExp(
  `^(?:\\{${BLANK}$|${KEY}(?:${CUT}|"${BLANK}$)|${LIST}(?:${OPEN_STRING}${CUT}|(?:${SCALAR})?$|[-\\dtfn][-+.\\w]*$))`,
);

/** Nothing else decides, so that what waits, such as a long list of words, is not read again with every piece of it. */
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
      this.found = VALUE.test(rest);
      if (this.found) break;
      if (PERHAPS.test(rest)) {
        this.#possible = rest;
        rest = '';
      } else {
        // `{1,2}` was no object: its bracket is prose, and the search goes on right behind it.
        prose += rest.slice(0, 1);
        rest = rest.slice(1);
      }
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

  /** Brackets are counted, no more: a value that breaks inside goes on as JSON, for whoever repairs it. */
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
