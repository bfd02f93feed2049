// The result of a tool that Bedrock ran itself, such as Nova's web grounding and code interpreter.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html

import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import type { ReceivedDelta } from './received.ts';

export class ToolResultBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #start: UnknownRecord;
  readonly #content: JSONObject[] = [];

  constructor(answer: Answer, start: UnknownRecord) {
    this.#answer = answer;
    this.#start = start;
  }

  take(delta: ReceivedDelta): boolean {
    if (!Array.isArray(delta.toolResult)) return false;
    for (const item of delta.toolResult) if (isRecord(item)) this.#add(item);
    return true;
  }

  close(out: Part[], whole: boolean): void {
    if (!whole) return;
    const toolCallId = stringOf(this.#start['toolUseId']) ?? '';
    const toolName = this.#answer.toolCalls.get(toolCallId) ?? stringOf(this.#start['type']) ?? 'unknown';
    const type = stringOf(this.#start['type']);
    const status = stringOf(this.#start['status']);
    out.push({
      type: 'tool-result',
      toolCallId,
      toolName,
      result: resultOf(this.#content),
      ...(status === 'error' && { isError: true }),
      ...(!this.#answer.context.declaredTools.has(toolName) && { dynamic: true }),
      // The block as it came, so that a later turn can send it back unchanged.
      providerMetadata: bedrockMetadata({
        toolResult: {
          content: this.#content,
          ...(type !== undefined && { type }),
          ...(status !== undefined && { status }),
        },
      }),
    });
  }

  /** Text comes in pieces, JSON whole. */
  #add(item: UnknownRecord): void {
    const last = this.#content.at(-1);
    const text = item['text'];
    if (typeof text === 'string' && typeof last?.['text'] === 'string') last['text'] += text;
    // It came out of JSON.parse, which TypeScript cannot know.
    else this.#content.push({ ...(item as JSONObject) });
  }
}

/** The value itself when there is one piece, the pieces otherwise; never null, which the AI SDK does not take. */
function resultOf(content: readonly JSONObject[]): NonNullable<JSONValue> {
  const [only] = content;
  if (content.length !== 1 || only === undefined) return content;
  return only['json'] ?? only['text'] ?? content;
}
