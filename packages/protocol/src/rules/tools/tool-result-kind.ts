// Some models take only some kinds of tool results.
// https://github.com/can1357/oh-my-pi/pull/11685
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-validation-error-no-type.json
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const toolResultKind: Rule<Conversation> = {
  id: 'tool-result-kind',
  evidence: 'https://github.com/can1357/oh-my-pi/pull/11685',
  check(conversation, refuse) {
    const { toolUse } = conversation;
    if (!toolUse) return;
    for (const { block, path } of conversation.toolResults) {
      block.content.forEach((union, index) => {
        const [kind, content] = memberOf(union);
        const taken = toolUse.results[kind];
        const refused =
          kind === 'document' && typeof taken === 'object'
            ? !taken.some((format) => format === content.format)
            : taken === false;
        if (!refused) return;
        refuse(`${path}.content[${index}].${kind}`, unsupportedField(kind, 'user'));
      });
    }
  },
};
