/**
 * What Claude tells of the calls of its tools where a body asks for them to be judged, as Claude Code does. Nothing is judged here: no call
 * is flagged.
 *
 * https://github.com/vercel/ai/pull/21247; that InvokeModel takes it: github.com/BerriAI/litellm, litellm/anthropic_beta_headers_config.json
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';

/** @param calls - the ids of the calls in the answer */
export function safeguardResults({ safeguards }: JsonObject, calls: readonly string[]): JsonObject {
  if (!isList(safeguards)) return {};
  const verdict = { type: 'evaluated', outcome: 'not_flagged' };
  const status = { type: 'available', tool_uses: Object.fromEntries(calls.map((id) => [id, verdict])) };
  return {
    safeguard_results: safeguards
      .filter((one) => isObject(one))
      .map(({ type }) => ({ ...(type !== undefined && { type }), status })),
  };
}
