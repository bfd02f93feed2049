// A JSON recogniser that takes one character at a time, so that a stream can be told apart from prose before it is complete.
// https://www.rfc-editor.org/rfc/rfc8259#section-2

/** What may come next. */
type Expect =
  | 'value'
  | 'value-or-end'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'string'
  | 'escape'
  | 'hex'
  | 'literal';

/** `evident`: enough has come that no prose looks like it: a key with its colon, or a nested value. */
export type Verdict = 'going' | 'evident' | 'complete' | 'broken';

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

export class JsonSyntax {
  #expect: Expect = 'value';
  readonly #stack: ('{' | '[')[] = [];
  #key = false;
  #hexLeft = 0;
  #literal = '';

  /** Only objects and arrays are recognised as a whole value. */
  next(char: string): Verdict {
    switch (this.#expect) {
      case 'string':
        return this.#string(char);
      case 'escape':
        if (char === 'u') this.#hexLeft = 4;
        this.#expect = char === 'u' ? 'hex' : 'string';
        return '"\\/bfnrtu'.includes(char) ? 'going' : 'broken';
      case 'hex':
        this.#hexLeft -= 1;
        if (this.#hexLeft === 0) this.#expect = 'string';
        return /[0-9a-fA-F]/.test(char) ? 'going' : 'broken';
      case 'literal':
        return this.#continueLiteral(char);
      default:
        return char === ' ' || char === '\n' || char === '\r' || char === '\t' ? 'going' : this.#token(char);
    }
  }

  #string(char: string): Verdict {
    if (char === '"') this.#expect = this.#key ? 'colon' : 'comma-or-end';
    else if (char === '\\') this.#expect = 'escape';
    // Raw line breaks inside a string are a common slip of models and are left to whoever repairs the JSON.
    return 'going';
  }

  #token(char: string): Verdict {
    switch (this.#expect) {
      case 'colon':
        this.#expect = 'value';
        return char === ':' ? 'evident' : 'broken';
      case 'comma-or-end':
        if (char !== ',') return this.#end(char);
        this.#expect = this.#stack.at(-1) === '{' ? 'key' : 'value';
        return 'going';
      case 'key':
      case 'key-or-end':
        if (char === '}' && this.#expect === 'key-or-end') return this.#end(char);
        this.#key = true;
        this.#expect = 'string';
        return char === '"' ? 'going' : 'broken';
      default:
        return this.#value(char);
    }
  }

  #value(char: string): Verdict {
    const nested = this.#stack.length > 0;
    if (char === '{' || char === '[') {
      this.#stack.push(char);
      this.#expect = char === '{' ? 'key-or-end' : 'value-or-end';
      return nested ? 'evident' : 'going';
    }
    if (char === ']' && this.#expect === 'value-or-end') return this.#end(char);
    if (!nested) return 'broken';
    if (char === '"') {
      this.#key = false;
      this.#expect = 'string';
      return 'going';
    }
    this.#literal = char;
    this.#expect = 'literal';
    return /[-0-9tfn]/.test(char) ? 'going' : 'broken';
  }

  #continueLiteral(char: string): Verdict {
    if (/[-+.\w]/.test(char)) {
      this.#literal += char;
      return 'going';
    }
    if (!LITERAL.test(this.#literal)) return 'broken';
    this.#expect = 'comma-or-end';
    return this.next(char);
  }

  #end(char: string): Verdict {
    const opened = this.#stack.pop();
    if (char !== (opened === '{' ? '}' : ']')) return 'broken';
    this.#expect = 'comma-or-end';
    return this.#stack.length === 0 ? 'complete' : 'going';
  }
}
