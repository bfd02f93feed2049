// InvokeGuardrailChecks: the scores of single checks, without a guardrail that was set up before.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html
import type {
  DeepReadonly,
  InvokeGuardrailChecksRequest,
  InvokeGuardrailChecksResponse,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';

/** Scores messages by the checks that the request names; no guardrail has to exist. @throws BedrockError, or what `wrapError` makes of it. */
export function invokeGuardrailChecks(
  client: Client,
  request: DeepReadonly<InvokeGuardrailChecksRequest>,
  options?: CallOptions,
): Promise<Result<InvokeGuardrailChecksResponse>> {
  return sendForJson(
    client,
    () => ({
      target: '/guardrail-checks/invoke',
      ...jsonBody(request),
    }),
    options,
    'results',
  );
}
