// Random settings and options of a call, in the combinations that people write.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import fc from 'fast-check';

export const point = fc.constantFrom(true, { type: 'default' }, { ttl: '1h' }, { ttl: '5m' });

const responseFormat = fc.constantFrom<LanguageModelV4CallOptions['responseFormat'][]>(
  undefined,
  { type: 'text' as const },
  { type: 'json' as const },
  {
    type: 'json' as const,
    name: 'out',
    schema: { type: 'object' as const, properties: { a: { type: 'string' as const } } },
  },
  {
    type: 'json' as const,
    schema: { type: 'array' as const, items: { type: 'number' as const, minimum: 1 } },
  },
);

/** Under `providerOptions.bedrock`. */
export const options = fc.option(
  fc.record(
    {
      caching: fc.constantFrom('auto' as const, { ttl: '1h' as const }),
      cachePoint: point,
      guardContent: fc.constant('latest-user' as const),
      disableParallelToolUse: fc.boolean(),
      reasoningConfig: fc.record(
        {
          type: fc.constantFrom('enabled', 'adaptive', 'disabled'),
          budgetTokens: fc.integer({ min: 100, max: 90_000 }),
        },
        { requiredKeys: [] },
      ),
      structuredOutputMode: fc.constantFrom('auto', 'native', 'tool', 'instruction'),
      anthropicBeta: fc.constant(['x-2026-01-01']),
      serviceTier: fc.constantFrom('flex', 'priority', 'reserved'),
      performanceConfig: fc.constant({ latency: 'optimized' }),
      outputConfig: fc.constantFrom({ effort: 'low' }, { effort: 'xhigh' }),
      guardrailConfig: fc.constantFrom(
        { guardrailIdentifier: 'abc123', guardrailVersion: '1', trace: 'enabled' },
        { guardrailIdentifier: 'abc123', guardrailVersion: 'DRAFT', streamProcessingMode: 'async' },
      ),
      requestMetadata: fc.constant({ team: 'a' }),
      promptVariables: fc.constant({ city: 'Oslo', day: { text: 'Monday' } }),
      prefill: fc.constant('user-turn'),
      additionalModelRequestFields: fc.constantFrom<object[]>(
        { top_k: 5 },
        { thinking: { type: 'enabled', budget_tokens: 2000 } },
        { anthropic_beta: ['y-2026-01-01'], deep: { er: [1, { a: null }] } },
      ),
      // Members that the check and AWS's client know, too.
      additionalRequestMembers: fc.constant({ requestMetadata: { project: 'b' } }),
      additionalModelResponseFieldPaths: fc.constantFrom(['/a'], ['/stop_sequence', '/b/c']),
      modelFamily: fc.constantFrom('anthropic', 'nova'),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);

export const settings = fc.record({
  maxOutputTokens: fc.constantFrom(undefined, 1, 1000, 200_000),
  temperature: fc.constantFrom(undefined, 0.5, 2, -1),
  topP: fc.constantFrom(undefined, 0.9),
  topK: fc.constantFrom(undefined, 5),
  seed: fc.constantFrom(undefined, 7),
  presencePenalty: fc.constantFrom(undefined, 0.1),
  stopSequences: fc.constantFrom<(string[] | undefined)[]>(undefined, [], ['stop', '']),
  reasoning: fc.constantFrom(undefined, 'none' as const, 'minimal' as const, 'high' as const, 'max' as const),
  toolChoice: fc.constantFrom(
    undefined,
    { type: 'auto' as const },
    { type: 'none' as const },
    { type: 'required' as const },
    { type: 'tool' as const, toolName: 'weather' },
  ),
  responseFormat,
});
