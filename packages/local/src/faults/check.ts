/**
 * Checks faults that come from outside the type system: a configuration file, or a request header.
 */
import { operations } from '@bedrock-kit/protocol';
import { suggestion } from '../closest.ts';
import { LocalBedrockError } from '../errors.ts';
import { isCount, isObject } from '../json.ts';
import { shown } from '../shown.ts';
import type { FaultCondition, FaultKind, FaultRule } from './fault.ts';

const operationNames = Object.keys(operations);
const isFromOne = (value: unknown): boolean => isCount(value) && value > 0;

/** One number from 1, or several. */
function areFromOne(value: unknown): boolean {
  const numbers = [value].flat();
  return numbers.length > 0 && numbers.every(isFromOne);
}

/** So far a clock may be wrong, and so long a client may be told to wait: the year of an HTTP date has four digits (RFC 9110 section 5.6.7). */
const mostSeconds = 60_000_000_000;

/** What the members of a fault may be, and the words for it, which follow `must be`. */
const checks = {
  string: [(value: unknown) => typeof value === 'string', 'a string'],
  seconds: [
    (value: unknown) => typeof value === 'number' && Math.abs(value) <= mostSeconds,
    `a number of seconds from -${mostSeconds} to ${mostSeconds}`,
  ],
  retryAfter: [
    (value: unknown) => typeof value === 'number' && value >= 0 && value <= mostSeconds,
    `a number of seconds from 0 to ${mostSeconds}`,
  ],
  count: [isCount, 'a whole number from 0'],
  status: [
    (value: unknown) => isCount(value) && value >= 200 && value <= 599,
    'a whole number from 200 to 599',
  ],
  part: [(value: unknown) => value === 'prelude' || value === 'message', '"prelude" or "message"'],
  sizes: [
    (value: unknown) => value === 'prelude' || value === 'utf-8' || areFromOne(value),
    'a size in bytes from 1, a list of sizes, "prelude" or "utf-8"',
  ],
  operation: [
    (value: unknown) => operationNames.some((name) => name === value),
    `one of ${operationNames.join(', ')}`,
  ],
  calls: [areFromOne, 'the number of a call, counted from 1, or a list of such numbers'],
} as const;

type Check = keyof typeof checks;

const after: Check = 'count';
const code: Check = 'string';
const message: Check = 'string';

/** Every kind with its members. The type makes sure that none is missing. */
const members: { readonly [Kind in FaultKind]: Readonly<Record<string, Check>> } = {
  error: { code, message, status: 'status', retryAfter: 'retryAfter' },
  throttle: { message, retryAfter: 'retryAfter' },
  'capital-message': { code, message },
  'expired-token': {},
  'clock-skew': { seconds: 'seconds' },
  'coral-200': { code },
  'proxy-html': { status: 'status' },
  reset: { after },
  'slow-start': { ms: 'count' },
  exception: { after, name: 'string', message },
  'error-frame': { after, code, message },
  'torn-frame': { after, bytes: 'count' },
  'bad-checksum': { after, part: 'part' },
  stall: { after, ms: 'count' },
  'end-early': { after },
  trickle: { bytes: 'count', everyMs: 'count' },
  chunks: { sizes: 'sizes' },
};

/** Members without which the fault says nothing. */
const required: Partial<Record<FaultKind, readonly string[]>> = {
  error: ['code'],
  'clock-skew': ['seconds'],
  'slow-start': ['ms'],
  stall: ['ms'],
  chunks: ['sizes'],
};

/** The members of a kind of fault; undefined for anything else. */
function membersOf(kind: unknown): Readonly<Record<string, Check>> | undefined {
  // hasOwn shows that the text is one of the kinds.
  return typeof kind === 'string' && Object.hasOwn(members, kind) ? members[kind as FaultKind] : undefined;
}

/** True for a member that is a text whatever it looks like, such as a message. */
export function holdsText(kind: string, name: string): boolean {
  return membersOf(kind)?.[name] === 'string';
}

/** Every kind of fault there is. */
export const faultKinds: readonly FaultKind[] = Object.keys(members) as FaultKind[]; // the keys are the kinds by the type above

/**
 * @param place - where the fault stands, for the message: `faults[2]`, or the header's name
 * @throws {LocalBedrockError} `invalid-fault`
 */
export function checkFault(value: unknown, place: string): FaultRule {
  if (!isObject(value)) throw invalid(place, `must be an object with a kind, not ${shown(value)}`);
  const { kind, when, ...rest } = value;
  const allowed = membersOf(kind);
  if (allowed === undefined) {
    const help = suggestion(String(kind), faultKinds);
    throw invalid(`${place}.kind`, `is ${shown(kind)}, which is no kind of fault (${help})`);
  }
  for (const [name, member] of Object.entries(rest)) {
    const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (check === undefined) {
      const names = Object.keys(allowed);
      const help = names.length === 0 ? 'it has none' : suggestion(name, names);
      throw invalid(`${place}.${name}`, `is no member of the fault ${String(kind)} (${help})`);
    }
    if (member !== undefined) checkMember(check, member, `${place}.${name}`);
  }
  // Only a kind of fault has members.
  for (const name of required[kind as FaultKind] ?? []) {
    if (rest[name] === undefined)
      throw invalid(`${place}.${name}`, `is missing: the fault ${String(kind)} needs it`);
  }
  if (when !== undefined) checkCondition(when, `${place}.when`);
  // Every member was checked above.
  return value as unknown as FaultRule;
}

function checkMember(check: Check, value: unknown, place: string): void {
  const [holds, form] = checks[check];
  if (!holds(value)) throw invalid(place, `must be ${form}, not ${shown(value)}`);
}

/** Members of the conditions of a fault. */
const conditions: Readonly<Record<keyof FaultCondition, Check>> = {
  operation: 'operation',
  model: 'string',
  call: 'calls',
};

function checkCondition(value: unknown, place: string): void {
  if (!isObject(value)) throw invalid(place, `must be an object, not ${shown(value)}`);
  for (const [name, member] of Object.entries(value)) {
    // hasOwn shows that the name is one of the conditions.
    const check = Object.hasOwn(conditions, name) ? conditions[name as keyof FaultCondition] : undefined;
    if (check === undefined)
      throw invalid(`${place}.${name}`, `is not known (${suggestion(name, Object.keys(conditions))})`);
    if (member !== undefined) checkMember(check, member, `${place}.${name}`);
  }
}

function invalid(place: string, problem: string): LocalBedrockError {
  return new LocalBedrockError('invalid-fault', `${place} ${problem}.`, { place });
}
