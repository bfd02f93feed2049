// The structured answer of a model that was asked for JSON by a tool or by words: its JSON becomes the text, as it streams,
// and the prose around it becomes reasoning, so that it is kept and never spoils the object.

import type { MappingContext, StructuredOutput } from '../context.ts';
import { isRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { JsonExtractor } from './json-extractor.ts';
import type { ReceivedDelta } from './received.ts';

export class StructuredAnswer {
  readonly toolName: string | undefined;
  /** The answer came as the tool's input. */
  answeredByTool = false;
  readonly #byTool: boolean;
  readonly #wrapped: boolean;
  readonly #extractor: JsonExtractor;
  #prose = '';
  #id: string | undefined;
  #collected = '';

  constructor(output: StructuredOutput) {
    this.toolName = output.toolName;
    this.#byTool = output.means === 'tool';
    this.#wrapped = output.wrapped;
    this.#extractor = new JsonExtractor(output.wrapped ? 'object' : output.root);
  }

  /** Undefined when the text is the JSON and nothing else, which needs no reader. */
  static for({ structuredOutput }: MappingContext): StructuredAnswer | undefined {
    if (structuredOutput === undefined) return undefined;
    const plain = structuredOutput.means === 'native' && !structuredOutput.wrapped;
    return plain ? undefined : new StructuredAnswer(structuredOutput);
  }

  /** Text waits while a tool may still bring the answer; otherwise its JSON goes out at once. */
  text(text: string, answer: Answer, index: number, out: Part[]): void {
    if (this.#byTool) this.#prose += text;
    else this.#extract(text, answer, index, out);
  }

  /** A call of the caller's own tool: what was said before it is no draft of the answer but plain text. */
  beforeCall(answer: Answer, index: number, out: Part[]): void {
    this.#endJson(out);
    this.#prose += this.#extractor.end();
    if (!this.#extractor.found) this.#tell('text', answer, index, out);
  }

  /** The tool that carries the answer begins. */
  beginTool(answer: Answer, index: number, out: Part[]): void {
    this.#tell('reasoning', answer, index, out);
    this.answeredByTool = true;
  }

  json(text: string, answer: Answer, index: number, out: Part[]): void {
    if (text === '') return;
    if (this.#wrapped) {
      this.#collected += text;
      return;
    }
    if (this.#id === undefined) {
      this.#id = answer.partId(index);
      out.push({ type: 'text-start', id: this.#id });
    }
    out.push({ type: 'text-delta', id: this.#id, delta: text });
  }

  endTool(answer: Answer, index: number, out: Part[]): void {
    // A tool without any input was called with an empty object.
    if (this.#id === undefined && this.#collected === '') this.json('{}', answer, index, out);
    this.#unwrap(answer, index, out);
    this.#endJson(out);
  }

  /** The message is over: what waits is the answer after all, or the prose around it. */
  finish(answer: Answer, index: number, out: Part[]): void {
    if (this.#byTool && !this.answeredByTool && !answer.clientToolCalls) {
      const waiting = this.#prose;
      this.#prose = '';
      this.#extract(waiting, answer, index, out);
    }
    this.#prose += this.#extractor.end();
    this.#unwrap(answer, index, out);
    this.#endJson(out);
    this.#tell(this.answeredByTool || this.#extractor.found ? 'reasoning' : 'text', answer, index, out);
  }

  #extract(text: string, answer: Answer, index: number, out: Part[]): void {
    const { prose, json, after } = this.#extractor.push(text);
    this.#prose += prose;
    if (json !== '') {
      this.#tell('reasoning', answer, index, out);
      this.json(json, answer, index, out);
    }
    if (this.#extractor.complete) {
      this.#unwrap(answer, index, out);
      this.#endJson(out);
    }
    this.#prose += after;
  }

  #unwrap(answer: Answer, index: number, out: Part[]): void {
    if (this.#collected === '') return;
    const text = unwrapped(this.#collected);
    this.#collected = '';
    const id = answer.partId(index);
    out.push({ type: 'text-start', id }, { type: 'text-delta', id, delta: text }, { type: 'text-end', id });
  }

  #endJson(out: Part[]): void {
    if (this.#id === undefined) return;
    out.push({ type: 'text-end', id: this.#id });
    this.#id = undefined;
  }

  #tell(kind: 'text' | 'reasoning', answer: Answer, index: number, out: Part[]): void {
    const prose = this.#prose;
    this.#prose = '';
    // Blank, or nothing but the fence of a code block.
    if (/^\s*(?:```\w*\s*)*$/.test(prose)) return;
    const id = answer.partId(index);
    out.push({ type: `${kind}-start`, id }, { type: `${kind}-delta`, id, delta: prose });
    // The mark lets a later turn send it back as the text that it was.
    const mark = kind === 'reasoning' && { providerMetadata: bedrockMetadata({ demotedText: true }) };
    out.push({ type: `${kind}-end`, id, ...mark });
  }
}

/** A text block of such an answer. */
export class StructuredTextBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #structured: StructuredAnswer;
  readonly #index: number;

  constructor(answer: Answer, structured: StructuredAnswer, index: number) {
    this.#answer = answer;
    this.#structured = structured;
    this.#index = index;
  }

  take(delta: ReceivedDelta, out: Part[]): boolean {
    if (typeof delta.text !== 'string') return false;
    this.#structured.text(delta.text, this.#answer, this.#index, out);
    return true;
  }

  close(): void {
    // The text of several blocks may be one answer, so it ends with the message.
  }
}

/** The block of the tool that carries the answer. Only the first one counts: a second is a repetition. */
export class StructuredToolBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #structured: StructuredAnswer;
  readonly #index: number;
  readonly #repeated: boolean;

  constructor(answer: Answer, structured: StructuredAnswer, index: number, out: Part[]) {
    this.#answer = answer;
    this.#structured = structured;
    this.#index = index;
    this.#repeated = structured.answeredByTool;
    if (!this.#repeated) structured.beginTool(answer, index, out);
  }

  take(delta: ReceivedDelta, out: Part[]): boolean {
    if (!isRecord(delta.toolUse)) return false;
    const input = delta.toolUse['input'];
    if (typeof input === 'string' && !this.#repeated) {
      this.#structured.json(input, this.#answer, this.#index, out);
    }
    return true;
  }

  close(out: Part[], whole: boolean): void {
    if (!this.#repeated && whole) this.#structured.endTool(this.#answer, this.#index, out);
  }
}

function unwrapped(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) && value['value'] !== undefined ? JSON.stringify(value['value']) : json;
  } catch {
    return json;
  }
}
