/**
 * A guardrail in a few lines: what it denies, what it masks, and what it says instead.
 */
import { suggestion } from '../closest.ts';
import { isObject } from '../json.ts';
import { shown } from '../shown.ts';
import { piiPatterns } from './pii-patterns.ts';

/** What a guardrail blocks or masks. It does not look for what you leave out. */
export interface GuardrailSettings {
  /** The versions that exist beside `DRAFT`, such as `['1']`. Any version by default. */
  readonly versions?: readonly string[] | undefined;
  /** Words and phrases to block, whatever their case. */
  readonly words?: readonly string[] | undefined;
  /** Topics to block: name → words, any of which shows that a text is about the topic. */
  readonly topics?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Content filters: type (`HATE`, `INSULTS`, `SEXUAL`, `VIOLENCE`, `MISCONDUCT`, `PROMPT_ATTACK`) → words, any of which the filter finds
   * with high confidence. Prompt attacks are looked for only in the input.
   */
  readonly filters?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Personal data: type by Bedrock's name (`EMAIL`, `PHONE`, ...) → whether to mask or to block it. Only types that a pattern can find. */
  readonly pii?: Readonly<Record<string, 'ANONYMIZE' | 'BLOCK'>> | undefined;
  /** Patterns of your own: name → source of a regular expression, and whether to mask or to block what it matches. */
  readonly regexes?:
    | Readonly<Record<string, { readonly pattern: string; readonly action: 'ANONYMIZE' | 'BLOCK' }>>
    | undefined;
  /** The least share, from 0 to 1, of the answer's words that its grounding source must have. Below it the answer is blocked. */
  readonly grounding?: number | undefined;
  /** The least share, from 0 to 1, of the query's words that the answer must have. Below it the answer is blocked. */
  readonly relevance?: number | undefined;
  /** The answer to a blocked input. `Sorry, the model cannot answer this question.` by default. */
  readonly blockedInput?: string | undefined;
  /** The text in place of a blocked answer. `Sorry, the model cannot answer this question.` by default. */
  readonly blockedOutput?: string | undefined;
}

/** The text that the console suggests for both. */
export const blockedMessage = 'Sorry, the model cannot answer this question.';

/** https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-content-filters.html */
const filterTypes = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT', 'PROMPT_ATTACK'];

const isText = (value: unknown): boolean => typeof value === 'string';
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isAction = (value: unknown): boolean => value === 'ANONYMIZE' || value === 'BLOCK';
const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function isRecord(value: unknown, holds: (item: unknown, name: string) => boolean): boolean {
  return isObject(value) && Object.entries(value).every(([name, item]) => holds(item, name));
}

function isRegex(value: unknown): boolean {
  const { pattern, action } = isObject(value) ? value : {};
  if (typeof pattern !== 'string' || !isAction(action)) return false;
  try {
    new RegExp(pattern, 'g');
    return true;
  } catch {
    return false;
  }
}

const checks: {
  readonly [Key in keyof GuardrailSettings]-?: readonly [(value: unknown) => boolean, string];
} = {
  versions: [isList, 'must be a list of strings'],
  words: [isList, 'must be a list of strings'],
  topics: [(value) => isRecord(value, isList), 'must be an object: topic → list of words'],
  filters: [
    (value) => isRecord(value, (words, type) => isList(words) && filterTypes.includes(type)),
    `must be an object: type (${filterTypes.join(', ')}) → list of words`,
  ],
  pii: [
    (value) => isRecord(value, (action, type) => isAction(action) && Object.hasOwn(piiPatterns, type)),
    `must be an object: type (${Object.keys(piiPatterns).join(', ')}) → "ANONYMIZE" or "BLOCK"`,
  ],
  regexes: [
    (value) => isRecord(value, isRegex),
    'must be an object: name → { pattern (a regular expression), action ("ANONYMIZE" or "BLOCK") }',
  ],
  grounding: [isShare, 'must be a number from 0 to 1'],
  relevance: [isShare, 'must be a number from 0 to 1'],
  blockedInput: [isText, 'must be a string'],
  blockedOutput: [isText, 'must be a string'],
};

/** What is wrong with a guardrail from outside, beginning with the member at fault; undefined when nothing is. */
export function checkGuardrail(value: unknown): string | undefined {
  if (!isObject(value)) return ` must be an object, not ${shown(value)}`;
  for (const [name, member] of Object.entries(value)) {
    const known = Object.hasOwn(checks, name) ? checks[name as keyof GuardrailSettings] : undefined;
    if (known === undefined)
      return `.${name} is no member of a guardrail (${suggestion(name, Object.keys(checks))})`;
    const [holds, problem] = known;
    if (member !== undefined && !holds(member)) return `.${name} ${problem}, not ${shown(member)}`;
  }
  return undefined;
}
