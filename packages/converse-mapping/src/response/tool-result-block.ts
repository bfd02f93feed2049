// The result of a tool that Bedrock ran itself, such as Nova's web grounding and code interpreter.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { recordsOf, stringOf, textOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock } from './answer.ts';

export function toolResultBlock(answer: Answer, start: UnknownRecord): OpenBlock {
  const content: JSONObject[] = [];
  return {
    take({ toolResult }) {
      if (!Array.isArray(toolResult)) return false;
      for (const item of recordsOf(toolResult)) {
        const { text } = item;
        const last = content.at(-1);
        // Text comes in pieces, JSON whole.
        if (typeof text === 'string' && typeof last?.['text'] === 'string') last['text'] += text;
        // It came out of JSON.parse, which TypeScript cannot know.
        else content.push({ ...(item as JSONObject) });
      }
      return true;
    },
    close(out, whole) {
      if (!whole) return;
      const toolUseId = textOf(start['toolUseId']);
      // As it came, so that a later turn can send it back unchanged.
      const toolResult = withoutUndefined<JSONObject>({
        content,
        type: stringOf(start['type']),
        status: stringOf(start['status']),
      });
      const toolName = answer.toolCalls.get(toolUseId);
      const [only] = content;
      out.push(
        toolName === undefined
          ? {
              // For a result whose call is not there, `generateText` throws the whole answer away.
              type: 'custom',
              kind: 'bedrock.toolResult',
              ...bedrockMetadata({ toolResult: { toolUseId, ...toolResult } }),
            }
          : {
              type: 'tool-result',
              toolCallId: toolUseId,
              toolName,
              // The value itself when there is one piece, the pieces otherwise; never null, which the AI SDK does not take.
              result: (content.length === 1 ? (only?.['json'] ?? only?.['text']) : undefined) ?? content,
              ...(start['status'] === 'error' && { isError: true }),
              ...(!answer.context.declaredTools.has(toolName) && { dynamic: true }),
              ...bedrockMetadata({ toolResult }),
            },
      );
    },
  };
}
