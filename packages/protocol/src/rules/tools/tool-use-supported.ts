// Some models use no tools. Gemma 3 is refused only when a call comes back with its result: github.com/stdapi-ai/stdapi.ai,
// tests/probes/results/google.gemma-3-27b-it.json
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const toolUseSupported: Rule<Conversation> = {
  id: 'tool-use-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check({ capabilities, request, toolResults: [result] }, refuse) {
    if (capabilities.toolUse === false && request.toolConfig)
      refuse('toolConfig', "This model doesn't support tool use.");
    if (capabilities.toolUse === 'ignored' && result)
      refuse(result.path, fromModel('Conversation roles must alternate user/assistant/user/assistant/...'));
  },
};
