// What a guardrail found, policy by policy: in ApplyGuardrail's answer and in Converse's trace.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAssessment.html
import type { Enumeration, Structure } from '../shape.ts';
import { GuardrailAutomatedReasoningPolicyAssessment } from './automated-reasoning.ts';
import {
  boolean,
  guardrailArn,
  guardrailId,
  guardrailVersion,
  integer,
  long,
  score,
  string,
} from './scalars.ts';

export const GuardrailOrigin: Enumeration = {
  type: 'enum',
  values: ['REQUEST', 'ACCOUNT_ENFORCED', 'ORGANIZATION_ENFORCED'],
};

export const GuardrailOwnership: Enumeration = { type: 'enum', values: ['SELF', 'CROSS_ACCOUNT'] };

export const AppliedGuardrailDetails: Structure = {
  type: 'structure',
  optional: {
    guardrailId,
    guardrailVersion,
    guardrailArn,
    guardrailOrigin: { type: 'list', member: GuardrailOrigin },
    guardrailOwnership: GuardrailOwnership,
  },
};

export const GuardrailTopicType: Enumeration = { type: 'enum', values: ['DENY'] };

export const GuardrailTopicPolicyAction: Enumeration = { type: 'enum', values: ['BLOCKED', 'NONE'] };

export const GuardrailTopic: Structure = {
  type: 'structure',
  required: { name: string, type: GuardrailTopicType, action: GuardrailTopicPolicyAction },
  optional: { detected: boolean },
};

export const GuardrailTopicPolicyAssessment: Structure = {
  type: 'structure',
  required: { topics: { type: 'list', member: GuardrailTopic } },
};

export const GuardrailContentFilterType: Enumeration = {
  type: 'enum',
  values: ['INSULTS', 'HATE', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT', 'PROMPT_ATTACK'],
};

export const GuardrailContentFilterConfidence: Enumeration = {
  type: 'enum',
  values: ['NONE', 'LOW', 'MEDIUM', 'HIGH'],
};

export const GuardrailContentPolicyAction: Enumeration = { type: 'enum', values: ['BLOCKED', 'NONE'] };

export const GuardrailContentFilterStrength: Enumeration = {
  type: 'enum',
  values: ['NONE', 'LOW', 'MEDIUM', 'HIGH'],
};

export const GuardrailContentFilter: Structure = {
  type: 'structure',
  required: {
    type: GuardrailContentFilterType,
    confidence: GuardrailContentFilterConfidence,
    action: GuardrailContentPolicyAction,
  },
  optional: { filterStrength: GuardrailContentFilterStrength, detected: boolean },
};

export const GuardrailContentPolicyAssessment: Structure = {
  type: 'structure',
  required: { filters: { type: 'list', member: GuardrailContentFilter } },
};

export const GuardrailWordPolicyAction: Enumeration = { type: 'enum', values: ['BLOCKED', 'NONE'] };

export const GuardrailCustomWord: Structure = {
  type: 'structure',
  required: { match: string, action: GuardrailWordPolicyAction },
  optional: { detected: boolean },
};

export const GuardrailManagedWordType: Enumeration = { type: 'enum', values: ['PROFANITY'] };

export const GuardrailManagedWord: Structure = {
  type: 'structure',
  required: { match: string, type: GuardrailManagedWordType, action: GuardrailWordPolicyAction },
  optional: { detected: boolean },
};

export const GuardrailWordPolicyAssessment: Structure = {
  type: 'structure',
  required: {
    customWords: { type: 'list', member: GuardrailCustomWord },
    managedWordLists: { type: 'list', member: GuardrailManagedWord },
  },
};

export const GuardrailPiiEntityType: Enumeration = {
  type: 'enum',
  values: [
    'ADDRESS',
    'AGE',
    'AWS_ACCESS_KEY',
    'AWS_SECRET_KEY',
    'CA_HEALTH_NUMBER',
    'CA_SOCIAL_INSURANCE_NUMBER',
    'CREDIT_DEBIT_CARD_CVV',
    'CREDIT_DEBIT_CARD_EXPIRY',
    'CREDIT_DEBIT_CARD_NUMBER',
    'DRIVER_ID',
    'EMAIL',
    'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    'IP_ADDRESS',
    'LICENSE_PLATE',
    'MAC_ADDRESS',
    'NAME',
    'PASSWORD',
    'PHONE',
    'PIN',
    'SWIFT_CODE',
    'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
    'UK_NATIONAL_INSURANCE_NUMBER',
    'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
    'URL',
    'USERNAME',
    'US_BANK_ACCOUNT_NUMBER',
    'US_BANK_ROUTING_NUMBER',
    'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
    'US_PASSPORT_NUMBER',
    'US_SOCIAL_SECURITY_NUMBER',
    'VEHICLE_IDENTIFICATION_NUMBER',
  ],
};

export const GuardrailSensitiveInformationPolicyAction: Enumeration = {
  type: 'enum',
  values: ['ANONYMIZED', 'BLOCKED', 'NONE'],
};

export const GuardrailPiiEntityFilter: Structure = {
  type: 'structure',
  required: {
    match: string,
    type: GuardrailPiiEntityType,
    action: GuardrailSensitiveInformationPolicyAction,
  },
  optional: { detected: boolean },
};

export const GuardrailRegexFilter: Structure = {
  type: 'structure',
  required: { action: GuardrailSensitiveInformationPolicyAction },
  optional: { name: string, match: string, regex: string, detected: boolean },
};

export const GuardrailSensitiveInformationPolicyAssessment: Structure = {
  type: 'structure',
  required: {
    piiEntities: { type: 'list', member: GuardrailPiiEntityFilter },
    regexes: { type: 'list', member: GuardrailRegexFilter },
  },
};

export const GuardrailContextualGroundingFilterType: Enumeration = {
  type: 'enum',
  values: ['GROUNDING', 'RELEVANCE'],
};

export const GuardrailContextualGroundingPolicyAction: Enumeration = {
  type: 'enum',
  values: ['BLOCKED', 'NONE'],
};

export const GuardrailContextualGroundingFilter: Structure = {
  type: 'structure',
  required: {
    type: GuardrailContextualGroundingFilterType,
    threshold: score,
    score,
    action: GuardrailContextualGroundingPolicyAction,
  },
  optional: { detected: boolean },
};

export const GuardrailContextualGroundingPolicyAssessment: Structure = {
  type: 'structure',
  optional: { filters: { type: 'list', member: GuardrailContextualGroundingFilter } },
};

export const GuardrailUsage: Structure = {
  type: 'structure',
  required: {
    topicPolicyUnits: integer,
    contentPolicyUnits: integer,
    wordPolicyUnits: integer,
    sensitiveInformationPolicyUnits: integer,
    sensitiveInformationPolicyFreeUnits: integer,
    contextualGroundingPolicyUnits: integer,
  },
  optional: {
    contentPolicyImageUnits: integer,
    automatedReasoningPolicyUnits: integer,
    automatedReasoningPolicies: integer,
  },
};

export const GuardrailTextCharactersCoverage: Structure = {
  type: 'structure',
  optional: { guarded: integer, total: integer },
};

export const GuardrailImageCoverage: Structure = {
  type: 'structure',
  optional: { guarded: integer, total: integer },
};

export const GuardrailCoverage: Structure = {
  type: 'structure',
  optional: { textCharacters: GuardrailTextCharactersCoverage, images: GuardrailImageCoverage },
};

export const GuardrailInvocationMetrics: Structure = {
  type: 'structure',
  optional: { guardrailProcessingLatency: long, usage: GuardrailUsage, guardrailCoverage: GuardrailCoverage },
};

export const GuardrailAssessment: Structure = {
  type: 'structure',
  optional: {
    topicPolicy: GuardrailTopicPolicyAssessment,
    contentPolicy: GuardrailContentPolicyAssessment,
    wordPolicy: GuardrailWordPolicyAssessment,
    sensitiveInformationPolicy: GuardrailSensitiveInformationPolicyAssessment,
    contextualGroundingPolicy: GuardrailContextualGroundingPolicyAssessment,
    automatedReasoningPolicy: GuardrailAutomatedReasoningPolicyAssessment,
    invocationMetrics: GuardrailInvocationMetrics,
    appliedGuardrailDetails: AppliedGuardrailDetails,
  },
};

export const GuardrailTraceAssessment: Structure = {
  type: 'structure',
  optional: {
    modelOutput: { type: 'list', member: string },
    inputAssessment: { type: 'map', key: string, value: GuardrailAssessment },
    outputAssessments: { type: 'map', key: string, value: { type: 'list', member: GuardrailAssessment } },
    actionReason: string,
  },
};
