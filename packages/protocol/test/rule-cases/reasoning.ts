// Cases of the rules about reasoning.
import type { RuleCase } from '../rule-cases.ts';
import { assistant, call, claude, hello, newestClaude, nova, result, user, weather } from './blocks.ts';

const enabled = { thinking: { type: 'enabled', budget_tokens: 2000 } };
const nova2 = 'us.amazon.nova-2-lite-v1:0';
const high = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } };
const thought = (signature?: string): object => ({
  reasoningContent: { reasoningText: { text: 'Hm.', ...(signature && { signature }) } },
});
const noReasoning =
  'User messages cannot contain reasoning content. Please remove the reasoning content and try again.';
const callAfterThought = {
  messages: [hello, assistant(thought('c2ln'), call('a')), user(result('a'))],
  toolConfig: weather,
  additionalModelRequestFields: enabled,
};

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
    modelId: claude,
    refused: { messages: [hello], additionalModelRequestFields: { thinking: { type: 'adaptive' } } },
    accepted: { messages: [hello], additionalModelRequestFields: enabled },
    path: 'additionalModelRequestFields.thinking.type',
    message:
      'The model returned the following errors: "thinking.type.adaptive" is not supported for this model.',
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
    { topP: 0.9 },
    { topP: 0.95 },
    'topP',
    'The model returned the following errors: `top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.',
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
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent.reasoningText.signature',
    message:
      'The model returned the following errors: messages.1.content.0.thinking.signature: Field required',
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.openai.gpt-6-luna',
    refused: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent.reasoningText.signature',
    message:
      'The reasoningText at messages.1.content.0.reasoningContent has no signature. Send it back as it came, or leave it out.',
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: nova2,
    capabilities: { 'reasoning.kind': 'fixed', 'reasoning.history': 'unsigned' },
    refused: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent.reasoningText.signature',
    message:
      "This model doesn't support the reasoningContent.reasoningText.signature field. Remove reasoningContent.reasoningText.signature and try again.",
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.deepseek.r1-v1:0',
    refused: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant({ text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent',
    message: noReasoning,
  },
  {
    // https://github.com/vercel/ai/issues/7034
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.amazon.nova-pro-v1:0',
    refused: {
      messages: [hello, assistant(thought('c2ln'), call('a')), user(result('a'))],
      toolConfig: weather,
    },
    accepted: { messages: [hello, assistant(call('a')), user(result('a'))], toolConfig: weather },
    path: 'messages[1].content[0].reasoningContent',
    message: noReasoning,
  },
  {
    rule: 'reasoning-before-tool-use',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello, assistant({ text: 'Let me see.' }, call('a')), user(result('a'))],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: callAfterThought,
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks).',
  },
  {
    // In any message, also where none calls a tool.
    rule: 'reasoning-first',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        hello,
        assistant({ text: 'Hi' }, thought('c2ln')),
        hello,
        assistant({ text: 'Yes?' }),
        hello,
      ],
      additionalModelRequestFields: enabled,
    },
    accepted: {
      messages: [
        hello,
        assistant(thought('c2ln'), { text: 'Hi' }),
        hello,
        assistant({ text: 'Yes?' }),
        hello,
      ],
      additionalModelRequestFields: enabled,
    },
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`.',
  },
  {
    rule: 'reasoning-first',
    operation: 'ConverseStream',
    modelId: claude,
    refused: {
      messages: [hello, assistant(call('a'), thought('c2ln')), user(result('a'))],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: callAfterThought,
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `tool_use`.',
  },
  {
    // Adaptive thinking comes where it will.
    rule: 'reasoning-first',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-4-6-v1',
    refused: {
      messages: [hello, assistant({ text: 'Hi' }, thought('c2ln')), hello],
      additionalModelRequestFields: enabled,
    },
    accepted: {
      messages: [hello, assistant({ text: 'Hi' }, thought('c2ln')), hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive' } },
    },
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`.',
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], outputConfig: { effort: 'low' } },
    accepted: { messages: [hello], outputConfig: {} },
    path: 'outputConfig.effort',
    message: "This model doesn't support the effort field. Remove effort and try again.",
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-4-6-v1',
    refused: { messages: [hello], outputConfig: { effort: 'xhigh' } },
    accepted: { messages: [hello], outputConfig: { effort: 'max' } },
    path: 'outputConfig.effort',
    message:
      "The model returned the following errors: output_config.effort: Input should be 'low', 'medium', 'high' or 'max'",
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-4-6',
    refused: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'xhigh' } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'max' } },
    },
    path: 'additionalModelRequestFields.output_config.effort',
    message:
      "The model returned the following errors: output_config.effort: Input should be 'low', 'medium', 'high' or 'max'",
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    refused: { messages: [hello], additionalModelRequestFields: { output_config: { effort: 'low' } } },
    accepted: { messages: [hello], additionalModelRequestFields: { output_config: {} } },
    path: 'additionalModelRequestFields.output_config.effort',
    message: 'The model returned the following errors: output_config.effort: Extra inputs are not permitted',
  },
  {
    // Left out, thinking is no hindrance.
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-4-8',
    refused: {
      messages: [hello],
      outputConfig: { effort: 'xhigh' },
      additionalModelRequestFields: { thinking: { type: 'disabled' } },
    },
    accepted: { messages: [hello], outputConfig: { effort: 'xhigh' } },
    path: 'outputConfig.effort',
    message:
      "The model returned the following errors: output_config.effort 'xhigh' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-5',
    refused: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'disabled' }, output_config: { effort: 'max' } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'disabled' }, output_config: { effort: 'high' } },
    },
    path: 'additionalModelRequestFields.output_config.effort',
    message:
      "The model returned the following errors: output_config.effort 'max' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
  },
];
