// Cases of the rules about what goes to the model, and comes from it, beside the members of Converse.
import type { RuleCase } from '../rule-cases.ts';
import { claude, converseCase, hello, nova, point } from './blocks.ts';

const tools = { tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object' } } } }] };
const serially = { tool_choice: { type: 'auto', disable_parallel_tool_use: true } };

const guarded = { guardContent: { text: { text: 'Be brief.' } } };
const thinkingOfNova = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } };

export const additionalFieldsCases: readonly RuleCase[] = [
  converseCase(
    'additional-fields-object',
    nova,
    { additionalModelRequestFields: [] },
    { additionalModelRequestFields: null },
    'additionalModelRequestFields',
    'The format of the additionalModelRequestFields field is invalid. Provide a json object for additionalModelRequestFields and try again.',
  ),
  {
    rule: 'additional-fields-object',
    operation: 'CountTokens',
    modelId: 'anthropic.claude-sonnet-4-6',
    refused: { input: { converse: { messages: [hello], additionalModelRequestFields: 'high' } } },
    accepted: { input: { converse: { messages: [hello], additionalModelRequestFields: {} } } },
    path: 'input.converse.additionalModelRequestFields',
    message:
      'The format of the additionalModelRequestFields field is invalid. Provide a json object for additionalModelRequestFields and try again.',
  },
  converseCase(
    'additional-fields-conflict',
    claude,
    { inferenceConfig: { maxTokens: 10 }, additionalModelRequestFields: { max_tokens: 10 } },
    { inferenceConfig: {}, additionalModelRequestFields: { max_tokens: 10 } },
    'additionalModelRequestFields.max_tokens',
    'The additional field max_tokens conflicts with the existing field maxTokens. Remove max_tokens and try again.',
  ),
  converseCase(
    'additional-fields-conflict',
    claude,
    { system: [{ text: 'Be brief.' }, point], additionalModelRequestFields: { system: 'Be brief.' } },
    // What a guardrail checks is no text.
    { system: [guarded], additionalModelRequestFields: { system: 'Be brief.' } },
    'additionalModelRequestFields.system',
    'The additional field system conflicts with the existing field text. Remove system and try again.',
  ),
  converseCase(
    'additional-fields-conflict',
    claude,
    { toolConfig: { ...tools, toolChoice: { any: {} } }, additionalModelRequestFields: serially },
    { toolConfig: tools, additionalModelRequestFields: serially },
    'additionalModelRequestFields.tool_choice.type',
    'The additional field tool_choice/type conflicts with the existing field toolConfig.toolChoice.any. Remove tool_choice/type and try again.',
  ),
  converseCase(
    'additional-fields-known',
    claude,
    { additionalModelRequestFields: { reasoning_effort: 'high' } },
    { additionalModelRequestFields: { top_k: 5, anything_new: 1 } },
    'additionalModelRequestFields.reasoning_effort',
    'The model returned the following errors: reasoning_effort: Extra inputs are not permitted',
  ),
  converseCase(
    'additional-fields-known',
    nova,
    { additionalModelRequestFields: { top_k: 5 } },
    { additionalModelRequestFields: { inferenceConfig: { topK: 5 } } },
    'additionalModelRequestFields.top_k',
    'The model returned the following errors: Malformed input request: #: extraneous key [top_k] is not permitted, please reformat your input and try again.',
  ),
  converseCase(
    'additional-fields-known',
    'us.amazon.nova-micro-v1:0',
    { additionalModelRequestFields: { reasoningConfig: { maxReasoningEffort: 'high' } } },
    { additionalModelRequestFields: { reasoningConfig: { type: 'disabled' } } },
    'additionalModelRequestFields.reasoningConfig',
    'The model returned the following errors: Malformed input request: the provided reasoning config value is invalid, please reformat your input and try again.',
  ),
  ...[
    { refused: { type: 'enabled' }, accepted: { type: 'disabled' } },
    {
      refused: { type: 'enabled', maxReasoningEffort: 'max' },
      accepted: { type: 'enabled', maxReasoningEffort: 'high' },
    },
    {
      refused: { type: 'on', maxReasoningEffort: 'low' },
      accepted: { type: 'enabled', maxReasoningEffort: 'low' },
    },
    { refused: 'low', accepted: {} },
  ].map(({ refused, accepted }) =>
    converseCase(
      'additional-fields-known',
      'us.amazon.nova-2-lite-v1:0',
      { additionalModelRequestFields: { reasoningConfig: refused } },
      { additionalModelRequestFields: { reasoningConfig: accepted } },
      'additionalModelRequestFields.reasoningConfig',
      'The model returned the following errors: Malformed input request: the provided reasoning config value is invalid, please reformat your input and try again.',
    ),
  ),
  converseCase(
    'additional-fields-known',
    'us.openai.gpt-5.6-luna',
    { additionalModelRequestFields: thinkingOfNova },
    { additionalModelRequestFields: { reasoning: { effort: 'low' } } },
    'additionalModelRequestFields.reasoningConfig',
    `The model returned the following errors: {"error":{"code":"unknown_parameter","message":"Unknown parameter: 'reasoningConfig'.","param":"reasoningConfig","type":"invalid_request_error"}}`,
  ),
  converseCase(
    'additional-fields-known',
    'us.openai.gpt-6-sol',
    { additionalModelRequestFields: { thinking: { type: 'adaptive' } } },
    { additionalModelRequestFields: { reasoning: { effort: 'low' } } },
    'additionalModelRequestFields.thinking',
    `The model returned the following errors: {"error":{"code":"unknown_parameter","message":"Unknown parameter: 'thinking'.","param":"thinking","type":"invalid_request_error"}}`,
  ),
  converseCase(
    'additional-fields-known',
    claude,
    { additionalModelRequestFields: { anthropic_beta: ['tool-search-tool-2025-10-19'] } },
    { additionalModelRequestFields: { metadata: { user_id: 'tool-search-tool' } } },
    'additionalModelRequestFields.anthropic_beta',
    'The tool-search-tool beta feature is not currently supported on the Converse and ConverseStream APIs',
  ),
  converseCase(
    'additional-fields-known',
    claude,
    { additionalModelRequestFields: { anthropic_beta: ['compact-2026-01-12'] } },
    { additionalModelRequestFields: { anthropic_beta: ['context-management-2025-06-27'] } },
    'additionalModelRequestFields.anthropic_beta',
    'The compact beta feature is not currently supported on the Converse and ConverseStream APIs because compact is not currently supported',
  ),
  converseCase(
    'additional-fields-known',
    'us.openai.gpt-6-astra',
    { additionalModelRequestFields: { output_config: { effort: 'low' } } },
    { additionalModelRequestFields: { reasoning: { effort: 'low' } } },
    'additionalModelRequestFields.output_config',
    `The model returned the following errors: {"error":{"code":"unknown_parameter","message":"Unknown parameter: 'output_config'.","param":"output_config","type":"invalid_request_error"}}`,
  ),
  ...['reasoning_config', 'reasoning_effort', 'thinking', 'top_k'].map((name) =>
    converseCase(
      'additional-fields-known',
      'us.meta.llama3-3-70b-instruct-v1:0',
      { additionalModelRequestFields: { [name]: 5 } },
      { additionalModelRequestFields: { anything_new: 5 } },
      `additionalModelRequestFields.${name}`,
      `The model returned the following errors: Malformed input request: #: extraneous key [${name}] is not permitted, please reformat your input and try again.`,
    ),
  ),
  converseCase(
    'response-field-path',
    claude,
    { additionalModelResponseFieldPaths: ['/stop_sequence', 'stop_sequence'] },
    { additionalModelResponseFieldPaths: ['/stop_sequence', '/a~1b/0'] },
    'additionalModelResponseFieldPaths[1]',
    'The value at additionalModelResponseFieldPaths.1 is not a valid JSON Pointer. Provide a path such as /stop_sequence.',
  ),
  converseCase(
    'response-field-path',
    claude,
    { additionalModelResponseFieldPaths: ['/a~b'] },
    { additionalModelResponseFieldPaths: ['/a~0b'] },
    'additionalModelResponseFieldPaths[0]',
    'The value at additionalModelResponseFieldPaths.0 is not a valid JSON Pointer. Provide a path such as /stop_sequence.',
  ),
];
