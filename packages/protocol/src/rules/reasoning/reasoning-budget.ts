// The budget for reasoning has a least size and stays below the output limit, unless it is for the thoughts of a whole turn, between its
// calls: then it may exceed the limit, as says
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const reasoningBudget: Rule<Conversation> = {
  id: 'reasoning-budget',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html',
  check(conversation, refuse) {
    const { capabilities, fields, request, thinking } = conversation;
    const { reasoning } = capabilities;
    if (!('budget' in reasoning) || !reasoning.budget) return;
    const { path, min } = reasoning.budget;
    const budget = memberAt(fields, path);
    const at = ['additionalModelRequestFields', ...path].join('.');
    if (thinking === 'enabled' && budget === undefined)
      refuse(at, fromModel('thinking.enabled.budget_tokens: Field required'));
    if (typeof budget !== 'number') return;
    if (budget < min) {
      refuse(
        at,
        fromModel(`thinking.enabled.budget_tokens: Input should be greater than or equal to ${min}`),
      );
    }
    const betas = [memberAt(fields, ['anthropic_beta'])].flat();
    if (betas.some((beta) => typeof beta === 'string' && /^interleaved-thinking-/i.test(beta))) return;
    const maxTokens = request.inferenceConfig?.maxTokens;
    if (typeof maxTokens === 'number' && maxTokens <= budget) {
      refuse(at, fromModel('`max_tokens` must be greater than `thinking.budget_tokens`.'));
    }
  },
};
