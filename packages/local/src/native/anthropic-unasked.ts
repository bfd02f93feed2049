/**
 * What stands in place of a message of Claude where a guardrail blocked the request, whole and as the events of a stream. It has no
 * counts of a cache and no metrics.
 *
 * https://github.com/agentjido/req_llm/tree/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0,
 * guardrail_invoke_blocked.json and guardrail_invoke_blocked_stream.json
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import { hash32 } from '../digest.ts';
import { messageOpening } from './anthropic-response.ts';
import type { NativeContext, Unasked } from './native-body.ts';

const ended = { stop_reason: 'end_turn', stop_sequence: null };
const usage = { input_tokens: 0, output_tokens: 0 };

function opening(context: NativeContext): JsonObject {
  const id = hash32(JSON.stringify(context.request.messages ?? []));
  return { ...messageOpening(context), id: `bedrock-guardrails-${id.toString(16).padStart(8, '0')}` };
}

export const anthropicUnasked: Unasked = {
  write: (text, context) => ({ ...opening(context), content: [{ type: 'text', text }], ...ended, usage }),
  stream: (text, context) => [
    {
      type: 'message_start',
      message: { ...opening(context), content: [], stop_reason: null, stop_sequence: null, usage },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: ended },
    { type: 'message_stop' },
  ],
};
