// The types of src/shapes/guardrail-assessment.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { GuardrailAutomatedReasoningPolicyAssessment } from './automated-reasoning.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html */
export interface AppliedGuardrailDetails {
  /** 0 to 2,048 characters, pattern `([a-z0-9]+)`. */
  guardrailId?: string | undefined;
  /** Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion?: string | undefined;
  /** 0 to 2,048 characters, pattern `(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+)`. */
  guardrailArn?: string | undefined;
  guardrailOrigin?: GuardrailOrigin[] | undefined;
  guardrailOwnership?: GuardrailOwnership | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAssessment.html */
export interface GuardrailAssessment {
  topicPolicy?: GuardrailTopicPolicyAssessment | undefined;
  contentPolicy?: GuardrailContentPolicyAssessment | undefined;
  wordPolicy?: GuardrailWordPolicyAssessment | undefined;
  sensitiveInformationPolicy?: GuardrailSensitiveInformationPolicyAssessment | undefined;
  contextualGroundingPolicy?: GuardrailContextualGroundingPolicyAssessment | undefined;
  automatedReasoningPolicy?: GuardrailAutomatedReasoningPolicyAssessment | undefined;
  invocationMetrics?: GuardrailInvocationMetrics | undefined;
  appliedGuardrailDetails?: AppliedGuardrailDetails | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html */
export interface GuardrailContentFilter {
  type: GuardrailContentFilterType;
  confidence: GuardrailContentFilterConfidence;
  action: GuardrailContentPolicyAction;
  filterStrength?: GuardrailContentFilterStrength | undefined;
  detected?: boolean | undefined;
}

export type GuardrailContentFilterConfidence = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | (string & {});

export type GuardrailContentFilterStrength = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | (string & {});

export type GuardrailContentFilterType =
  | 'INSULTS'
  | 'HATE'
  | 'SEXUAL'
  | 'VIOLENCE'
  | 'MISCONDUCT'
  | 'PROMPT_ATTACK'
  | (string & {});

export type GuardrailContentPolicyAction = 'BLOCKED' | 'NONE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentPolicyAssessment.html */
export interface GuardrailContentPolicyAssessment {
  filters: GuardrailContentFilter[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html */
export interface GuardrailContextualGroundingFilter {
  type: GuardrailContextualGroundingFilterType;
  /** 0 to 1. */
  threshold: number;
  /** 0 to 1. */
  score: number;
  action: GuardrailContextualGroundingPolicyAction;
  detected?: boolean | undefined;
}

export type GuardrailContextualGroundingFilterType = 'GROUNDING' | 'RELEVANCE' | (string & {});

export type GuardrailContextualGroundingPolicyAction = 'BLOCKED' | 'NONE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingPolicyAssessment.html */
export interface GuardrailContextualGroundingPolicyAssessment {
  filters?: GuardrailContextualGroundingFilter[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCoverage.html */
export interface GuardrailCoverage {
  textCharacters?: GuardrailTextCharactersCoverage | undefined;
  images?: GuardrailImageCoverage | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailCustomWord.html */
export interface GuardrailCustomWord {
  match: string;
  action: GuardrailWordPolicyAction;
  detected?: boolean | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageCoverage.html */
export interface GuardrailImageCoverage {
  /** An integer. */
  guarded?: number | undefined;
  /** An integer. */
  total?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailInvocationMetrics.html */
export interface GuardrailInvocationMetrics {
  /** An integer. */
  guardrailProcessingLatency?: number | undefined;
  usage?: GuardrailUsage | undefined;
  guardrailCoverage?: GuardrailCoverage | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailManagedWord.html */
export interface GuardrailManagedWord {
  match: string;
  type: GuardrailManagedWordType;
  action: GuardrailWordPolicyAction;
  detected?: boolean | undefined;
}

export type GuardrailManagedWordType = 'PROFANITY' | (string & {});

export type GuardrailOrigin = 'REQUEST' | 'ACCOUNT_ENFORCED' | 'ORGANIZATION_ENFORCED' | (string & {});

export type GuardrailOwnership = 'SELF' | 'CROSS_ACCOUNT' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailPiiEntityFilter.html */
export interface GuardrailPiiEntityFilter {
  match: string;
  type: GuardrailPiiEntityType;
  action: GuardrailSensitiveInformationPolicyAction;
  detected?: boolean | undefined;
}

export type GuardrailPiiEntityType =
  | 'ADDRESS'
  | 'AGE'
  | 'AWS_ACCESS_KEY'
  | 'AWS_SECRET_KEY'
  | 'CA_HEALTH_NUMBER'
  | 'CA_SOCIAL_INSURANCE_NUMBER'
  | 'CREDIT_DEBIT_CARD_CVV'
  | 'CREDIT_DEBIT_CARD_EXPIRY'
  | 'CREDIT_DEBIT_CARD_NUMBER'
  | 'DRIVER_ID'
  | 'EMAIL'
  | 'INTERNATIONAL_BANK_ACCOUNT_NUMBER'
  | 'IP_ADDRESS'
  | 'LICENSE_PLATE'
  | 'MAC_ADDRESS'
  | 'NAME'
  | 'PASSWORD'
  | 'PHONE'
  | 'PIN'
  | 'SWIFT_CODE'
  | 'UK_NATIONAL_HEALTH_SERVICE_NUMBER'
  | 'UK_NATIONAL_INSURANCE_NUMBER'
  | 'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER'
  | 'URL'
  | 'USERNAME'
  | 'US_BANK_ACCOUNT_NUMBER'
  | 'US_BANK_ROUTING_NUMBER'
  | 'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER'
  | 'US_PASSPORT_NUMBER'
  | 'US_SOCIAL_SECURITY_NUMBER'
  | 'VEHICLE_IDENTIFICATION_NUMBER'
  | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailRegexFilter.html */
export interface GuardrailRegexFilter {
  action: GuardrailSensitiveInformationPolicyAction;
  name?: string | undefined;
  match?: string | undefined;
  regex?: string | undefined;
  detected?: boolean | undefined;
}

export type GuardrailSensitiveInformationPolicyAction = 'ANONYMIZED' | 'BLOCKED' | 'NONE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailSensitiveInformationPolicyAssessment.html */
export interface GuardrailSensitiveInformationPolicyAssessment {
  piiEntities: GuardrailPiiEntityFilter[];
  regexes: GuardrailRegexFilter[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextCharactersCoverage.html */
export interface GuardrailTextCharactersCoverage {
  /** An integer. */
  guarded?: number | undefined;
  /** An integer. */
  total?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html */
export interface GuardrailTopic {
  name: string;
  type: GuardrailTopicType;
  action: GuardrailTopicPolicyAction;
  detected?: boolean | undefined;
}

export type GuardrailTopicPolicyAction = 'BLOCKED' | 'NONE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopicPolicyAssessment.html */
export interface GuardrailTopicPolicyAssessment {
  topics: GuardrailTopic[];
}

export type GuardrailTopicType = 'DENY' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTraceAssessment.html */
export interface GuardrailTraceAssessment {
  modelOutput?: string[] | undefined;
  inputAssessment?: { [key: string]: GuardrailAssessment } | undefined;
  outputAssessments?: { [key: string]: GuardrailAssessment[] } | undefined;
  actionReason?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailUsage.html */
export interface GuardrailUsage {
  /** An integer. */
  topicPolicyUnits: number;
  /** An integer. */
  contentPolicyUnits: number;
  /** An integer. */
  wordPolicyUnits: number;
  /** An integer. */
  sensitiveInformationPolicyUnits: number;
  /** An integer. */
  sensitiveInformationPolicyFreeUnits: number;
  /** An integer. */
  contextualGroundingPolicyUnits: number;
  /** An integer. */
  contentPolicyImageUnits?: number | undefined;
  /** An integer. */
  automatedReasoningPolicyUnits?: number | undefined;
  /** An integer. */
  automatedReasoningPolicies?: number | undefined;
}

export type GuardrailWordPolicyAction = 'BLOCKED' | 'NONE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailWordPolicyAssessment.html */
export interface GuardrailWordPolicyAssessment {
  customWords: GuardrailCustomWord[];
  managedWordLists: GuardrailManagedWord[];
}
