// The types of src/shapes/guardrail-checks.ts, rendered from that table by scripts/write-types.ts; not edited by hand.

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksConfig.html */
export interface GuardrailChecksConfig {
  contentFilter?: GuardrailChecksContentFilterConfig | undefined;
  promptAttack?: GuardrailChecksPromptAttackConfig | undefined;
  sensitiveInformation?: GuardrailChecksSensitiveInformationConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentBlock.html */
export type GuardrailChecksContentBlock = { text: string };

export type GuardrailChecksContentFilterCategory = 'VIOLENCE' | 'HATE' | 'SEXUAL' | 'MISCONDUCT' | 'INSULTS';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterCategoryConfig.html */
export interface GuardrailChecksContentFilterCategoryConfig {
  /** `VIOLENCE`, `HATE`, `SEXUAL`, `MISCONDUCT` or `INSULTS`. */
  category: GuardrailChecksContentFilterCategory;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterConfig.html */
export interface GuardrailChecksContentFilterConfig {
  /** 1 to 5 items. */
  categories: GuardrailChecksContentFilterCategoryConfig[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksMessage.html */
export interface GuardrailChecksMessage {
  /** `user`, `assistant` or `system`. */
  role: GuardrailChecksRole;
  /** At least 1 item. */
  content: GuardrailChecksContentBlock[];
}

export type GuardrailChecksPromptAttackCategory = 'JAILBREAK' | 'PROMPT_INJECTION' | 'PROMPT_LEAKAGE';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackCategoryConfig.html */
export interface GuardrailChecksPromptAttackCategoryConfig {
  /** `JAILBREAK`, `PROMPT_INJECTION` or `PROMPT_LEAKAGE`. */
  category: GuardrailChecksPromptAttackCategory;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackConfig.html */
export interface GuardrailChecksPromptAttackConfig {
  /** 1 to 3 items. */
  categories: GuardrailChecksPromptAttackCategoryConfig[];
}

export type GuardrailChecksRole = 'user' | 'assistant' | 'system';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationConfig.html */
export interface GuardrailChecksSensitiveInformationConfig {
  /** 1 to 31 items. */
  entities: GuardrailChecksSensitiveInformationEntityConfig[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationEntityConfig.html */
export interface GuardrailChecksSensitiveInformationEntityConfig {
  type: GuardrailChecksSensitiveInformationEntityType;
}

export type GuardrailChecksSensitiveInformationEntityType =
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
  | 'VEHICLE_IDENTIFICATION_NUMBER';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html */
export interface InvokeGuardrailChecksRequest {
  /** At least 1 item. */
  messages: GuardrailChecksMessage[];
  /** The checks to run. */
  checks: GuardrailChecksConfig;
}
