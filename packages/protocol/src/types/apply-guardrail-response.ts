// The types of src/shapes/apply-guardrail-response.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { GuardrailAssessment, GuardrailCoverage, GuardrailUsage } from './guardrail-assessment.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html */
export interface ApplyGuardrailResponse {
  usage: GuardrailUsage;
  /** Whether the guardrail blocked or masked something. */
  action: GuardrailAction;
  /** What to show in place of the content; empty if the guardrail did not intervene. */
  outputs: GuardrailOutputContent[];
  /** What each policy of the guardrail found. */
  assessments: GuardrailAssessment[];
  actionReason?: string | undefined;
  guardrailCoverage?: GuardrailCoverage | undefined;
}

export type GuardrailAction = 'NONE' | 'GUARDRAIL_INTERVENED' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailOutputContent.html */
export interface GuardrailOutputContent {
  text?: string | undefined;
}
