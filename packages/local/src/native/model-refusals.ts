/**
 * What a model itself refuses. Converse says so in a frame of its own, InvokeModel passes the model's words on.
 *
 * Without the frame: https://github.com/konveyor/kai/issues/645
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { type ConverseRequest, refusalOf, validateConverse } from '@bedrock-kit/protocol';
import { ServiceError } from '../service-error.ts';

export const frame = 'The model returned the following errors: ';

/** What a model says of texts in Converse, and of those that it makes of documents. In the model's own body they stay what they are. */
const ofConverse: readonly string[] = ['cache-point-after-document', 'document-beside-result', 'text-blank'];

/**
 * What Bedrock itself says of Claude's own body, too, without the advice that Converse has behind it. Recorded:
 * https://github.com/EqualifyEverything/equalify-iris, src/providers/bedrock.ts
 */
const ofBedrock = 'max-tokens';

/** @throws {ServiceError} `ValidationException` in the words of the model */
export function refuseAsModel(request: ConverseRequest, capabilities: ModelCapabilities): void {
  const isClaude = capabilities.vendor === 'anthropic';
  const violations = validateConverse(request, capabilities).filter(
    ({ message, rule }) =>
      (message.startsWith(frame) && !ofConverse.includes(rule)) || (isClaude && rule === ofBedrock),
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
