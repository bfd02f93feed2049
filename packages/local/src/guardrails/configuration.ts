/**
 * A guardrail in a few lines: what it denies, what it masks, and what it says instead.
 */
import { suggestion } from '../closest.ts';
import { isObject } from '../json.ts';
import { shown } from '../shown.ts';
import { piiPatterns } from './pii-patterns.ts';

/** What a guardrail denies or masks. What is left out is not looked for. */
export interface GuardrailSettings {
  /** The versions that exist beside `DRAFT`, such as `['1']`. By default any version does. */
  readonly versions?: readonly string[] | undefined;
  /** Words and phrases that are denied, whatever their case. */
  readonly words?: readonly string[] | undefined;
  /** Topics that are denied: by name, with words of which any one shows that a text is about it. */
  readonly topics?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Content filters: by type (`HATE`, `PROMPT_ATTACK`, ...), with words of which any one is found with high confidence. Prompt attacks are
   * looked for in what goes in alone.
   */
  readonly filters?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Types of personal data, by the names of Bedrock (`EMAIL`, `PHONE`, ...), and whether they are masked or denied. Only types with a pattern. */
  readonly pii?: Readonly<Record<string, 'ANONYMIZE' | 'BLOCK'>> | undefined;
  /** Patterns of your own by name, as the source of a regular expression, and whether what fits is masked or denied. */
  readonly regexes?:
    | Readonly<Record<string, { readonly pattern: string; readonly action: 'ANONYMIZE' | 'BLOCK' }>>
    | undefined;
  /** The share of an answer's words that its grounding source must have, from 0 to 1; below it the answer is denied. */
  readonly grounding?: number | undefined;
  /** The share of a query's words that the answer must have, from 0 to 1; below it the answer is denied. */
  readonly relevance?: number | undefined;
  /** Said in place of a denied input. `Sorry, the model cannot answer this question.` by default. */
  readonly blockedInput?: string | undefined;
  /** Said in place of a denied answer. The same by default. */
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
