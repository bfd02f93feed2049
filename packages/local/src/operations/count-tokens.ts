/**
 * CountTokens, by the same rule as the usage of an answer.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
 */
import type { CountTokensRequest } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { countInputTokens } from '../caching/prompt.ts';
import { withoutGuardrailConfig } from '../guardrails/native-request.ts';
import { nativeBodyOf } from '../native/bodies.ts';
import { readNativeBody } from '../native/schema-check.ts';
import { validationError } from '../service-error.ts';
import type { OperationCall, OperationHandler } from './operation.ts';

export const answerCountTokens: OperationHandler<CountTokensRequest> = async (call) => {
  const { input } = call.input;
  const inputTokens =
    'converse' in input ? await countInputTokens(input.converse) : await countBody(call, input.invokeModel);
  return { kind: 'json', output: { inputTokens } };
};

async function countBody(
  { input: { modelId }, bedrock }: OperationCall<CountTokensRequest>,
  { body }: Extract<CountTokensRequest['input'], { invokeModel: unknown }>['invokeModel'],
): Promise<number> {
  const members = withoutGuardrailConfig(readNativeBody(bytesOf(body)));
  const native = nativeBodyOf(bedrock.models.capabilities(modelId), members);
  if (native === undefined) {
    throw validationError("The provided model doesn't support counting tokens.", {
      hint: `No built-in model reads the InvokeModel body of ${modelId}.`,
    });
  }
  return countInputTokens(native.read(members, modelId, bedrock));
}
