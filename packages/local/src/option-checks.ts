/**
 * Says what is wrong with options from outside, and where.
 */
import { suggestion } from './closest.ts';
import { checkGuardrail } from './guardrails/configuration.ts';
import { isCount, isObject } from './json.ts';
import { wrongMember } from './models/capabilities.ts';
import type { LocalBedrockOptions } from './options.ts';
import type { Pace } from './service/stream-body.ts';
import { shown } from './shown.ts';

/** What is wrong with an option. */
export interface OptionProblem {
  /** The option, or the place inside it. */
  readonly place: string;
  /** What is wrong, what is allowed, and what was given. */
  readonly message: string;
}

/**
 * Everything that is wrong with options from outside; an empty list when nothing is.
 *
 * @param beside - what may stand beside the options and is checked elsewhere
 */
export function optionProblems(
  options: Readonly<Record<string, unknown>>,
  beside: readonly string[] = [],
): OptionProblem[] {
  const known = [...Object.keys(checks), ...beside];
  return Object.entries(options).flatMap(([name, value]) => {
    // hasOwn shows that the name is one of the options.
    const check = Object.hasOwn(checks, name) ? checks[name as keyof LocalBedrockOptions] : undefined;
    if (check === undefined)
      return [{ place: name, message: `${name} is not an option (${suggestion(name, known)}).` }];
    const problem = value === undefined ? undefined : check(value);
    // What begins with a point is a place inside the option.
    const space = problem?.startsWith('.') ? '' : ' ';
    return problem === undefined ? [] : [{ place: name, message: `${name}${space}${problem}.` }];
  });
}

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.some((one) => one === value)
      ? undefined
      : `must be ${allowed.map((one) => `"${one}"`).join(' or ')}, not ${shown(value)}`;

const aFunction: Check = (value) =>
  typeof value === 'function' ? undefined : `must be a function, not ${shown(value)}`;

const aCount: Check = (value) =>
  isCount(value) ? undefined : `must be a whole number from 0, not ${shown(value)}`;

const isSession = ({ sessionToken, expiration }: Record<string, unknown>): boolean =>
  (sessionToken === undefined || typeof sessionToken === 'string') &&
  (expiration === undefined || (expiration instanceof Date && !Number.isNaN(expiration.getTime())));

const paces: readonly string[] = ['firstEventMs', 'betweenEventsMs'] satisfies (keyof Pace)[];

const checks: { readonly [Key in keyof LocalBedrockOptions]-?: Check } = {
  region: (value) =>
    typeof value === 'string' && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(value)
      ? undefined
      : `must be a Region such as "us-east-1", not ${shown(value)}`,
  accountId: (value) =>
    typeof value === 'string' && /^\d{12}$/.test(value)
      ? undefined
      : `must be a string of twelve digits, not ${shown(value)}`,
  credentials: (value) => {
    const list = [value].flat();
    const complete = list.every(
      (pair) =>
        isObject(pair) &&
        typeof pair['accessKeyId'] === 'string' &&
        typeof pair['secretAccessKey'] === 'string',
    );
    if (!complete || list.length === 0)
      return 'must be { accessKeyId, secretAccessKey } or a list of such pairs';
    // A text in place of the date would never lie in the past: the session would never end.
    return list.every((pair) => isObject(pair) && isSession(pair))
      ? undefined
      : 'must have a string as sessionToken and a Date as expiration, if they have them';
  },
  apiKeys: (value) =>
    Array.isArray(value) && value.every((key) => typeof key === 'string' && key !== '')
      ? undefined
      : 'must be a list of strings that are not empty',
  auth: oneOf('verify', 'off'),
  rules: oneOf('aws', 'off'),
  availability: oneOf('aws', 'ignore'),
  models: (value) => {
    if (!isObject(value)) return 'must be an object: model id or pattern → handler';
    const wrong = Object.entries(value).find(([, handler]) => typeof handler !== 'function');
    return wrong === undefined
      ? undefined
      : `must hold functions, but ${shown(wrong[0])} is ${shown(wrong[1])}`;
  },
  baseModels: (value) =>
    isObject(value) && Object.values(value).every((id) => typeof id === 'string')
      ? undefined
      : 'must be an object: ARN → model id',
  capabilities: (value) => {
    if (!isObject(value) || !Object.values(value).every(isObject))
      return 'must be an object: model id or pattern → members of its record';
    for (const [pattern, changes] of Object.entries(value)) {
      const wrong = wrongMember(changes);
      if (wrong === undefined) continue;
      const help = suggestion(wrong.name, wrong.known);
      return `has ${wrong.place} for ${shown(pattern)}, which is no member of a model's record (${help})`;
    }
    return undefined;
  },
  guardrails: (value) => {
    if (!isObject(value)) return 'must be an object: id → guardrail';
    for (const [id, guardrail] of Object.entries(value)) {
      if (!/^[a-z0-9]+$/.test(id))
        return `has the id ${shown(id)}, but ids consist of lower-case letters and digits`;
      const problem = checkGuardrail(guardrail);
      if (problem !== undefined) return `.${id}${problem}`;
    }
    return undefined;
  },
  asyncInvokeMs: aCount,
  objectsFolder: (value) =>
    typeof value === 'string' && value !== ''
      ? undefined
      : `must be the path of a folder, not ${shown(value)}`,
  faults: (value) => (Array.isArray(value) ? undefined : `must be a list, not ${shown(value)}`),
  pace: (value) => {
    if (!isObject(value)) return `must be { firstEventMs, betweenEventsMs }, not ${shown(value)}`;
    for (const [name, ms] of Object.entries(value)) {
      if (!paces.includes(name)) return `has no member ${name} (${suggestion(name, paces)})`;
      if (ms !== undefined && !(typeof ms === 'number' && ms >= 0))
        return `.${name} must be a number of milliseconds from 0, not ${shown(ms)}`;
    }
    return undefined;
  },
  clock: aFunction,
  maxRequestBytes: aCount,
  keepRequests: aCount,
  onRequest: aFunction,
};
