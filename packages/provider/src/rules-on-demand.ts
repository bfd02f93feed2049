/**
 * Bedrock's rules around a call of a language model. They are a fifth of the code and of no use to a request that Bedrock takes, so they
 * are loaded for a call that wants them before it is sent, and otherwise with the first refusal, which they explain.
 *
 * @module
 */
import type { CheckedRequest } from '@bedrock-kit/converse-mapping';
import { apiCallError } from '@bedrock-kit/invocation/api-call-error';
import { BedrockError } from '@bedrock-kit/runtime/core';
import type { OnDemand } from './on-demand.ts';
import { shownRequest } from './shown-request.ts';

/** The rules; the start of an app knows how to load them, as all other code that is loaded on demand. */
export type Rules = OnDemand<typeof import('./rules.ts')>;

/** The request itself, once the rules have passed it where the option `preflight` asks for that. */
export async function checkedBefore<Mapped extends CheckedRequest>(
  mapped: Mapped,
  rules: Rules,
  signal: AbortSignal | undefined,
): Promise<Mapped> {
  if (mapped.origin.mode !== 'repair') (await rules(signal)).checkConverseRequest(mapped);
  return mapped;
}

/**
 * The error to throw. To a refusal of the request it adds which rules the request breaks and where in the caller's prompt.
 *
 * @param sent the request as it was given to the client, where it is another one
 */
export async function failureOf(
  error: unknown,
  mapped: CheckedRequest,
  rules: Rules,
  sent: object = mapped.request,
): Promise<unknown> {
  const isRefusal = BedrockError.isInstance(error) && error.code === 'ValidationException';
  return apiCallError(
    error,
    shownRequest(sent),
    isRefusal ? await explanationOf(mapped, rules, error.message) : undefined,
  );
}

/** The refusal is what matters: an explanation that cannot be loaded is left out. */
async function explanationOf(
  mapped: CheckedRequest,
  rules: Rules,
  said: string,
): Promise<string | undefined> {
  try {
    return (await rules()).explainRefusal(mapped, said);
  } catch {
    return undefined;
  }
}
