/**
 * What the operations work on: the imitated account, with its models, guardrails and jobs.
 */
import type { AsyncJobs } from './async/jobs.ts';
import type { PromptCache } from './caching/prompt-cache.ts';
import type { GuardrailRegistry } from './guardrails/registry.ts';
import type { ModelRegistry } from './models/registry.ts';

export interface Bedrock {
  readonly region: string;
  /** Twelve digits, as in the account's ARNs. */
  readonly accountId: string;
  readonly models: ModelRegistry;
  readonly guardrails: GuardrailRegistry;
  readonly jobs: AsyncJobs;
  readonly cache: PromptCache;
  /** `aws`: every request goes through the rules of its model. `off`: only its form is checked. */
  readonly rules: 'aws' | 'off';
  /** `ignore`: models answer, too, that AWS does not serve, or not by this id. */
  readonly availability: 'aws' | 'ignore';
  readonly now: () => Date;
}
