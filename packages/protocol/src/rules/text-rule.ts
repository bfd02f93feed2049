// Whether an id has the form that a model wants.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { TextRule } from '@bedrock-kit/models';

/** What the service model itself says of a tool use's id; a broken one is reported there. */
export const serviceIds: TextRule = { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 };

/** `^[a-zA-Z0-9_-]+$`: which characters there may be, in Claude's words, which say nothing of how many. */
export function patternOf({ characters }: TextRule): string {
  return `^[${characters}]+$`;
}

/** A model's record never changes, so that a rule is compiled once. */
const compiled = new WeakMap<TextRule, RegExp>();

export function fits(text: string, rule: TextRule): boolean {
  if (text.length < rule.minLength || text.length > rule.maxLength) return false;
  let expression = compiled.get(rule);
  if (!expression) {
    expression = new RegExp(patternOf(rule));
    compiled.set(rule, expression);
  }
  return expression.test(text);
}
