// The result of a tool that Bedrock ran itself, such as Nova's web grounding and code interpreter.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html

import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { recordsOf, stringOf, textOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock } from './answer.ts';

export function toolResultBlock(answer: Answer, start: UnknownRecord): OpenBlock {
  const content: JSONObject[] = [];
  return {
    take({ toolResult }) {
      if (!Array.isArray(toolResult)) return false;
      for (const item of recordsOf(toolResult)) addPiece(content, item);
      return true;
    },
    close(out, whole) {
      if (!whole) return;
      const toolCallId = textOf(start['toolUseId']);
      const type = stringOf(start['type']);
      const status = stringOf(start['status']);
      const toolName = answer.toolCalls.get(toolCallId) ?? type ?? 'unknown';
      out.push({
        type: 'tool-result',
        toolCallId,
        toolName,
        result: resultOf(content),
        ...(status === 'error' && { isError: true }),
        ...(!answer.context.declaredTools.has(toolName) && { dynamic: true }),
        // The block as it came, so that a later turn can send it back unchanged.
        providerMetadata: bedrockMetadata({
          toolResult: withoutUndefined<JSONObject>({ content, type, status }),
        }),
      });
    },
  };
}

/** Text comes in pieces, JSON whole. */
function addPiece(content: JSONObject[], item: UnknownRecord): void {
  const last = content.at(-1);
  const text = item['text'];
  if (typeof text === 'string' && typeof last?.['text'] === 'string') last['text'] += text;
  // It came out of JSON.parse, which TypeScript cannot know.
  else content.push({ ...(item as JSONObject) });
}

/** The value itself when there is one piece, the pieces otherwise; never null, which the AI SDK does not take. */
function resultOf(content: readonly JSONObject[]): NonNullable<JSONValue> {
  const [only] = content;
  if (content.length !== 1 || only === undefined) return content;
  return only['json'] ?? only['text'] ?? content;
}
