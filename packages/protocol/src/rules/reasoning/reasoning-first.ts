// While Claude thinks by a budget, a message that holds its thinking begins with it.
// https://github.com/aws/bedrock-agentcore-sdk-python/issues/416
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { thinkingTurns } from './thinking-turns.ts';

export const reasoningFirst: Rule<Conversation> = {
  id: 'reasoning-first',
  evidence: 'https://github.com/aws/bedrock-agentcore-sdk-python/issues/416',
  check(conversation, refuse) {
    for (const { message, kinds, found } of thinkingTurns(conversation)) {
      if (kinds.indexOf('reasoningContent') <= 0) continue;
      refuse(
        `messages[${message}].content[0]`,
        fromModel(
          `messages.${message}.content.0: If an assistant message contains any thinking blocks, the first block must be \`thinking\` or \`redacted_thinking\`. Found \`${found}\`.`,
        ),
      );
    }
  },
};
