/**
 * Model ids by pattern: `*` stands for any characters.
 */
import { literal } from '../literal.ts';

const compiled = new Map<string, RegExp>();

/** `anthropic.*` fits `anthropic.claude-haiku-4-5-20251001-v1:0`. */
export function matchesPattern(pattern: string, id: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`, 's');
    compiled.set(pattern, expression);
  }
  return expression.test(id);
}
