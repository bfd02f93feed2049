// The structured answer of a model that was asked for JSON by a tool or by words: its JSON becomes the text, as it streams,
// and the prose around it becomes reasoning, so that it is kept and never spoils the object.

import type { MappingContext } from '../context.ts';
import { isEnveloped, withoutEnvelope } from '../envelope.ts';
import { isRecord, recordOf } from '../record.ts';
import { bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { readCitation } from './citation.ts';
import { JsonExtractor } from './json-extractor.ts';

export interface StructuredAnswer {
  /** Any text block of such an answer: the text of several may be one answer, so it ends with the message. */
  readonly textBlock: OpenBlock;
  /** The block of the tool that carries the answer. Only the first one counts: a second is a repetition. */
  toolBlock(out: Part[]): OpenBlock;
  /** A call of the caller's own tool: what was said before it is no draft of the answer but plain text. */
  beforeCall(out: Part[]): void;
  /** The message is over: what waits is the answer after all, or the prose around it. Returns whether the answer came as the tool's input. */
  finish(clientToolCalls: boolean, out: Part[]): boolean;
}

/** Undefined when the text is the JSON and nothing else, which needs no reader. */
export function structuredAnswer(context: MappingContext): StructuredAnswer | undefined {
  const { generateId, structuredOutput } = context;
  if (structuredOutput === undefined) return undefined;
  const { means, wrapped, root, envelopes = [] } = structuredOutput;
  if (means === 'native' && !wrapped) return undefined;
  let extractor = new JsonExtractor(wrapped ? 'object' : root);
  let byTool = false;
  let prose = '';
  /** The id of the text part that the JSON streams into. */
  let open: string | undefined;
  /** JSON that is held back, since it is unwrapped when it is complete, or may have to be. */
  let collected = '';
  /** Whether the JSON has to be unwrapped; undefined as long as its beginning does not tell. */
  let enveloped: boolean | undefined;

  function say(kind: 'text' | 'reasoning', delta: string, out: Part[]): void {
    const id = generateId();
    // The mark lets a later turn send it back as the text that it was.
    const mark = bedrockMetadata(kind === 'reasoning' ? { demotedText: true } : undefined);
    out.push(
      { type: `${kind}-start`, id },
      { type: `${kind}-delta`, id, delta },
      { type: `${kind}-end`, id, ...mark },
    );
  }

  function tellProse(kind: 'text' | 'reasoning', out: Part[]): void {
    // Blank, or nothing but the fence of a code block.
    if (!/^\s*(?:```\w*\s*)*$/.test(prose)) say(kind, prose, out);
    prose = '';
  }

  function json(delta: string, out: Part[]): void {
    collected += delta;
    enveloped ??= wrapped || isEnveloped(collected, envelopes);
    if (enveloped !== false || collected === '') return;
    if (open === undefined) {
      open = generateId();
      out.push({ type: 'text-start', id: open });
    }
    out.push({ type: 'text-delta', id: open, delta: collected });
    collected = '';
  }

  function unwrapped(text: string): string {
    try {
      const whole: unknown = JSON.parse(text);
      const given = withoutEnvelope(whole, envelopes);
      const { value = whole } = wrapped ? recordOf(given) : { value: given };
      return value === whole ? text : JSON.stringify(value);
    } catch {
      return text;
    }
  }

  function endPart(out: Part[]): void {
    if (open !== undefined) out.push({ type: 'text-end', id: open });
    open = undefined;
  }

  function endJson(out: Part[]): void {
    if (collected !== '') say('text', unwrapped(collected), out);
    collected = '';
    endPart(out);
  }

  function extract(text: string, out: Part[]): void {
    const found = extractor.push(text);
    prose += found.prose;
    if (found.json !== '') {
      tellProse('reasoning', out);
      json(found.json, out);
    }
    if (extractor.complete) endJson(out);
    prose += found.after;
  }

  return {
    textBlock: {
      take({ text, citation }, out) {
        const isCited = isRecord(citation);
        if (isCited) out.push(readCitation(citation, context).source);
        if (typeof text !== 'string') return isCited;
        // It waits while a tool may still bring the answer; otherwise its JSON goes out at once.
        if (means === 'tool') prose += text;
        else extract(text, out);
        return true;
      },
      close: () => undefined,
    },
    toolBlock(out) {
      const repeated = byTool;
      if (!repeated) tellProse('reasoning', out);
      byTool = true;
      return {
        take({ toolUse }, out) {
          if (!isRecord(toolUse)) return false;
          const { input } = toolUse;
          if (typeof input === 'string' && !repeated) json(input, out);
          return true;
        },
        close(out, whole) {
          if (repeated || !whole) return;
          // A tool without any input was called with an empty object.
          if (open === undefined && collected === '') json('{}', out);
          endJson(out);
        },
      };
    },
    beforeCall(out) {
      endPart(out);
      prose += extractor.end();
      if (!extractor.found) tellProse('text', out);
    },
    finish(clientToolCalls, out) {
      if (means === 'tool' && !byTool && !clientToolCalls) {
        const waiting = prose;
        prose = '';
        // In words a list may come without its wrapper.
        if (root === 'array' && !/\{\s*"value"\s*:\s*\[/.test(waiting)) extractor = new JsonExtractor('any');
        extract(waiting, out);
      }
      prose += extractor.end();
      endJson(out);
      tellProse(byTool || extractor.found ? 'reasoning' : 'text', out);
      return byTool;
    },
  };
}
