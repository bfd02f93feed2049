// Whether a name or an id has the form that a model wants.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { TextRule } from '@bedrock-kit/models';

/** What the service model itself says of a tool's name and of a tool use's id; a broken one is reported there. */
export const serviceNames: TextRule = { characters: 'a-zA-Z0-9_-', minLength: 1, maxLength: 64 };
export const serviceIds: TextRule = { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 };

const compiled = new Map<string, RegExp>();

export function fits(text: string, { characters, minLength, maxLength }: TextRule): boolean {
  const pattern = `^[${characters}]{${minLength},${maxLength}}$`;
  let expression = compiled.get(pattern);
  if (!expression) compiled.set(pattern, (expression = new RegExp(pattern)));
  return expression.test(text);
}
