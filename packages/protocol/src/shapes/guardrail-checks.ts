// The request of InvokeGuardrailChecks: stand-alone checks of messages, without a guardrail resource.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html
import type { Enumeration, Structure, Union } from '../shape.ts';

export const GuardrailChecksContentFilterCategory: Enumeration = {
  type: 'enum',
  values: ['VIOLENCE', 'HATE', 'SEXUAL', 'MISCONDUCT', 'INSULTS'],
};

export const GuardrailChecksContentFilterCategoryConfig: Structure = {
  type: 'structure',
  required: { category: GuardrailChecksContentFilterCategory },
};

export const GuardrailChecksContentFilterConfig: Structure = {
  type: 'structure',
  required: {
    categories: { type: 'list', member: GuardrailChecksContentFilterCategoryConfig, min: 1, max: 5 },
  },
};

export const GuardrailChecksPromptAttackCategory: Enumeration = {
  type: 'enum',
  values: ['JAILBREAK', 'PROMPT_INJECTION', 'PROMPT_LEAKAGE'],
};

export const GuardrailChecksPromptAttackCategoryConfig: Structure = {
  type: 'structure',
  required: { category: GuardrailChecksPromptAttackCategory },
};

export const GuardrailChecksPromptAttackConfig: Structure = {
  type: 'structure',
  required: {
    categories: { type: 'list', member: GuardrailChecksPromptAttackCategoryConfig, min: 1, max: 3 },
  },
};

export const GuardrailChecksSensitiveInformationEntityType: Enumeration = {
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

export const GuardrailChecksSensitiveInformationEntityConfig: Structure = {
  type: 'structure',
  required: { type: GuardrailChecksSensitiveInformationEntityType },
};

export const GuardrailChecksSensitiveInformationConfig: Structure = {
  type: 'structure',
  required: {
    entities: { type: 'list', member: GuardrailChecksSensitiveInformationEntityConfig, min: 1, max: 31 },
  },
};

export const GuardrailChecksConfig: Structure = {
  type: 'structure',
  optional: {
    contentFilter: GuardrailChecksContentFilterConfig,
    promptAttack: GuardrailChecksPromptAttackConfig,
    sensitiveInformation: GuardrailChecksSensitiveInformationConfig,
  },
};

export const GuardrailChecksContentBlock: Union = {
  type: 'union',
  name: 'GuardrailChecksContentBlock',
  members: { text: { type: 'string', min: 1, sensitive: true } },
};

export const GuardrailChecksRole: Enumeration = { type: 'enum', values: ['user', 'assistant', 'system'] };

export const GuardrailChecksMessage: Structure = {
  type: 'structure',
  required: {
    role: GuardrailChecksRole,
    content: { type: 'list', member: GuardrailChecksContentBlock, min: 1 },
  },
};

export const InvokeGuardrailChecksRequest: Structure = {
  type: 'structure',
  required: {
    messages: { type: 'list', member: GuardrailChecksMessage, min: 1 },
    checks: GuardrailChecksConfig,
  },
};
