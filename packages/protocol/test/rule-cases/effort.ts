// Cases of the rule about the effort of an answer.
import type { RuleCase } from '../rule-cases.ts';
import { hello, nova } from './blocks.ts';

export const effortCases: readonly RuleCase[] = [
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
    modelId: 'us.anthropic.claude-opus-4-7',
    refused: { messages: [hello], outputConfig: { effort: 'low' } },
    accepted: { messages: [hello], additionalModelRequestFields: { output_config: { effort: 'low' } } },
    path: 'outputConfig.effort',
    message: "This model doesn't support the effort field. Remove effort and try again.",
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
    modelId: 'us.anthropic.claude-opus-5',
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
    // Opus 4.7 takes any effort without thinking.
    rule: 'effort-supported',
    operation: 'ConverseStream',
    modelId: 'us.anthropic.claude-opus-4-8',
    refused: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'disabled' }, output_config: { effort: 'xhigh' } },
    },
    accepted: {
      messages: [hello],
      additionalModelRequestFields: { thinking: { type: 'disabled' }, output_config: { effort: 'xhigh' } },
    },
    acceptedModelId: 'us.anthropic.claude-opus-4-7',
    path: 'additionalModelRequestFields.output_config.effort',
    message:
      "The model returned the following errors: output_config.effort 'xhigh' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
  },
  {
    rule: 'effort-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-4-8',
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
