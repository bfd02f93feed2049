// Cases of the rules about how a request is served: tier, latency, guardrail, prompt resource.
import type { RuleCase } from '../rule-cases.ts';
import { converseCase, newestClaude, nova, weather } from './blocks.ts';

const prompt = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';

export const servingCases: readonly RuleCase[] = [
  converseCase(
    'service-tier-supported',
    newestClaude,
    { serviceTier: { type: 'flex' } },
    { serviceTier: { type: 'default' } },
    'serviceTier.type',
    'The provided service tier is not supported for this model.',
  ),
  converseCase(
    'service-tier-supported',
    nova,
    { serviceTier: { type: 'cheapest' } },
    { serviceTier: { type: 'default' } },
    'serviceTier.type',
    'service tier provided is invalid',
  ),
  converseCase(
    'latency-supported',
    nova,
    { performanceConfig: { latency: 'optimized' } },
    { performanceConfig: { latency: 'standard' } },
    'performanceConfig.latency',
    'Latency performance configuration is not supported for amazon.nova-lite-v1:0 in us-east-1',
  ),
  // Of a profile the model behind it is named.
  converseCase(
    'latency-supported',
    'us.anthropic.claude-opus-4-6-v1',
    { performanceConfig: { latency: 'optimized' } },
    { performanceConfig: { latency: 'standard' } },
    'performanceConfig.latency',
    'Latency performance configuration is not supported for anthropic.claude-opus-4-6-v1 in us-east-1',
  ),
  {
    ...converseCase(
      'latency-supported',
      'amazon.nova-pro-v1:0',
      { performanceConfig: { latency: 'optimized' } },
      { performanceConfig: { latency: 'optimized' } },
      'performanceConfig.latency',
      'Latency performance configuration is not supported for amazon.nova-pro-v1:0 in us-east-1',
    ),
    acceptedModelId: 'us.amazon.nova-pro-v1:0',
  },
  converseCase(
    'guardrail-version',
    nova,
    { guardrailConfig: { guardrailIdentifier: 'abc123' } },
    { guardrailConfig: { guardrailIdentifier: 'abc123', guardrailVersion: 'DRAFT' } },
    'guardrailConfig.guardrailVersion',
    'The guardrail identifier and the guardrail version must be given together. Add guardrailVersion and try again.',
  ),
  converseCase(
    'guardrail-version',
    nova,
    { guardrailConfig: { guardrailVersion: '1' } },
    { guardrailConfig: { trace: 'enabled' } },
    'guardrailConfig.guardrailIdentifier',
    'The guardrail identifier and the guardrail version must be given together. Add guardrailIdentifier and try again.',
  ),
  converseCase(
    'guardrails-supported',
    'cohere.command-r-v1:0',
    { guardrailConfig: { guardrailIdentifier: 'abc123', guardrailVersion: '1' } },
    { guardrailConfig: {} },
    'guardrailConfig',
    "This model doesn't support guardrails.",
  ),
  ...Object.entries({
    additionalModelRequestFields: { top_k: 5 },
    inferenceConfig: { maxTokens: 10 },
    system: [{ text: 'Be brief.' }],
    toolConfig: weather,
  }).map(([field, value]) =>
    converseCase(
      'prompt-resource-fields',
      prompt,
      { [field]: value },
      { [field]: null, promptVariables: { name: { text: 'Ann' } } },
      field,
      `The ${field} field cannot be specified when the modelId is the ARN of a prompt. Remove ${field} and try again.`,
    ),
  ),
];
