// Which reader a block gets, by its start or, when it has none, by its first delta. A new kind of block is one line here.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html

import type { JSONObject, JSONValue } from '@ai-sdk/provider';
import { MEDIA_KINDS } from '../media-types.ts';
import { isRecord, recordOf, textOf, type UnknownRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { fileBlock } from './file-block.ts';
import { reasoningBlock } from './reasoning-block.ts';
import type { ReceivedDelta } from './received.ts';
import { textBlock } from './text-block.ts';
import { toolResultBlock } from './tool-result-block.ts';
import { toolUseBlock } from './tool-use-block.ts';

/**
 * Undefined for an empty start, which says nothing: its deltas will. Beyond the members that AWS streams, a start may hold a whole
 * block, which is how a complete response is read.
 */
export function openByStart(start: UnknownRecord, answer: Answer, out: Part[]): OpenBlock | undefined {
  for (const [kind, value] of Object.entries(start)) {
    if (!isRecord(value)) continue;
    switch (kind) {
      case 'toolUse':
        return openToolUse(value, answer, out);
      case 'toolResult':
        return toolResultBlock(answer, value);
      case 'image':
      case 'video':
      case 'audio':
      case 'document':
        return fileBlock(kind, value);
      case 'guardContent':
        return openGuardContent(value, answer);
      case 'custom':
        return customBlock(value);
    }
  }
  return undefined;
}

/** Undefined for a delta that nobody knows yet: it is passed over. */
export function openByDelta(delta: ReceivedDelta, answer: Answer): OpenBlock | undefined {
  if (typeof delta.text === 'string' || isRecord(delta.citation)) {
    return answer.structured?.textBlock ?? textBlock(answer);
  }
  if (isRecord(delta.reasoningContent)) return reasoningBlock(answer);
  const kind = MEDIA_KINDS.find((each) => isRecord(delta[each]));
  return kind && fileBlock(kind, {});
}

function openToolUse(start: UnknownRecord, answer: Answer, out: Part[]): OpenBlock {
  const { context, structured } = answer;
  const given = textOf(start['name']);
  // Without a token of the model's own, which no name on the wire holds: gpt-oss calls `json<|channel|>commentary`.
  const name = given.split('<|')[0] || given;
  if (structured && context.structuredOutput?.toolName === name) return structured.toolBlock(out);
  structured?.beforeCall(out);
  return toolUseBlock(answer, { ...start, name }, out);
}

function openGuardContent(value: UnknownRecord, answer: Answer): OpenBlock {
  if (isRecord(value['image'])) return fileBlock('image', value['image']);
  const { text, qualifiers } = recordOf(value['text']);
  const block = textBlock(answer, {
    guardContent: true,
    // It came out of JSON.parse, which TypeScript cannot know.
    ...(Array.isArray(qualifiers) && { guardContentQualifiers: qualifiers as JSONValue[] }),
  });
  return {
    take: () => false,
    // The whole content came with its start: it is written when the block ends, after whatever else came.
    close(out, whole) {
      block.take({ text: textOf(text) }, out);
      block.close(out, whole);
    },
  };
}

/** A block of a kind that this version does not know: handed on as it came, so that nothing is lost and a later turn can send it back. */
function customBlock(received: UnknownRecord): OpenBlock {
  return {
    take: () => false,
    close(out) {
      const [kind] = Object.keys(received);
      if (kind === undefined) return;
      // It came out of JSON.parse, which TypeScript cannot know.
      const block = received as JSONObject;
      out.push({ type: 'custom', kind: `bedrock.${kind}`, ...bedrockMetadata({ block }) });
    },
  };
}
