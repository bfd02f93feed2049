// While Claude thinks by a budget, the turn that called the tools starts with its thinking.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const reasoningBeforeToolUse: Rule<Conversation> = {
  id: 'reasoning-before-tool-use',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html',
  check(conversation, refuse) {
    const { capabilities, messages, request } = conversation;
    if (capabilities.vendor !== 'anthropic') return;
    const thinking = memberAt(request.additionalModelRequestFields, ['thinking', 'type']);
    if (thinking !== 'enabled' || !('budget' in capabilities.reasoning) || !capabilities.reasoning.budget)
      return;
    const last = messages.map(({ role }) => role).lastIndexOf('assistant');
    const content = messages[last]?.content ?? [];
    const [first] = content.map((block) => memberOf(block)[0]).filter((kind) => kind !== 'cachePoint');
    if (first === 'reasoningContent' || !content.some((block) => memberOf(block)[0] === 'toolUse')) return;
    const found = first === 'toolUse' ? 'tool_use' : 'text';
    refuse(
      `messages[${last}].content[0]`,
      fromModel(
        `messages.${last}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${found}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks).`,
      ),
    );
  },
};
