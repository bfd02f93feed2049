// How many documents one message holds.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkCount } from './check-media.ts';

export const documentCount: Rule<Conversation> = {
  id: 'document-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check({ documents, capabilities }, refuse) {
    checkCount('documents', documents, capabilities.inputs.document, refuse);
  },
};
