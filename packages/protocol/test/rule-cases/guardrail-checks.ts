import type { RuleCase } from '../rule-cases.ts';

const block = { text: 'hello' };
const checks = { contentFilter: { categories: [{ category: 'HATE' }] } };

function messages(blocks: number): object[] {
  return [
    { role: 'system', content: [block] },
    { role: 'user', content: Array.from({ length: blocks }, () => block) },
  ];
}

export const guardrailCheckCases: readonly RuleCase[] = [
  ...[
    checks,
    { promptAttack: { categories: [{ category: 'JAILBREAK' }] } },
    { sensitiveInformation: { entities: [{ type: 'EMAIL' }] } },
  ].map(
    (accepted): RuleCase => ({
      rule: 'guardrail-check-missing',
      operation: 'InvokeGuardrailChecks',
      modelId: 'amazon.nova-micro-v1:0',
      refused: { messages: messages(1), checks: { contentFilter: null } },
      accepted: { messages: messages(1), checks: accepted },
      path: 'checks',
      message:
        'At least one check is required. Add contentFilter, promptAttack or sensitiveInformation and try again.',
    }),
  ),
  {
    rule: 'guardrail-check-block-count',
    operation: 'InvokeGuardrailChecks',
    modelId: 'amazon.nova-micro-v1:0',
    refused: { messages: messages(11), checks },
    accepted: { messages: messages(10), checks },
    path: 'messages[1].content',
    message: 'The message at messages.1 has 11 content blocks. Remove all but 10 and try again.',
  },
];
