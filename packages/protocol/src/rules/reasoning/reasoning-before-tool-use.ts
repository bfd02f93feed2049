// While Claude thinks by a budget, the turn that called the tools starts with its thinking. Messages of the assistant in a row are one
// turn.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
// https://github.com/tmc/langchaingo/blob/1c3dd0fca43fae0a5e3376a89d2b0aeae667992b/llms/bedrock/testdata/TestAmazonSequentialToolCallsWithThinkingConverseAPI.httprr
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { thinkingTurns } from './thinking-turns.ts';

export const reasoningBeforeToolUse: Rule<Conversation> = {
  id: 'reasoning-before-tool-use',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html',
  check(conversation, refuse) {
    const turns = thinkingTurns(conversation);
    // The last one and those right before it, one message apart each.
    const last = turns.filter(({ message }, at) => turns.at(-1)?.message === message + turns.length - 1 - at);
    const [{ message, found } = {}] = last;
    const kinds = last.flatMap((turn) => turn.kinds);
    // Thinking in the wrong place is left to the rule for that.
    if (!kinds.includes('toolUse') || kinds.includes('reasoningContent')) return;
    refuse(
      `messages[${message}].content[0]`,
      fromModel(
        `messages.${message}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${found}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks).`,
      ),
    );
  },
};
