/**
 * Checks faults that come from outside the type system: a configuration file, or a request header.
 */
import { operations } from '@bedrock-kit/protocol';
import { LocalBedrockError } from '../errors.ts';
import { isCount, isObject } from '../json.ts';
import type { FaultKind, FaultRule } from './fault.ts';

type Check = 'number' | 'count' | 'status' | 'string' | 'sizes' | 'part';

const after: Check = 'count';
const code: Check = 'string';
const message: Check = 'string';

/** Every kind with its members; the test of completeness is the type. */
const members: { readonly [Kind in FaultKind]: Readonly<Record<string, Check>> } = {
  error: { code, message, status: 'status', retryAfter: 'number' },
  throttle: { message, retryAfter: 'number' },
  'capital-message': { code, message },
  'expired-token': {},
  'clock-skew': { seconds: 'number' },
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
  if (!isObject(value)) throw invalid(place, 'must be an object with a kind');
  const { kind, when, ...rest } = value;
  const allowed = membersOf(kind);
  if (allowed === undefined) {
    throw invalid(`${place}.kind`, `is ${JSON.stringify(kind)}; it must be one of ${faultKinds.join(', ')}`);
  }
  for (const [name, member] of Object.entries(rest)) {
    const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (check === undefined) {
      const names = Object.keys(allowed).join(', ');
      throw invalid(
        `${place}.${name}`,
        `is not a member of the fault ${String(kind)}, which has ${names || 'none'}`,
      );
    }
    if (member !== undefined) checkMember(check, member, `${place}.${name}`);
  }
  // Only a kind of fault has members.
  for (const name of required[kind as FaultKind] ?? []) {
    if (rest[name] === undefined) throw invalid(`${place}.${name}`, 'is missing');
  }
  if (when !== undefined) checkCondition(when, `${place}.when`);
  // Every member was checked above.
  return value as unknown as FaultRule;
}

function checkMember(check: Check, value: unknown, place: string): void {
  switch (check) {
    case 'string':
      if (typeof value !== 'string') throw invalid(place, 'must be a text');
      return;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(place, 'must be a number');
      return;
    case 'count':
      if (!isCount(value)) throw invalid(place, 'must be a whole number from 0');
      return;
    case 'status':
      if (!isCount(value) || value < 200 || value > 599)
        throw invalid(place, 'must be a status from 200 to 599');
      return;
    case 'part':
      if (value !== 'prelude' && value !== 'message') throw invalid(place, 'must be "prelude" or "message"');
      return;
    case 'sizes':
      checkSizes(value, place);
  }
}

function checkSizes(value: unknown, place: string): void {
  if (value === 'prelude' || value === 'utf-8') return;
  const sizes = Array.isArray(value) ? value : [value];
  if (sizes.length === 0 || !sizes.every((size) => isCount(size) && size > 0)) {
    throw invalid(place, 'must be a size in bytes from 1, a list of sizes, "prelude" or "utf-8"');
  }
}

function checkCondition(value: unknown, place: string): void {
  if (!isObject(value)) throw invalid(place, 'must be an object');
  for (const [name, member] of Object.entries(value)) {
    if (!(name === 'operation' || name === 'model' || name === 'call'))
      throw invalid(`${place}.${name}`, 'is not known; there are operation, model and call');
    if (member === undefined) continue;
    if (name === 'operation') checkOperation(member, `${place}.operation`);
    else if (name === 'model') checkMember('string', member, `${place}.model`);
    else {
      const calls = Array.isArray(member) ? member : [member];
      if (!calls.every((call) => isCount(call) && call > 0))
        throw invalid(`${place}.call`, 'must count from 1');
    }
  }
}

function checkOperation(value: unknown, place: string): void {
  const names = Object.keys(operations);
  if (!names.some((name) => name === value))
    throw invalid(place, `is ${JSON.stringify(value)}; it must be one of ${names.join(', ')}`);
}

function invalid(place: string, problem: string): LocalBedrockError {
  return new LocalBedrockError('invalid-fault', `${place} ${problem}.`, { place });
}
