// While Claude thinks by a budget, the turn that called the tools starts with its thinking.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { thinkingTurns } from './thinking-turns.ts';

export const reasoningBeforeToolUse: Rule<Conversation> = {
  id: 'reasoning-before-tool-use',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html',
  check(conversation, refuse) {
    const { message, kinds, found } = thinkingTurns(conversation).at(-1) ?? {};
    // Thinking in the wrong place is left to the rule for that.
    if (!kinds?.includes('toolUse') || kinds.includes('reasoningContent')) return;
    refuse(
      `messages[${message}].content[0]`,
      fromModel(
        `messages.${message}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${found}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks).`,
      ),
    );
  },
};
