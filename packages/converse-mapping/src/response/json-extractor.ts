// Finds the JSON value in text that was to hold nothing else, as it streams: prose and code fences around it are told apart.

import { JsonSyntax, type Verdict } from './json-syntax.ts';

/** The text in the order in which it came, cut into prose and JSON. */
export interface Extracted {
  prose: string;
  json: string;
  /** Prose after the value. */
  after: string;
}

export class JsonExtractor {
  readonly #opens: string;
  #state: 'searching' | 'possible' | 'inside' | 'done' = 'searching';
  #syntax = new JsonSyntax();
  #possible = '';

  constructor(root: 'object' | 'array' | 'any') {
    this.#opens = root === 'object' ? '{' : root === 'array' ? '[' : '{[';
  }

  /** The value has begun beyond doubt. */
  get found(): boolean {
    return this.#state === 'inside' || this.#state === 'done';
  }

  get complete(): boolean {
    return this.#state === 'done';
  }

  push(text: string): Extracted {
    const out: Extracted = { prose: '', json: '', after: '' };
    for (let at = 0; at < text.length; at += 1) {
      if (this.#state === 'done') {
        out.after += text.slice(at);
        break;
      }
      this.#take(text.charAt(at), out);
    }
    return out;
  }

  /** What began like a value and never became one. */
  end(): string {
    const rest = this.#state === 'possible' ? this.#possible : '';
    this.#possible = '';
    return rest;
  }

  #take(char: string, out: Extracted): void {
    if (this.#state === 'searching') {
      if (!this.#opens.includes(char)) {
        out.prose += char;
        return;
      }
      this.#state = 'possible';
      this.#syntax = new JsonSyntax();
    }
    this.#judge(char, this.#syntax.next(char), out);
  }

  #judge(char: string, verdict: Verdict, out: Extracted): void {
    if (this.#state === 'inside') {
      out.json += char;
      // A value that breaks later than its first key is a slip of the model: it goes on as JSON, for whoever repairs it.
      if (verdict === 'complete') this.#state = 'done';
      return;
    }
    this.#possible += char;
    if (verdict === 'broken') this.#reject(out);
    else if (verdict !== 'going') {
      this.#state = verdict === 'complete' ? 'done' : 'inside';
      out.json += this.#possible;
      this.#possible = '';
    }
  }

  /** `{1,2}` was no object: its bracket is prose, and the search goes on right behind it. */
  #reject(out: Extracted): void {
    const [bracket = '', ...rest] = this.#possible;
    out.prose += bracket;
    this.#possible = '';
    this.#state = 'searching';
    for (const char of rest.join('')) this.#take(char, out);
  }
}
