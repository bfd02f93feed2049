// Reasoning goes back with its signature to models that sign, without one to those that do not, as redacted content to those that never
// show it, and not at all to those that take none.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/issue-7034-error.json
// https://github.com/UKGovernmentBEIS/inspect_ai/issues/5217
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const reasoningSignature: Rule<Conversation> = {
  id: 'reasoning-signature',
  evidence: 'https://github.com/vercel/ai/issues/6617',
  check(conversation, refuse) {
    const { reasoning: record } = conversation.capabilities;
    const history = record.kind === 'none' ? 'refused' : 'history' in record && record.history;
    for (const { block, path, message, index } of conversation.reasoningBlocks) {
      if (history === 'refused') {
        // It says so of a message of the assistant, too.
        refuse(
          path,
          'User messages cannot contain reasoning content. Please remove the reasoning content and try again.',
        );
        continue;
      }
      const [kind, reasoning] = memberOf(block);
      if (kind !== 'reasoningText') continue;
      if (history === 'redacted') {
        refuse(
          `${path}.reasoningText.text`,
          unsupportedField('reasoningContent.reasoningText.text', 'assistant'),
        );
      } else if (history === 'signed' && !reasoning.signature) {
        refuse(
          `${path}.reasoningText.signature`,
          fromModel(`messages.${message}.content.${index}.thinking.signature: Field required`),
        );
      } else if (history === 'unsigned' && reasoning.signature) {
        refuse(
          `${path}.reasoningText.signature`,
          unsupportedField('reasoningContent.reasoningText.signature'),
        );
      }
    }
  },
};
