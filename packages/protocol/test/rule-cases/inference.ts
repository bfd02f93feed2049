// Cases of the rules about inference parameters.
import type { RuleCase } from '../rule-cases.ts';
import { claude, converseCase, newestClaude, nova } from './blocks.ts';

export const inferenceCases: readonly RuleCase[] = [
  converseCase(
    'max-tokens',
    nova,
    { inferenceConfig: { maxTokens: 10_001 } },
    { inferenceConfig: { maxTokens: 10_000 } },
    'inferenceConfig.maxTokens',
    'The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value that is lower than 10000.',
  ),
  converseCase(
    'sampling-supported',
    newestClaude,
    { inferenceConfig: { temperature: 0.7 } },
    // What it does anyway may be said.
    { inferenceConfig: { temperature: 1 } },
    'inferenceConfig.temperature',
    'The model returned the following errors: `temperature` is deprecated for this model.',
  ),
  converseCase(
    'sampling-supported',
    newestClaude,
    { inferenceConfig: { topP: 0.5 } },
    { inferenceConfig: { topP: 0.99 } },
    'inferenceConfig.topP',
    'The model returned the following errors: `top_p` is deprecated for this model.',
  ),
  converseCase(
    'sampling-exclusive',
    newestClaude,
    { inferenceConfig: { temperature: 1, topP: 0.99 } },
    { inferenceConfig: { topP: 0.99 } },
    'inferenceConfig.topP',
    'The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.',
  ),
  converseCase(
    'sampling-supported',
    'us.openai.gpt-6-luna',
    { inferenceConfig: { temperature: 1 } },
    { inferenceConfig: {} },
    'inferenceConfig.temperature',
    "This model doesn't support the temperature field. Remove temperature and try again.",
  ),
  converseCase(
    'sampling-supported',
    'us.openai.gpt-6-luna',
    { inferenceConfig: { topP: 1 } },
    { inferenceConfig: {} },
    'inferenceConfig.topP',
    "This model doesn't support the topP field. Remove topP and try again.",
  ),
  converseCase(
    'sampling-exclusive',
    claude,
    { inferenceConfig: { temperature: 0, topP: 1 } },
    { inferenceConfig: { temperature: 0 } },
    'inferenceConfig.topP',
    'The model returned the following errors: `temperature` and `top_p` cannot both be specified for this model. Please use only one.',
  ),
  converseCase(
    'stop-sequences-supported',
    'us.openai.gpt-6-luna',
    { inferenceConfig: { stopSequences: ['END'] } },
    { inferenceConfig: { stopSequences: [] } },
    'inferenceConfig.stopSequences',
    "This model doesn't support the stopSequences field. Remove stopSequences and try again.",
  ),
  {
    ...converseCase(
      'stop-sequences-supported',
      nova,
      { inferenceConfig: { stopSequences: ['a', 'b', 'c'] } },
      { inferenceConfig: { stopSequences: ['a', 'b'] } },
      'inferenceConfig.stopSequences',
      'The model supports up to 2 stop sequences. The request has 3.',
    ),
    capabilities: { 'stopSequences.max': 2 },
  },
  converseCase(
    'stop-sequence-blank',
    nova,
    { inferenceConfig: { stopSequences: ['END', '\n'] } },
    { inferenceConfig: { stopSequences: ['END', '\n.'] } },
    'inferenceConfig.stopSequences[1]',
    'The stop sequence value at inferenceConfig.stopSequences.1 is blank. Try again with a non blank stop sequence.',
  ),
  converseCase(
    'sampling-supported',
    newestClaude,
    { additionalModelRequestFields: { top_k: 5 } },
    { additionalModelRequestFields: {} },
    'additionalModelRequestFields.top_k',
    'The model returned the following errors: `top_k` is deprecated for this model.',
  ),
];
