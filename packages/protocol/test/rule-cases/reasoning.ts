// Cases of the rules about how reasoning is switched on, and what may be set beside it.
import type { RuleCase } from '../rule-cases.ts';
import { claude, enabled, hello, newestClaude, nova2, weather } from './blocks.ts';

const high = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } };

function sampling(
  modelId: string,
  inferenceConfig: object,
  accepted: object,
  path: string,
  message: string,
): RuleCase {
  const additionalModelRequestFields = modelId === nova2 ? high : enabled;
  return {
    rule: 'reasoning-sampling',
    operation: 'Converse',
    modelId,
    refused: { messages: [hello], inferenceConfig, additionalModelRequestFields },
    accepted: { messages: [hello], inferenceConfig: accepted, additionalModelRequestFields },
    path: `inferenceConfig.${path}`,
    message,
  };
}

export const reasoningCases: readonly RuleCase[] = [
  {
    rule: 'forced-tool-while-reasoning',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      toolConfig: { ...weather, toolChoice: { any: {} } },
      additionalModelRequestFields: enabled,
    },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { any: {} } } },
    path: 'toolConfig.toolChoice.any',
    message:
      'The model returned the following errors: Thinking may not be enabled when tool_choice forces tool use.',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: { reasoning_config: { type: 'enabled', budget_tokens: 1023 } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { reasoning_config: { type: 'enabled', budget_tokens: 1024 } },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: thinking.enabled.budget_tokens: Input should be greater than or equal to 1024',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1023 } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: thinking.enabled.budget_tokens: Input should be greater than or equal to 1024',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: enabled,
      inferenceConfig: { maxTokens: 2000 },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: enabled,
      inferenceConfig: { maxTokens: 2001 },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: `max_tokens` must be greater than `thinking.budget_tokens`.',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      toolConfig: weather,
      additionalModelRequestFields: { ...enabled, anthropic_beta: ['context-management-2025-06-27'] },
      inferenceConfig: { maxTokens: 2000 },
    },
    accepted: {
      messages: [hello],
      toolConfig: weather,
      additionalModelRequestFields: {
        ...enabled,
        anthropic_beta: ['context-management-2025-06-27', 'interleaved-thinking-2025-05-14'],
      },
      inferenceConfig: { maxTokens: 2000 },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: `max_tokens` must be greater than `thinking.budget_tokens`.',
  },
  {
    // The beta may stand alone, and in any case of letters. No limit is none to stay below.
    rule: 'reasoning-budget',
    operation: 'ConverseStream',
    modelId: claude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: { ...enabled, anthropic_beta: 'no-interleaved-thinking-2025-05-14' },
      inferenceConfig: { maxTokens: 2000 },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { ...enabled, anthropic_beta: 'Interleaved-thinking-2025-05-14' },
      inferenceConfig: { maxTokens: 2000 },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: `max_tokens` must be greater than `thinking.budget_tokens`.',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: enabled,
      inferenceConfig: { maxTokens: 1 },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: enabled,
      inferenceConfig: { maxTokens: null },
    },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message:
      'The model returned the following errors: `max_tokens` must be greater than `thinking.budget_tokens`.',
  },
  {
    rule: 'reasoning-budget',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'enabled' } } },
    accepted: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'disabled' } } },
    path: 'additionalModelRequestFields.thinking.budget_tokens',
    message: 'The model returned the following errors: thinking.enabled.budget_tokens: Field required',
  },
  {
    rule: 'reasoning-mode',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'disabled' } } },
    accepted: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'adaptive' } } },
    path: 'additionalModelRequestFields.thinking.type',
    message:
      'The model returned the following errors: "thinking.type.disabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
  },
  {
    rule: 'reasoning-mode',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-5-5',
    refused: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'disabled' } } },
    accepted: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'between_tools' } } },
    path: 'additionalModelRequestFields.thinking.type',
    message:
      'The model returned the following errors: "thinking.type.disabled" is not supported for this model. Use "thinking.type.between_tools" for the lowest thinking setting, or "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
  },
  {
    // The older form, which 4.6 still takes.
    rule: 'reasoning-mode',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-5-5',
    refused: { messages: [hello], additionalModelRequestFields: enabled },
    accepted: { messages: [hello], additionalModelRequestFields: enabled },
    acceptedModelId: 'us.anthropic.claude-opus-4-6-v1',
    path: 'additionalModelRequestFields.thinking.type',
    message:
      'The model returned the following errors: "thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
  },
  {
    rule: 'reasoning-mode',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'adaptive' } } },
    accepted: { messages: [hello], additionalModelRequestFields: enabled },
    path: 'additionalModelRequestFields.thinking.type',
    message:
      'The model returned the following errors: "thinking.type.adaptive" is not supported for this model.',
  },
  {
    rule: 'reasoning-mode',
    operation: 'Converse',
    modelId: newestClaude,
    refused: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive', effort: 'low' } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'low' } },
    },
    path: 'additionalModelRequestFields.thinking.effort',
    message:
      'The model returned the following errors: thinking.adaptive.effort: Extra inputs are not permitted',
  },
  sampling(
    claude,
    { temperature: 0.5 },
    { temperature: 1 },
    'temperature',
    'The model returned the following errors: `temperature` may only be set to 1 when thinking is enabled.',
  ),
  sampling(
    claude,
    { topP: 0.949 },
    { topP: 0.95 },
    'topP',
    'The model returned the following errors: `top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.',
  ),
  sampling(
    claude,
    { topP: 0 },
    { topP: 1 },
    'topP',
    'The model returned the following errors: `top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.',
  ),
  sampling(
    nova2,
    { temperature: 1 },
    {},
    'temperature',
    "This model doesn't support the temperature field. Remove temperature and try again.",
  ),
  sampling(
    nova2,
    { topP: 1 },
    {},
    'topP',
    "This model doesn't support the topP field. Remove topP and try again.",
  ),
  sampling(
    nova2,
    { maxTokens: 100 },
    {},
    'maxTokens',
    "The model returned the following errors: `maxTokens` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Please consult our documentation at https://docs.aws.amazon.com/nova/latest/userguide",
  ),
  {
    rule: 'reasoning-sampling',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello], additionalModelRequestFields: { ...enabled, top_k: 5 } },
    accepted: { messages: [hello], additionalModelRequestFields: { top_k: 5 } },
    path: 'additionalModelRequestFields.top_k',
    message: 'The model returned the following errors: `top_k` must be unset when thinking is enabled.',
  },
  {
    rule: 'reasoning-sampling',
    operation: 'Converse',
    modelId: nova2,
    refused: novaWithTopK('high'),
    accepted: novaWithTopK('medium'),
    path: 'additionalModelRequestFields.inferenceConfig.topK',
    message: "This model doesn't support the topK field. Remove topK and try again.",
  },
];

/** https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html */
function novaWithTopK(maxReasoningEffort: string): object {
  const reasoningConfig = { type: 'enabled', maxReasoningEffort };
  return {
    messages: [hello],
    additionalModelRequestFields: { reasoningConfig, inferenceConfig: { topK: 5 } },
  };
}
