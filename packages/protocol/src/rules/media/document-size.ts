// How many bytes one document has.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkSize } from './check-media.ts';

export const documentSize: Rule<Conversation> = {
  id: 'document-size',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check({ documents, capabilities }, refuse) {
    checkSize('document', documents, capabilities.inputs.document, refuse);
  },
};
