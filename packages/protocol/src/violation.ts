// What is wrong with a refused request: one violation each, and how AWS puts several into one error.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
import type { ErrorCode } from './errors.ts';
import type { RuleId } from './rules/rule.ts';

/** The constraints of the service model, each a rule of its own name. */
export type LimitId = 'required' | 'type' | 'length' | 'range' | 'pattern' | 'enum' | 'union' | 'size';

/** What AWS would refuse in a request. */
export interface Violation {
  /** The place, as code would write it: `messages[2].content[0].document.name`. Empty for the request as a whole. */
  readonly path: string;
  /** The rule, or the kind of constraint of the service model. */
  readonly rule: LimitId | RuleId;
  /** AWS's wording where it is known. It contains no text of messages and prompts. */
  readonly message: string;
  /** The error that AWS answers with. */
  readonly code: ErrorCode;
  /** The page or public issue where the rule can be read, or seen at work. */
  readonly evidence: string;
}

const limitIds: readonly string[] = [
  'required',
  'type',
  'length',
  'range',
  'pattern',
  'enum',
  'union',
  'size',
] satisfies LimitId[];

/** Whether a violation breaks a constraint of the service model. AWS checks these first and reports them all at once. */
export function isLimit(violation: Violation): boolean {
  return limitIds.includes(violation.rule);
}

/**
 * Returns the one error that AWS would answer with: for a value of the wrong type; else for every broken constraint of the
 * service model, in one message; else for a union without exactly one member; else for the first rule that refuses.
 *
 * Returns `undefined` when there is no violation.
 */
export function refusalOf(
  violations: readonly Violation[],
): { readonly code: ErrorCode; readonly message: string } | undefined {
  const constraints = violations.filter(
    (violation) => isLimit(violation) && violation.rule !== 'type' && violation.rule !== 'union',
  );
  const first =
    violations.find(({ rule }) => rule === 'type') ??
    constraints[0] ??
    violations.find(({ rule }) => rule === 'union') ??
    violations[0];
  if (!first) return undefined;
  const { code, message } = first;
  if (first !== constraints[0]) return { code, message };
  const count = constraints.length === 1 ? '1 validation error' : `${constraints.length} validation errors`;
  return {
    code,
    message: `${count} detected: ${constraints.map((constraint) => constraint.message).join('; ')}`,
  };
}

/** `messages[0].content[1]` → `messages.0.content.1`: how Bedrock's own checks name a place. */
export function dotted(path: string): string {
  return path.replaceAll(/\[(\d+)\]/g, '.$1');
}
