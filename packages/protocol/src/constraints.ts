// What the service model asks of a value of the right type, in AWS's words: which constraints it breaks, or all there are.
// https://smithy.io/2.0/spec/constraint-traits.html
import type { Enumeration, StringShape } from './shape.ts';
import type { Violation } from './violation.ts';

/** The kind of constraint, and AWS's words for it. */
export type Constraint = readonly [rule: Violation['rule'], words: string];

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** The bounds that a measure breaks, or both when no measure is given. */
export function boundsOf(
  rule: 'length' | 'range' | 'size',
  { min, max }: Bounds,
  measure?: number,
): Constraint[] {
  const broken: Constraint[] = [];
  const what = rule === 'range' ? 'value' : 'length';
  if (max !== undefined && (measure === undefined || measure > max))
    broken.push([rule, `Member must have ${what} less than or equal to ${max}`]);
  if (min !== undefined && (measure === undefined || measure < min))
    broken.push([rule, `Member must have ${what} greater than or equal to ${min}`]);
  return broken;
}

/** The constraints that a text breaks, or all of its shape when no text is given. */
export function textConstraints(shape: StringShape | Enumeration, text?: string): Constraint[] {
  if (shape.type === 'enum') {
    const { values, undeclared = [], isLoose = false } = shape;
    if (text !== undefined && (isLoose || values.includes(text) || undeclared.includes(text))) return [];
    return [['enum', `Member must satisfy enum value set: [${values.join(', ')}]`]];
  }
  const broken = boundsOf('length', shape, text === undefined ? text : lengthOf(text, shape.max));
  const { pattern } = shape;
  if (pattern !== undefined && (text === undefined || !fits(text, pattern)))
    broken.push(['pattern', `Member must satisfy regular expression pattern: ${pattern}`]);
  return broken;
}

/** Compiled once for each pattern; a service model has a few dozen. */
const compiled = new Map<string, RegExp>();

/** AWS matches the whole value, also where the pattern has no anchors. */
function fits(text: string, pattern: string): boolean {
  const expression = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
  compiled.set(pattern, expression);
  return expression.test(text);
}

/** Code points, as Smithy counts; code units where they decide already, so that a long text need not be counted. */
function lengthOf(text: string, max: number | undefined): number {
  return max === undefined || text.length <= max || text.length > 2 * max
    ? text.length
    : Array.from(text).length;
}
