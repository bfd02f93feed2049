/**
 * What a guardrail adds to the JSON of InvokeModel: whether it intervened, and its trace.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-input-tagging-base-inference.html
 */
import type { ConverseRequest, GuardrailTraceAssessment, Json, JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { isObject, memberAt } from '../json.ts';

const actionName = 'amazon-bedrock-guardrailAction';

/** Nothing for a request without a guardrail. */
export function guardrailMembers(
  { guardrailConfig }: ConverseRequest,
  { stopReason, trace }: Pick<WholeAnswer, 'stopReason' | 'trace'>,
): JsonObject {
  if (guardrailConfig === undefined) return {};
  return {
    [actionName]: stopReason === 'guardrail_intervened' ? 'INTERVENED' : 'NONE',
    ...(trace?.guardrail === undefined
      ? {}
      : { 'amazon-bedrock-trace': { guardrail: nativeTrace(trace.guardrail) } }),
  };
}

/**
 * Converse's trace under the names of InvokeModel, where the outputs are a list of assessments by guardrail.
 *
 * https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_guardrails/test_guardrail_invoke.yaml
 */
function nativeTrace({
  modelOutput,
  inputAssessment: input,
  outputAssessments,
  actionReason,
}: GuardrailTraceAssessment): Json {
  const outputs =
    outputAssessments &&
    Object.entries(outputAssessments).flatMap(([id, list]) => list.map((item) => ({ [id]: item })));
  // Made of plain members, and JSON leaves out those that are undefined.
  return { modelOutput, input, outputs, actionReason } as unknown as Json;
}

/**
 * The chunks of a stream with the members of a guardrail: those with words get the action, the last gets all members.
 *
 * https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_invoke_stream_with_events_with_content.yaml
 */
export async function* withGuardrail(
  chunks: AsyncIterable<Json>,
  members: JsonObject,
  words: readonly string[] = [],
): AsyncGenerator<Json> {
  const { [actionName]: action = 'NONE' } = members;
  let last: Json | undefined;
  for await (const chunk of chunks) {
    if (last !== undefined) yield last;
    last =
      isObject(chunk) && (memberAt(chunk, words) ?? '') !== '' ? { ...chunk, [actionName]: action } : chunk;
  }
  if (last !== undefined) yield isObject(last) ? { ...last, ...members } : last;
}

/** The chunks, the last of them with the members. */
export function endingIn(chunks: readonly JsonObject[], members: JsonObject): JsonObject[] {
  return [...chunks.slice(0, -1), { ...chunks.at(-1), ...members }];
}
