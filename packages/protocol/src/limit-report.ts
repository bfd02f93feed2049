// How a broken constraint is reported: its place, in the words of AWS.
// https://smithy.io/2.0/spec/constraint-traits.html
import { type Constraint, textConstraints } from './constraints.ts';
import type { Shape, Union } from './shape.ts';
import { dotted, type Violation } from './violation.ts';

const evidence =
  'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Types_Amazon_Bedrock_Runtime.html';

/** The path to the value at hand; it becomes a string only when something is wrong there. */
type Path = (string | number)[];

export interface Check {
  readonly path: Path;
  readonly violations: Violation[];
  /** How many sensitive shapes enclose the value: inside one, a message shows no value. */
  sensitive: number;
}

/** A body that does not fit its types fails before any validation. */
export function mistyped(expected: string, check: Check): void {
  check.violations.push({
    path: pathOf(check.path),
    rule: 'type',
    message: `Value at '${memberPath(check.path)}' must be ${expected}`,
    code: 'SerializationException',
    evidence,
  });
}

/** The words of AWS's framework; the value is shown unless something around it is sensitive. */
export function refuse(
  broken: readonly Constraint[],
  value: string | number | null | undefined,
  check: Check,
  path: string = pathOf(check.path),
): void {
  for (const [rule, words] of broken) {
    const shown = check.sensitive > 0 || value === undefined ? '' : value === null ? ' null' : ` '${value}'`;
    const message = `Value${shown} at '${memberPath(check.path)}' failed to satisfy constraint: ${words}`;
    check.violations.push({ path, rule, message, code: 'ValidationException', evidence });
  }
}

/**
 * AWS reports the texts in a list or a map once, with everything that they must satisfy; this does the same for the
 * violations since `before`.
 */
export function collect(
  what: 'Member' | 'Map keys' | 'Map value',
  shape: Shape,
  values: readonly unknown[] | undefined,
  before: number,
  check: Check,
): void {
  if (shape.type !== 'string' && shape.type !== 'enum') return;
  const told = check.violations.splice(before);
  const ofForm = ({ rule }: Violation): boolean => rule === 'required' || rule === 'type';
  const first = told.find((violation) => !ofForm(violation));
  if (first) {
    const words = textConstraints(shape).map(([, constraint]) => constraint);
    const shown = values && `[${values.join(', ')}]`;
    refuse(
      [[first.rule, `${what} must satisfy constraint: [${words.join(', ')}]`]],
      shown,
      check,
      first.path,
    );
  }
  for (const violation of told) if (ofForm(violation)) check.violations.push(violation);
}

/** Bedrock's own words: https://github.com/envoyproxy/ai-gateway/pull/1717 */
export function misjoined(what: string, shape: Union, check: Check): void {
  const path = pathOf(check.path);
  const keys = Object.keys(shape.members).join(', ');
  check.violations.push({
    path,
    rule: 'union',
    message: `${shape.name} object at ${dotted(path)} ${what} one of the following keys: ${keys}.`,
    code: 'ValidationException',
    evidence,
  });
}

/** `messages[0].content`. A map's key that is no identifier stands in quotes. */
function pathOf(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number' || !/^[a-zA-Z_]\w*$/.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** `messages.1.member.content`: how AWS's framework writes a path, counting from one. */
function memberPath(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}.member` : part)).join('.');
}
