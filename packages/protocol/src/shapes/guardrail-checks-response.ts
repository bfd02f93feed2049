// The answer of InvokeGuardrailChecks.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html#API_runtime_InvokeGuardrailChecks_ResponseSyntax
import type { Structure } from '../shape.ts';
import {
  GuardrailChecksContentFilterCategory,
  GuardrailChecksPromptAttackCategory,
  GuardrailChecksSensitiveInformationEntityType,
} from './guardrail-checks.ts';
import { boolean, integer, nonNegativeInteger, score } from './scalars.ts';

export const GuardrailChecksContentFilterResultEntry: Structure = {
  type: 'structure',
  required: { category: GuardrailChecksContentFilterCategory, severityScore: score },
};

export const GuardrailChecksContentFilterResult: Structure = {
  type: 'structure',
  required: { results: { type: 'list', member: GuardrailChecksContentFilterResultEntry } },
};

export const GuardrailChecksContentFilterUsage: Structure = {
  type: 'structure',
  required: { textUnits: integer },
};

export const GuardrailChecksPromptAttackResultEntry: Structure = {
  type: 'structure',
  required: { category: GuardrailChecksPromptAttackCategory, severityScore: score },
};

export const GuardrailChecksPromptAttackResult: Structure = {
  type: 'structure',
  required: { results: { type: 'list', member: GuardrailChecksPromptAttackResultEntry } },
};

export const GuardrailChecksPromptAttackUsage: Structure = {
  type: 'structure',
  required: { textUnits: integer },
};

export const GuardrailChecksSensitiveInformationResultEntry: Structure = {
  type: 'structure',
  required: {
    type: GuardrailChecksSensitiveInformationEntityType,
    confidenceScore: score,
    beginOffset: nonNegativeInteger,
    endOffset: nonNegativeInteger,
    messageIndex: nonNegativeInteger,
    contentIndex: nonNegativeInteger,
  },
};

export const GuardrailChecksSensitiveInformationResult: Structure = {
  type: 'structure',
  required: { results: { type: 'list', member: GuardrailChecksSensitiveInformationResultEntry } },
  optional: { truncated: boolean },
};

export const GuardrailChecksResults: Structure = {
  type: 'structure',
  optional: {
    contentFilter: GuardrailChecksContentFilterResult,
    promptAttack: GuardrailChecksPromptAttackResult,
    sensitiveInformation: GuardrailChecksSensitiveInformationResult,
  },
};

export const GuardrailChecksSensitiveInformationUsage: Structure = {
  type: 'structure',
  required: { textUnits: integer },
};

export const GuardrailChecksUsageResults: Structure = {
  type: 'structure',
  optional: {
    contentFilter: GuardrailChecksContentFilterUsage,
    promptAttack: GuardrailChecksPromptAttackUsage,
    sensitiveInformation: GuardrailChecksSensitiveInformationUsage,
  },
};

export const InvokeGuardrailChecksResponse: Structure = {
  type: 'structure',
  required: { results: GuardrailChecksResults, usage: GuardrailChecksUsageResults },
};
