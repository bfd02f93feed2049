// While Claude thinks by a budget, the turn that called the tools starts with its thinking. Messages of the assistant in a row are one
// turn, and so is all that it says until the user speaks again: without interleaved thinking it thinks once, before the first of its calls.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
// https://platform.claude.com/docs/en/build-with-claude/thinking-tool-workflows
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
    const last = turns.at(-1);
    if (!last?.kinds.includes('toolUse')) return;
    const said = conversation.messages
      .map(({ role, content }) => role === 'user' && !content.some((block) => 'toolResult' in block))
      .lastIndexOf(true, last.message);
    const since = turns.filter(({ message }) => message > said);
    // Thinking in the wrong place is left to the rule for that.
    if (since.some(({ kinds }) => kinds.includes('reasoningContent'))) return;
    const [{ message, found } = last] = since;
    refuse(
      `messages[${message}].content[0]`,
      fromModel(
        `messages.${message}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${found}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks).`,
      ),
    );
  },
};
