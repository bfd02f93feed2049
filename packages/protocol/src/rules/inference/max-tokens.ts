// How many tokens a model writes at most.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const maxTokens: Rule<Conversation> = {
  id: 'max-tokens',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html',
  check(conversation, refuse) {
    const { match, maxOutputTokens: limit } = conversation.capabilities;
    // A model that is newer than the table often writes more than those before it.
    if (match === 'family') return;
    const maxTokens = conversation.request.inferenceConfig?.maxTokens;
    if (limit === 'unknown' || typeof maxTokens !== 'number' || maxTokens <= limit) return;
    refuse(
      'inferenceConfig.maxTokens',
      `The maximum tokens you requested exceeds the model limit of ${limit}. Try again with a maximum tokens value that is lower than ${limit}.`,
    );
  },
};
