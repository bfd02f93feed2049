/**
 * Which guardrail an assessment is of.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html
 */
import type { GuardrailAssessment } from '@bedrock-kit/protocol';

export interface AppliedGuardrail {
  readonly id: string;
  readonly version: string;
  readonly arn: string;
}

export function applied(
  assessment: GuardrailAssessment,
  { id, version, arn }: AppliedGuardrail,
): GuardrailAssessment {
  return {
    ...assessment,
    appliedGuardrailDetails: {
      guardrailId: id,
      guardrailVersion: version,
      guardrailArn: arn,
      guardrailOrigin: ['REQUEST'],
      guardrailOwnership: 'SELF',
    },
  };
}
