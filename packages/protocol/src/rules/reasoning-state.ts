// Whether the model reasons when it answers a request, as far as the request and the model's record tell.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { ModelCapabilities, RequestFields } from '@bedrock-kit/models';
import type { Json } from '../values.ts';
import { memberAt } from './json.ts';
import { withThinking } from './thinking-field.ts';

/** Whether a model will reason; `unknown` if neither its record nor the request says so. */
export type ReasoningState = 'on' | 'off' | 'unknown';

/** Says whether a model will reason, given a request's `additionalModelRequestFields`. */
export function reasoningStateOf(
  given: Json | undefined,
  reasoning: ModelCapabilities['reasoning'],
): ReasoningState {
  const fields = withThinking(given, reasoning);
  if (reasoning.kind === 'none') return 'off';
  if (reasoning.kind === 'unknown') return 'unknown';
  if (reasoning.kind === 'fixed') return 'on';
  if (typeof reasoning.off === 'object' && holds(fields, reasoning.off)) return 'off';
  if (Object.keys(reasoning.on).length > 0 && holds(fields, reasoning.on)) return 'on';
  if (reasoning.kind === 'effort') {
    const effort = memberAt(fields, reasoning.effort.path);
    if (effort !== undefined) return effort === 'none' ? 'off' : 'on';
  } else {
    const { budget } = reasoning;
    if (budget && memberAt(fields, budget.path) !== undefined) return 'on';
    if (budget && 'on' in budget && holds(fields, budget.on)) return 'on';
    const type = memberAt(fields, ['thinking', 'type']);
    if (reasoning.kind === 'adaptive' && reasoning.modes.some((mode) => mode === type)) return 'on';
  }
  return reasoning.byDefault === 'unknown' ? 'unknown' : reasoning.byDefault ? 'on' : 'off';
}

/** Whether `value` has all that `wanted` has. */
function holds(value: Json | undefined, wanted: RequestFields): boolean {
  return Object.entries(wanted).every(([name, want]) => {
    const found = memberAt(value, [name]);
    return typeof want === 'object' ? holds(found, want) : found === want;
  });
}
