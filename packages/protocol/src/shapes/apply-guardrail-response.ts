// The answer of ApplyGuardrail.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html#API_runtime_ApplyGuardrail_ResponseSyntax
import type { Enumeration, Structure } from '../shape.ts';
import { GuardrailAssessment, GuardrailCoverage, GuardrailUsage } from './guardrail-assessment.ts';
import { string } from './scalars.ts';

export const GuardrailAction: Enumeration = { type: 'enum', values: ['NONE', 'GUARDRAIL_INTERVENED'] };

export const GuardrailOutputContent: Structure = { type: 'structure', optional: { text: string } };

export const ApplyGuardrailResponse: Structure = {
  type: 'structure',
  required: {
    usage: GuardrailUsage,
    action: GuardrailAction,
    outputs: { type: 'list', member: GuardrailOutputContent },
    assessments: { type: 'list', member: GuardrailAssessment },
  },
  optional: { actionReason: string, guardrailCoverage: GuardrailCoverage },
};
