// The types of src/shapes/guardrail-checks-response.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type {
  GuardrailChecksContentFilterCategory,
  GuardrailChecksPromptAttackCategory,
  GuardrailChecksSensitiveInformationEntityType,
} from './guardrail-checks.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResult.html */
export interface GuardrailChecksContentFilterResult {
  results: GuardrailChecksContentFilterResultEntry[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResultEntry.html */
export interface GuardrailChecksContentFilterResultEntry {
  category: GuardrailChecksContentFilterCategory | (string & {});
  /** 0 to 1. */
  severityScore: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterUsage.html */
export interface GuardrailChecksContentFilterUsage {
  /** An integer. */
  textUnits: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackResult.html */
export interface GuardrailChecksPromptAttackResult {
  results: GuardrailChecksPromptAttackResultEntry[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackResultEntry.html */
export interface GuardrailChecksPromptAttackResultEntry {
  category: GuardrailChecksPromptAttackCategory | (string & {});
  /** 0 to 1. */
  severityScore: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackUsage.html */
export interface GuardrailChecksPromptAttackUsage {
  /** An integer. */
  textUnits: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksResults.html */
export interface GuardrailChecksResults {
  contentFilter?: GuardrailChecksContentFilterResult | undefined;
  promptAttack?: GuardrailChecksPromptAttackResult | undefined;
  sensitiveInformation?: GuardrailChecksSensitiveInformationResult | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResult.html */
export interface GuardrailChecksSensitiveInformationResult {
  results: GuardrailChecksSensitiveInformationResultEntry[];
  truncated?: boolean | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResultEntry.html */
export interface GuardrailChecksSensitiveInformationResultEntry {
  type: GuardrailChecksSensitiveInformationEntityType | (string & {});
  /** 0 to 1. */
  confidenceScore: number;
  /** An integer. */
  beginOffset: number;
  /** An integer. */
  endOffset: number;
  /** An integer. */
  messageIndex: number;
  /** An integer. */
  contentIndex: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationUsage.html */
export interface GuardrailChecksSensitiveInformationUsage {
  /** An integer. */
  textUnits: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksUsageResults.html */
export interface GuardrailChecksUsageResults {
  contentFilter?: GuardrailChecksContentFilterUsage | undefined;
  promptAttack?: GuardrailChecksPromptAttackUsage | undefined;
  sensitiveInformation?: GuardrailChecksSensitiveInformationUsage | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html */
export interface InvokeGuardrailChecksResponse {
  results: GuardrailChecksResults;
  usage: GuardrailChecksUsageResults;
}
