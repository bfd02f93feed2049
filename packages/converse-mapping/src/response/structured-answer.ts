// The structured answer of a model that was asked for JSON by a tool or by words: its JSON becomes the text, as it streams,
// and the prose around it becomes reasoning, so that it is kept and never spoils the object.

import type { MappingContext, StructuredOutput } from '../context.ts';
import { isRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { JsonExtractor } from './json-extractor.ts';

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

  readonly #partId: Answer['partId'];

  constructor(output: StructuredOutput, partId: Answer['partId']) {
    this.#partId = partId;
    this.toolName = output.toolName;
    this.#byTool = output.means === 'tool';
    this.#wrapped = output.wrapped;
    this.#extractor = new JsonExtractor(output.wrapped ? 'object' : output.root);
  }

  /** Undefined when the text is the JSON and nothing else, which needs no reader. */
  static for({ structuredOutput }: MappingContext, partId: Answer['partId']): StructuredAnswer | undefined {
    if (structuredOutput === undefined) return undefined;
    const plain = structuredOutput.means === 'native' && !structuredOutput.wrapped;
    return plain ? undefined : new StructuredAnswer(structuredOutput, partId);
  }

  /** Text waits while a tool may still bring the answer; otherwise its JSON goes out at once. */
  text(text: string, index: number, out: Part[]): void {
    if (this.#byTool) this.#prose += text;
    else this.#extract(text, index, out);
  }

  /** A call of the caller's own tool: what was said before it is no draft of the answer but plain text. */
  beforeCall(index: number, out: Part[]): void {
    this.#endJson(out);
    this.#prose += this.#extractor.end();
    if (!this.#extractor.found) this.#tell('text', index, out);
  }

  /** The tool that carries the answer begins. */
  beginTool(index: number, out: Part[]): void {
    this.#tell('reasoning', index, out);
    this.answeredByTool = true;
  }

  json(text: string, index: number, out: Part[]): void {
    if (text === '') return;
    if (this.#wrapped) {
      this.#collected += text;
      return;
    }
    if (this.#id === undefined) {
      this.#id = this.#partId(index);
      out.push({ type: 'text-start', id: this.#id });
    }
    out.push({ type: 'text-delta', id: this.#id, delta: text });
  }

  endTool(index: number, out: Part[]): void {
    // A tool without any input was called with an empty object.
    if (this.#id === undefined && this.#collected === '') this.json('{}', index, out);
    this.#unwrap(index, out);
    this.#endJson(out);
  }

  /** The message is over: what waits is the answer after all, or the prose around it. */
  finish({ clientToolCalls }: Answer, index: number, out: Part[]): void {
    if (this.#byTool && !this.answeredByTool && !clientToolCalls) {
      const waiting = this.#prose;
      this.#prose = '';
      this.#extract(waiting, index, out);
    }
    this.#prose += this.#extractor.end();
    this.#unwrap(index, out);
    this.#endJson(out);
    this.#tell(this.answeredByTool || this.#extractor.found ? 'reasoning' : 'text', index, out);
  }

  #extract(text: string, index: number, out: Part[]): void {
    const { prose, json, after } = this.#extractor.push(text);
    this.#prose += prose;
    if (json !== '') {
      this.#tell('reasoning', index, out);
      this.json(json, index, out);
    }
    if (this.#extractor.complete) {
      this.#unwrap(index, out);
      this.#endJson(out);
    }
    this.#prose += after;
  }

  #unwrap(index: number, out: Part[]): void {
    if (this.#collected === '') return;
    const text = unwrapped(this.#collected);
    this.#collected = '';
    const id = this.#partId(index);
    out.push({ type: 'text-start', id }, { type: 'text-delta', id, delta: text }, { type: 'text-end', id });
  }

  #endJson(out: Part[]): void {
    if (this.#id === undefined) return;
    out.push({ type: 'text-end', id: this.#id });
    this.#id = undefined;
  }

  #tell(kind: 'text' | 'reasoning', index: number, out: Part[]): void {
    const prose = this.#prose;
    this.#prose = '';
    // Blank, or nothing but the fence of a code block.
    if (/^\s*(?:```\w*\s*)*$/.test(prose)) return;
    const id = this.#partId(index);
    out.push({ type: `${kind}-start`, id }, { type: `${kind}-delta`, id, delta: prose });
    // The mark lets a later turn send it back as the text that it was.
    const mark = kind === 'reasoning' && { providerMetadata: bedrockMetadata({ demotedText: true }) };
    out.push({ type: `${kind}-end`, id, ...mark });
  }
}

/** A text block of such an answer. The text of several blocks may be one answer, so it ends with the message. */
export function structuredTextBlock(structured: StructuredAnswer, index: number): OpenBlock {
  return {
    take({ text }, out) {
      if (typeof text !== 'string') return false;
      structured.text(text, index, out);
      return true;
    },
    close: () => undefined,
  };
}

/** The block of the tool that carries the answer. Only the first one counts: a second is a repetition. */
export function structuredToolBlock(structured: StructuredAnswer, index: number, out: Part[]): OpenBlock {
  const repeated = structured.answeredByTool;
  if (!repeated) structured.beginTool(index, out);
  return {
    take({ toolUse }, out) {
      if (!isRecord(toolUse)) return false;
      const input = toolUse['input'];
      if (typeof input === 'string' && !repeated) structured.json(input, index, out);
      return true;
    },
    close(out, whole) {
      if (!repeated && whole) structured.endTool(index, out);
    },
  };
}

function unwrapped(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) && value['value'] !== undefined ? JSON.stringify(value['value']) : json;
  } catch {
    return json;
  }
}
