/**
 * The guardrail that an assessment was made by, as the assessment names it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html
 */
import type { GuardrailAssessment } from '@bedrock-kit/protocol';
import type { Bedrock } from '../bedrock.ts';
import { guardrailIdOf } from './registry.ts';

export interface AppliedGuardrail {
  readonly id: string;
  readonly version: string;
  readonly arn: string;
}

/** The guardrail of the account that an id or an ARN names. */
export function appliedGuardrail(
  identifier: string,
  version: string,
  { region, accountId }: Pick<Bedrock, 'region' | 'accountId'>,
): AppliedGuardrail {
  const id = guardrailIdOf(identifier);
  return { id, version, arn: `arn:aws:bedrock:${region}:${accountId}:guardrail/${id}` };
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
