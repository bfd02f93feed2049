// ApplyGuardrail: what a guardrail says of a text or an image, without a model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
import {
  type ApplyGuardrailRequest,
  type ApplyGuardrailResponse,
  applyGuardrailRequestBlobs,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { label } from './path.ts';

/** Assesses content by a guardrail. @throws BedrockError, or what `wrapError` makes of it. */
export function applyGuardrail(
  client: Client,
  request: ApplyGuardrailRequest,
  options?: CallOptions,
): Promise<Result<ApplyGuardrailResponse>> {
  return sendForJson(
    client,
    () => {
      const { guardrailIdentifier, guardrailVersion, ...body } = request;
      const guardrail = label(guardrailIdentifier, 'guardrailIdentifier');
      return {
        service: 'bedrock-runtime',
        method: 'POST',
        target: `/guardrail/${guardrail}/version/${label(guardrailVersion, 'guardrailVersion')}/apply`,
        arn: guardrailIdentifier,
        ...jsonBody(body, applyGuardrailRequestBlobs),
      };
    },
    options,
  );
}
