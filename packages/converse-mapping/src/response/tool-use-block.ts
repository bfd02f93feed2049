// A tool call: its input streams as fragments of one JSON text.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html

import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import type { Answer, OpenBlock, Part } from './answer.ts';
import type { ReceivedDelta } from './received.ts';

export class ToolUseBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #id: string;
  readonly #name: string;
  readonly #flags: { readonly providerExecuted?: true; readonly dynamic?: true };
  #input = '';

  constructor(answer: Answer, start: UnknownRecord, out: Part[]) {
    const { context, toolCalls } = answer;
    const wireName = stringOf(start['name']) ?? '';
    const server = start['type'] === 'server_tool_use';
    this.#answer = answer;
    this.#name = context.toolNames.get(wireName) ?? wireName;
    this.#id = uniqueId(stringOf(start['toolUseId']), answer);
    this.#flags = {
      ...(server && { providerExecuted: true }),
      ...(server && !context.declaredTools.has(this.#name) && { dynamic: true }),
    };
    toolCalls.set(this.#id, this.#name);
    out.push({ type: 'tool-input-start', id: this.#id, toolName: this.#name, ...this.#flags });
  }

  take(delta: ReceivedDelta, out: Part[]): boolean {
    const toolUse = delta.toolUse;
    if (!isRecord(toolUse)) return false;
    const input = toolUse['input'];
    const text = typeof input === 'string' ? input : input === undefined ? '' : JSON.stringify(input);
    if (text !== '') {
      this.#input += text;
      out.push({ type: 'tool-input-delta', id: this.#id, delta: text });
    }
    return true;
  }

  /** A call that broke off is not given out: nobody may run a tool with half its input. */
  close(out: Part[], whole: boolean): void {
    out.push({ type: 'tool-input-end', id: this.#id });
    if (!whole) return;
    // A tool without parameters is called with no input at all, or with null, which the AI SDK writes as an empty object.
    const input = /^\s*(?:null\s*)?$/.test(this.#input) ? '{}' : this.#input;
    const call: Part = {
      type: 'tool-call',
      toolCallId: this.#id,
      toolName: this.#name,
      input,
      ...this.#flags,
    };
    if (!isJson(input)) this.#answer.unparsedCalls.push(call);
    else {
      out.push(call);
      if (this.#flags.providerExecuted === undefined) this.#answer.clientToolCalls = true;
    }
  }
}

/** Some models send no id, or the same one for each of several parallel calls; results would then meet the wrong call. */
function uniqueId(received: string | undefined, { context, toolCalls }: Answer): string {
  const id = received === undefined || received === '' ? context.generateId() : received;
  if (!toolCalls.has(id)) return id;
  let copy = 2;
  while (toolCalls.has(`${id}-${copy}`)) copy += 1;
  return `${id}-${copy}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
