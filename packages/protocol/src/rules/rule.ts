// What a rule is: one reason for which AWS refuses a request of the right form.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
import type { ErrorCode } from '../errors.ts';
import type { Violation } from '../violation.ts';

/** One rule, in a file of its own. `check` never changes what it is given. */
export interface Rule<Subject> {
  readonly id: RuleId;
  /** The page or the public issue where the rule can be read or seen at work. */
  readonly evidence: string;
  readonly check: (subject: Subject, refuse: Refuse) => void;
}

/** Tells what is wrong, where. The error is a ValidationException when no code says otherwise. */
export type Refuse = (path: string, message: string, code?: ErrorCode) => void;

/** The rules by name, as they stand in a {@link Violation}. */
export type RuleId =
  | 'additional-fields-conflict'
  | 'additional-fields-known'
  | 'additional-fields-object'
  | 'audio-supported'
  | 'cache-point-after-document'
  | 'cache-point-after-reasoning'
  | 'cache-point-after-text'
  | 'cache-point-count'
  | 'cache-point-first'
  | 'cache-point-place'
  | 'cache-point-supported'
  | 'cache-point-ttl'
  | 'cache-point-ttl-order'
  | 'citations-format'
  | 'citations-in-result'
  | 'citations-supported'
  | 'citations-text-source'
  | 'content-empty'
  | 'conversation-starts-with-user'
  | 'count-tokens-profile'
  | 'document-beside-result'
  | 'document-count'
  | 'document-name'
  | 'document-name-unique'
  | 'document-needs-text'
  | 'document-size'
  | 'document-source-cited'
  | 'document-supported'
  | 'effort-supported'
  | 'forced-tool-while-reasoning'
  | 'guardrail-check-block-count'
  | 'guardrail-check-missing'
  | 'guardrail-image-count'
  | 'guardrail-image-size'
  | 'guardrail-version'
  | 'guardrails-supported'
  | 'image-count'
  | 'image-size'
  | 'image-supported'
  | 'last-turn-user'
  | 'latency-supported'
  | 'max-tokens'
  | 'media-in-user-messages'
  | 'metadata-json'
  | 'model-end-of-life'
  | 'on-demand-throughput'
  | 'operation-supported'
  | 'prefill-whitespace'
  | 'prompt-resource-fields'
  | 'reasoning-before-tool-use'
  | 'reasoning-budget'
  | 'reasoning-final'
  | 'reasoning-first'
  | 'reasoning-mode'
  | 'reasoning-sampling'
  | 'reasoning-signature'
  | 'rerank-document-type'
  | 'rerank-model-arn'
  | 'rerank-result-count'
  | 'response-field-path'
  | 'roles-alternate'
  | 's3-source-supported'
  | 'sampling-exclusive'
  | 'sampling-supported'
  | 'search-result-supported'
  | 'service-tier-supported'
  | 'stop-sequence-blank'
  | 'stop-sequences-supported'
  | 'strict-schema'
  | 'strict-tool-supported'
  | 'structured-output-schema'
  | 'structured-output-supported'
  | 'system-blank'
  | 'system-message-supported'
  | 'system-supported'
  | 'text-after-tool-use'
  | 'text-blank'
  | 'tool-change-place'
  | 'tool-choice-known'
  | 'tool-choice-supported'
  | 'tool-config-missing'
  | 'tool-input-object'
  | 'tool-name-unique'
  | 'tool-result-count'
  | 'tool-result-id-unique'
  | 'tool-result-json-object'
  | 'tool-result-kind'
  | 'tool-result-missing'
  | 'tool-result-status'
  | 'tool-schema-definitions'
  | 'tool-schema-draft'
  | 'tool-schema-integers'
  | 'tool-schema-keywords'
  | 'tool-schema-property-names'
  | 'tool-schema-root'
  | 'tool-schema-root-union'
  | 'tool-turns'
  | 'tool-turns-mixed'
  | 'tool-use-id-form'
  | 'tool-use-id-unique'
  | 'tool-use-streaming'
  | 'tool-use-supported'
  | 'video-supported';

/** Asks every rule, in their order; `prefix` goes before each path. */
export function checkRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  violations: Violation[],
  prefix = '',
): void {
  for (const { id: rule, evidence, check } of rules) {
    check(subject, (path, message, code = 'ValidationException') => {
      violations.push({ path: prefix + path, rule, message, code, evidence });
    });
  }
}
