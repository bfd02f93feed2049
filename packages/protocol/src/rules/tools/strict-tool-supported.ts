// Some models cannot hold a tool to its schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { toolSpecifications } from '../tool-blocks.ts';
import { unsupportedField } from '../wording.ts';

export const strictToolSupported: Rule<Conversation> = {
  id: 'strict-tool-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html',
  check(conversation, refuse) {
    const { toolUse } = conversation.capabilities;
    if (typeof toolUse !== 'object' || toolUse.strict !== false) return;
    for (const { tool, path } of toolSpecifications(conversation)) {
      if (tool.strict) refuse(`${path}.strict`, unsupportedField('strict'));
    }
  },
};
