// How many documents one request holds.
// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { counted } from './check-media.ts';

export const documentCount: Rule<Conversation> = {
  id: 'document-count',
  evidence: 'https://github.com/aws-samples/generative-ai-use-cases/issues/1685',
  check({ documents, capabilities: { inputs } }, refuse) {
    const max = typeof inputs.document === 'object' ? inputs.document.maxCount : 'unknown';
    if (max === 'unknown' || counted(documents) <= max) return;
    refuse(
      'messages',
      `You can't include more than ${max} documents in a request. Reduce the number of documents and retry your request.`,
    );
  },
};
