/**
 * CountTokens, by the same rule as the usage of an answer: without what Claude is asked to clear.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
 * https://platform.claude.com/docs/en/build-with-claude/context-editing, "Token counting"
 */
import type { ConverseRequest, CountTokensRequest } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { countInputTokens } from '../caching/prompt.ts';
import { clearContext } from '../context/clearing.ts';
import { withoutGuardrailConfig } from '../guardrails/native-request.ts';
import { checkAnthropicFields } from '../native/anthropic-fields-check.ts';
import { nativeBodyOf } from '../native/bodies.ts';
import { readNativeBody } from '../native/schema-check.ts';
import { validationError } from '../service-error.ts';
import type { OperationCall, OperationHandler } from './operation.ts';

export const answerCountTokens: OperationHandler<CountTokensRequest> = async (call) => {
  const { bedrock, input } = call;
  const request = requestOf(call);
  checkAnthropicFields(request, bedrock);
  const isEdited = bedrock.models.capabilities(input.modelId).vendor === 'anthropic';
  const read = isEdited ? (await clearContext(request)).request : request;
  return { kind: 'json', output: { inputTokens: await countInputTokens(read) } };
};

function requestOf(call: OperationCall<CountTokensRequest>): ConverseRequest {
  const { modelId, input } = call.input;
  return 'converse' in input ? { modelId, ...input.converse } : readBody(call, input.invokeModel);
}

function readBody(
  { input: { modelId }, bedrock }: OperationCall<CountTokensRequest>,
  { body }: Extract<CountTokensRequest['input'], { invokeModel: unknown }>['invokeModel'],
): ConverseRequest {
  const members = withoutGuardrailConfig(readNativeBody(bytesOf(body)));
  const native = nativeBodyOf(bedrock.models.capabilities(modelId), members);
  if (native === undefined) {
    throw validationError("The provided model doesn't support counting tokens.", {
      hint: `No built-in model reads the InvokeModel body of ${modelId}.`,
    });
  }
  return native.read(members, modelId, bedrock);
}
