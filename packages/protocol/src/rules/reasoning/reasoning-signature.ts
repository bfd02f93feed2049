// Reasoning goes back with its signature to models that sign, and without to those that do not.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const reasoningSignature: Rule<Conversation> = {
  id: 'reasoning-signature',
  evidence: 'https://github.com/vercel/ai/issues/6617',
  check(conversation, refuse) {
    const { reasoning: record, vendor } = conversation.capabilities;
    if (!('history' in record)) return;
    const { history } = record;
    for (const { block, path, message, index } of conversation.reasoningBlocks) {
      const [kind, reasoning] = memberOf(block);
      if (kind !== 'reasoningText') continue;
      if (history === 'signed' && !reasoning.signature) {
        refuse(
          `${path}.reasoningText.signature`,
          vendor === 'anthropic'
            ? fromModel(`messages.${message}.content.${index}.thinking.signature: Field required`)
            : `The reasoningText at ${dotted(path)} has no signature. Send it back as it came, or leave it out.`,
        );
      } else if (history === 'unsigned' && reasoning.signature) {
        refuse(
          `${path}.reasoningText.signature`,
          unsupportedField('reasoningContent.reasoningText.signature'),
        );
      } else if (history === 'refused') {
        refuse(path, unsupportedField('reasoningContent'));
      }
    }
  },
};
