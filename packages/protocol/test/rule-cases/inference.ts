// Cases of the rules about inference parameters, structured output, tiers, guardrails and prompt resources.
import type { RuleCase } from '../rule-cases.ts';
import { claude, hello, newestClaude, nova } from './blocks.ts';

const prompt = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';

function one(
  rule: RuleCase['rule'],
  modelId: string,
  refused: object,
  accepted: object,
  path: string,
  message: string,
): RuleCase {
  return {
    rule,
    operation: 'Converse',
    modelId,
    refused: { messages: [hello], ...refused },
    accepted: { messages: [hello], ...accepted },
    path,
    message,
  };
}

const schemaOf = (schema: string): object => ({
  outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema } } } },
});

const tools = { tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object' } } } }] };
const serially = { tool_choice: { type: 'auto', disable_parallel_tool_use: true } };

const thinkingOfNova = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } };

export const inferenceCases: readonly RuleCase[] = [
  one(
    'max-tokens',
    nova,
    { inferenceConfig: { maxTokens: 10_001 } },
    { inferenceConfig: { maxTokens: 10_000 } },
    'inferenceConfig.maxTokens',
    'The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value that is lower than 10000.',
  ),
  one(
    'sampling-supported',
    newestClaude,
    { inferenceConfig: { temperature: 1 } },
    { inferenceConfig: {} },
    'inferenceConfig.temperature',
    'The model returned the following errors: `temperature` is deprecated for this model.',
  ),
  one(
    'sampling-supported',
    'us.openai.gpt-6-luna',
    { inferenceConfig: { topP: 1 } },
    { inferenceConfig: {} },
    'inferenceConfig.topP',
    "This model doesn't support the topP field. Remove topP and try again.",
  ),
  one(
    'sampling-exclusive',
    claude,
    { inferenceConfig: { temperature: 0, topP: 1 } },
    { inferenceConfig: { temperature: 0 } },
    'inferenceConfig.topP',
    'The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.',
  ),
  one(
    'stop-sequences-supported',
    'us.openai.gpt-6-luna',
    { inferenceConfig: { stopSequences: ['END'] } },
    { inferenceConfig: { stopSequences: [] } },
    'inferenceConfig.stopSequences',
    "This model doesn't support the stopSequences field. Remove stopSequences and try again.",
  ),
  one(
    'stop-sequence-blank',
    nova,
    { inferenceConfig: { stopSequences: ['END', '\n'] } },
    { inferenceConfig: { stopSequences: ['END', '\n.'] } },
    'inferenceConfig.stopSequences[1]',
    'The stop sequence value at inferenceConfig.stopSequences.1 is blank. Try again with a non blank stop sequence.',
  ),
  one(
    'additional-fields-object',
    nova,
    { additionalModelRequestFields: [] },
    { additionalModelRequestFields: {} },
    'additionalModelRequestFields',
    'The format of the additionalModelRequestFields field is invalid. Provide a json object for additionalModelRequestFields and try again.',
  ),
  one(
    'additional-fields-conflict',
    claude,
    { inferenceConfig: { maxTokens: 10 }, additionalModelRequestFields: { max_tokens: 10 } },
    { inferenceConfig: {}, additionalModelRequestFields: { max_tokens: 10 } },
    'additionalModelRequestFields.max_tokens',
    'The additional field max_tokens conflicts with the existing field maxTokens. Remove max_tokens and try again.',
  ),
  one(
    'additional-fields-conflict',
    claude,
    { system: [{ text: 'Be brief.' }], additionalModelRequestFields: { system: 'Be brief.' } },
    { system: [{ text: 'Be brief.' }], additionalModelRequestFields: { top_k: 5 } },
    'additionalModelRequestFields.system',
    'The additional field system conflicts with the existing field text. Remove system and try again.',
  ),
  one(
    'additional-fields-conflict',
    claude,
    { toolConfig: { ...tools, toolChoice: { any: {} } }, additionalModelRequestFields: serially },
    { toolConfig: tools, additionalModelRequestFields: serially },
    'additionalModelRequestFields.tool_choice.type',
    'The additional field tool_choice/type conflicts with the existing field toolConfig.toolChoice.any. Remove tool_choice/type and try again.',
  ),
  one(
    'additional-fields-known',
    claude,
    { additionalModelRequestFields: { reasoning_effort: 'high' } },
    { additionalModelRequestFields: { top_k: 5, anything_new: 1 } },
    'additionalModelRequestFields.reasoning_effort',
    'The model returned the following errors: reasoning_effort: Extra inputs are not permitted',
  ),
  one(
    'additional-fields-known',
    nova,
    { additionalModelRequestFields: { top_k: 5 } },
    { additionalModelRequestFields: { inferenceConfig: { topK: 5 } } },
    'additionalModelRequestFields.top_k',
    'The model returned the following errors: Malformed input request: #: extraneous key [top_k] is not permitted, please reformat your input and try again.',
  ),
  one(
    'additional-fields-known',
    'us.amazon.nova-micro-v1:0',
    { additionalModelRequestFields: { reasoningConfig: { maxReasoningEffort: 'high' } } },
    { additionalModelRequestFields: { reasoningConfig: { type: 'disabled' } } },
    'additionalModelRequestFields.reasoningConfig',
    'The model returned the following errors: Malformed input request: the provided reasoning config value is invalid, please reformat your input and try again.',
  ),
  one(
    'additional-fields-known',
    'us.openai.gpt-5.6-luna',
    { additionalModelRequestFields: thinkingOfNova },
    { additionalModelRequestFields: { reasoning: { effort: 'low' } } },
    'additionalModelRequestFields.reasoningConfig',
    `The model returned the following errors: {"error":{"code":"unknown_parameter","message":"Unknown parameter: 'reasoningConfig'.","param":"reasoningConfig","type":"invalid_request_error"}}`,
  ),
  one(
    'additional-fields-known',
    'us.openai.gpt-6-astra',
    { additionalModelRequestFields: { output_config: { effort: 'low' } } },
    { additionalModelRequestFields: { reasoning: { effort: 'low' } } },
    'additionalModelRequestFields.output_config',
    `The model returned the following errors: {"error":{"code":"unknown_parameter","message":"Unknown parameter: 'output_config'.","param":"output_config","type":"invalid_request_error"}}`,
  ),
  one(
    'sampling-supported',
    newestClaude,
    { additionalModelRequestFields: { top_k: 5 } },
    { additionalModelRequestFields: {} },
    'additionalModelRequestFields.top_k',
    'The model returned the following errors: `top_k` is deprecated for this model.',
  ),
  one(
    'response-field-path',
    claude,
    { additionalModelResponseFieldPaths: ['/stop_sequence', 'stop_sequence'] },
    { additionalModelResponseFieldPaths: ['/stop_sequence', '/a~1b/0'] },
    'additionalModelResponseFieldPaths[1]',
    'The value at additionalModelResponseFieldPaths.1 is not a valid JSON Pointer. Provide a path such as /stop_sequence.',
  ),
  one(
    'structured-output-supported',
    nova,
    schemaOf('{"type":"object"}'),
    { outputConfig: {} },
    'outputConfig.textFormat',
    "This model doesn't support the outputConfig.textFormat field. Remove outputConfig.textFormat and try again.",
  ),
  one(
    'structured-output-supported',
    'us.anthropic.claude-opus-4-8',
    schemaOf('{"type":"object"}'),
    { outputConfig: {} },
    'outputConfig.textFormat',
    'The model returned the following errors: output_config.format: Extra inputs are not permitted',
  ),
  one(
    'structured-output-supported',
    'us.anthropic.claude-opus-4-8',
    { additionalModelRequestFields: { output_config: { format: { type: 'json_schema', schema: {} } } } },
    { additionalModelRequestFields: { output_config: { effort: 'low' } } },
    'additionalModelRequestFields.output_config.format',
    'The model returned the following errors: output_config.format: Extra inputs are not permitted',
  ),
  one(
    'structured-output-schema',
    claude,
    schemaOf('{"type":'),
    schemaOf('{"type":"object","additionalProperties":false}'),
    'outputConfig.textFormat.structure.jsonSchema.schema',
    'The value at outputConfig.textFormat.structure.jsonSchema.schema is invalid. Provide a JSON schema object as a string and try again.',
  ),
  one(
    'service-tier-supported',
    newestClaude,
    { serviceTier: { type: 'flex' } },
    { serviceTier: { type: 'default' } },
    'serviceTier.type',
    'The provided service tier is not supported for this model.',
  ),
  one(
    'latency-supported',
    nova,
    { performanceConfig: { latency: 'optimized' } },
    { performanceConfig: { latency: 'standard' } },
    'performanceConfig.latency',
    'Latency performance configuration is not supported for amazon.nova-lite-v1:0',
  ),
  one(
    'guardrail-version',
    nova,
    { guardrailConfig: { guardrailIdentifier: 'abc123' } },
    { guardrailConfig: { guardrailIdentifier: 'abc123', guardrailVersion: 'DRAFT' } },
    'guardrailConfig.guardrailVersion',
    'The guardrail identifier and the guardrail version must be given together. Add guardrailVersion and try again.',
  ),
  {
    ...one(
      'guardrails-supported',
      'cohere.command-r-v1:0',
      { guardrailConfig: { guardrailIdentifier: 'abc123', guardrailVersion: '1' } },
      { guardrailConfig: {} },
      'guardrailConfig',
      "This model doesn't support guardrails.",
    ),
  },
  one(
    'prompt-resource-fields',
    prompt,
    { system: [{ text: 'Be brief.' }] },
    { promptVariables: { name: { text: 'Ann' } } },
    'system',
    'The system field cannot be specified when the modelId is the ARN of a prompt. Remove system and try again.',
  ),
  {
    rule: 'guardrail-version',
    operation: 'InvokeModel',
    modelId: nova,
    refused: { body: new Uint8Array(2), guardrailIdentifier: 'abc123' },
    accepted: { body: new Uint8Array(2), guardrailIdentifier: 'abc123', guardrailVersion: '1' },
    path: 'guardrailVersion',
    message:
      'The guardrail identifier and the guardrail version must be given together. Add guardrailVersion and try again.',
  },
  {
    rule: 'metadata-json',
    operation: 'InvokeModelWithResponseStream',
    modelId: nova,
    refused: { body: new Uint8Array(2), requestMetadata: '{"team":1}' },
    accepted: { body: new Uint8Array(2), requestMetadata: '{"team":"a"}' },
    path: 'requestMetadata',
    message:
      'The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide a JSON object with string values and try again.',
  },
];
