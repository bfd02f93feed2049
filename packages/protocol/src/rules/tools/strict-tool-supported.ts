// Some models cannot hold a tool to its schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/issue-18199-sonnet-5-strict-error.json
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { extraInput, unsupportedField } from '../wording.ts';

export const strictToolSupported: Rule<Conversation> = {
  id: 'strict-tool-supported',
  evidence: 'https://github.com/BerriAI/litellm/pull/35688',
  check(conversation, refuse) {
    if (conversation.toolUse?.strict !== false) return;
    // Claude refuses the member itself, whatever it says.
    const { isClaude } = conversation;
    for (const { block: tool, path, index } of conversation.tools) {
      if (isClaude ? tool.strict === undefined : !tool.strict) continue;
      refuse(
        `${path}.strict`,
        isClaude ? extraInput(`tools.${index}.custom.strict`) : unsupportedField('strict'),
      );
    }
  },
};
