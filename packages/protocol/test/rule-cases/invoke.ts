// Cases of the rules about the headers of InvokeModel.
import type { RuleCase } from '../rule-cases.ts';
import { newestClaude, nova } from './blocks.ts';

/** So many entries of metadata. */
function entries(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, '']));
}

export const invokeCases: readonly RuleCase[] = [
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
    rule: 'guardrail-version',
    operation: 'InvokeModelWithResponseStream',
    modelId: nova,
    refused: { body: new Uint8Array(2), guardrailVersion: '1' },
    accepted: { body: new Uint8Array(2), trace: 'ENABLED' },
    path: 'guardrailIdentifier',
    message:
      'The guardrail identifier and the guardrail version must be given together. Add guardrailIdentifier and try again.',
  },
  {
    rule: 'latency-supported',
    operation: 'InvokeModel',
    modelId: 'amazon.titan-embed-text-v2:0',
    refused: { body: new Uint8Array(2), performanceConfigLatency: 'optimized' },
    accepted: { body: new Uint8Array(2), performanceConfigLatency: 'standard' },
    path: 'performanceConfigLatency',
    message:
      'Latency performance configuration is not supported for amazon.titan-embed-text-v2:0 in us-east-1',
  },
  {
    rule: 'service-tier-supported',
    operation: 'InvokeModel',
    modelId: newestClaude,
    refused: { body: new Uint8Array(2), serviceTier: 'flex' },
    accepted: { body: new Uint8Array(2), serviceTier: 'default' },
    path: 'serviceTier',
    message: 'The provided service tier is not supported for this model.',
  },
  ...['{"team":1}', '{"team":null,"app":"a"}', '["a"]', 'team=a'].map(
    (requestMetadata): RuleCase => ({
      rule: 'metadata-json',
      operation: 'InvokeModelWithResponseStream',
      modelId: nova,
      refused: { body: new Uint8Array(2), requestMetadata },
      accepted: { body: new Uint8Array(2), requestMetadata: '{"team":"a"}' },
      path: 'requestMetadata',
      message:
        'The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide a JSON object with string values and try again.',
    }),
  ),
  ...[
    { refused: entries(17), accepted: entries(16) },
    { refused: { team: 'a'.repeat(257) }, accepted: { team: 'a'.repeat(256) } },
    { refused: { ['a'.repeat(257)]: '' }, accepted: { ['a'.repeat(256)]: '' } },
    { refused: { team: 'é' }, accepted: { 'cost center': 'a@b.c' } },
  ].map(
    ({ refused, accepted }): RuleCase => ({
      rule: 'metadata-json',
      operation: 'InvokeModel',
      modelId: nova,
      refused: { body: new Uint8Array(2), requestMetadata: JSON.stringify(refused) },
      accepted: { body: new Uint8Array(2), requestMetadata: JSON.stringify(accepted) },
      path: 'requestMetadata',
      message:
        'The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide at most 16 entries, whose keys and values have at most 256 letters, digits, spaces and :_@$#=/+,-., and try again.',
    }),
  ),
];
