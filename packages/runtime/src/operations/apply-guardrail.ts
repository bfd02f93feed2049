// ApplyGuardrail: what a guardrail says of a text or an image, without a model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
import {
  type ApplyGuardrailRequest,
  applyGuardrailRequestBlobs,
  type ApplyGuardrailResponse,
  type DeepReadonly,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { label } from './path.ts';

/** Checks content with a guardrail, without a model. @throws BedrockError, or what `wrapError` makes of it. */
export async function applyGuardrail(
  client: Client,
  request: DeepReadonly<ApplyGuardrailRequest>,
  options?: CallOptions,
): Promise<Result<ApplyGuardrailResponse>> {
  const result = await sendForJson<ApplyGuardrailResponse>(
    client,
    () => {
      const { guardrailIdentifier, guardrailVersion, ...body } = request;
      const guardrail = label(guardrailIdentifier, 'guardrailIdentifier');
      return {
        target: `/guardrail/${guardrail}/version/${label(guardrailVersion, 'guardrailVersion')}/apply`,
        arn: guardrailIdentifier,
        ...jsonBody(body, applyGuardrailRequestBlobs),
      };
    },
    options,
    'action',
  );
  // Here AWS writes null for what is absent, and its own client leaves that out:
  // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/test_apply_success_guardrails.yaml
  const text = JSON.stringify(result.body);
  return {
    ...result,
    body: JSON.parse(text, (_, value: unknown) => value ?? undefined) as typeof result.body,
  };
}
