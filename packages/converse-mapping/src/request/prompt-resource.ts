// A prompt of prompt management brings its own system text, settings and tools: the request must not name any.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-management-test.html

import type { ConverseStreamRequest } from '@bedrock-kit/protocol';
import { without } from '../record.ts';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';

const NOT_ALLOWED = ['system', 'inferenceConfig', 'toolConfig', 'additionalModelRequestFields'] as const;

export function restrictToPrompt(
  request: Omit<ConverseStreamRequest, 'modelId'>,
  conversation: Conversation,
): Omit<ConverseStreamRequest, 'modelId'> {
  if (!conversation.isPrompt) return request;
  for (const member of NOT_ALLOWED) {
    if (request[member] === undefined) continue;
    unsupported(conversation, member, 'The model id is a prompt resource, which brings its own.');
  }
  return without(request, ...NOT_ALLOWED);
}
