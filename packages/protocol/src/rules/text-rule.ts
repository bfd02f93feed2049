// Whether an id has the form that a model wants.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { TextRule } from '@bedrock-kit/models';

/** What the service model itself says of a tool use's id; a broken one is reported there. */
export const serviceIds: TextRule = { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 };

/** `^[a-zA-Z0-9]{9,9}$`, or `^[a-zA-Z0-9_-]+$` where the length is the service model's own. */
export function patternOf({ characters, minLength, maxLength }: TextRule): string {
  const usual = minLength === serviceIds.minLength && maxLength === serviceIds.maxLength;
  return `^[${characters}]${usual ? '+' : `{${minLength},${maxLength}}`}$`;
}

const compiled = new Map<string, RegExp>();

export function fits(text: string, rule: TextRule): boolean {
  const pattern = patternOf(rule);
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern);
    compiled.set(pattern, expression);
  }
  return text.length >= rule.minLength && text.length <= rule.maxLength && expression.test(text);
}
