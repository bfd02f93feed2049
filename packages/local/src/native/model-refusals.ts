/**
 * What a model itself refuses. Converse puts the model's words into a frame, InvokeModel passes them on as they are.
 *
 * Without the frame: https://github.com/konveyor/kai/issues/645
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { type ConverseRequest, type JsonObject, refusalOf, validateConverse } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';

export const frame = 'The model returned the following errors: ';

/** Rules for texts of Converse, and for the texts that it makes of documents. They do not hold in a model's own body. */
const ofConverse: readonly string[] = ['cache-point-after-document', 'document-beside-result', 'text-blank'];

/**
 * The rule by which Bedrock itself refuses Claude's own body as well, in the first sentence of Converse's words. Recorded:
 * https://github.com/EqualifyEverything/equalify-iris, src/providers/bedrock.ts
 */
const ofBedrock = 'max-tokens';

/** What an answer may not begin with. A conversation that is only summed up may end with it: strands-agents, "Model-side Compaction". */
const ofAnswers: readonly string[] = ['last-turn-user', 'prefill-whitespace'];

/** @throws {ServiceError} `ValidationException` in the words of the model */
export function refuseAsModel(
  request: ConverseRequest,
  capabilities: ModelCapabilities,
  { compaction }: JsonObject,
): void {
  const passed = [...ofConverse, ...(isObject(compaction) ? ofAnswers : [])];
  const isClaude = capabilities.vendor === 'anthropic';
  const violations = validateConverse(request, capabilities).filter(
    ({ message, rule }) =>
      (message.startsWith(frame) && !passed.includes(rule)) || (isClaude && rule === ofBedrock),
  );
  const refusal = refusalOf(violations);
  if (refusal === undefined) return;
  const { code, message } = refusal;
  throw new ServiceError(
    code,
    message.startsWith(frame) ? message.slice(frame.length) : message.replace(/\. .*/, ''),
  );
}

/** The same error, as InvokeModel says it. */
export function withoutFrame(error: unknown): unknown {
  if (!ServiceError.isInstance(error) || !error.message.startsWith(frame)) return error;
  return new ServiceError(error.code, error.message.slice(frame.length), error.options);
}

/** An error in the words of a model, as Converse says it. */
export function inFrame(error: unknown): unknown {
  if (!ServiceError.isInstance(error)) return error;
  return new ServiceError(error.code, frame + error.message, error.options);
}
