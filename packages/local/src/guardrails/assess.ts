/**
 * A guardrail put to work on a text: what it found, what it did, and what is left of the text.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-how.html
 */
import type {
  GuardrailAssessment,
  GuardrailContextualGroundingFilter,
  GuardrailPiiEntityFilter,
  GuardrailRegexFilter,
  GuardrailUsage,
} from '@bedrock-kit/protocol';
import { literal } from '../literal.ts';
import { blockedMessage, type GuardrailSettings } from './configuration.ts';
import { findPii } from './pii-patterns.ts';
import { shareOfWords } from './word-share.ts';

/** A text to be looked at, and what it is compared with. */
export interface Guarded {
  readonly text: string;
  readonly groundingSource?: string | undefined;
  readonly query?: string | undefined;
  /** Characters that are looked at, and of all texts there are. Default: those of `text`. */
  readonly coverage?: { readonly guarded: number; readonly total: number } | undefined;
}

export interface Verdict {
  readonly action: 'NONE' | 'GUARDRAIL_INTERVENED';
  /** True when the text is denied as a whole, false when parts of it were masked or nothing was found. */
  readonly blocked: boolean;
  /** What to go on with: the text, the text with masks, or what is said in place of it. */
  readonly text: string;
  readonly assessment: GuardrailAssessment;
  readonly usage: GuardrailUsage;
}

/**
 * @param full - tell also what was looked for and not found: of words and patterns AWS does not tell it.
 *   https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-independent-api.html
 */
export function assess(
  guarded: Guarded,
  settings: GuardrailSettings,
  source: 'INPUT' | 'OUTPUT',
  full = false,
): Verdict {
  const { text } = guarded;
  const topics = topicsIn(text, settings, full);
  const harms = filtersIn(text, settings, source, full);
  const customWords = wordsIn(text, settings);
  const { piiEntities, regexes, masked } = sensitiveIn(text, settings, full);
  const filters = source === 'OUTPUT' ? groundingOf(guarded, settings) : [];
  const findings = [...topics, ...harms, ...customWords, ...piiEntities, ...regexes, ...filters];
  const blocked = findings.some(({ action }) => action === 'BLOCKED');
  const anonymized = findings.some(({ action }) => action === 'ANONYMIZED');
  const usage = usageOf(text, settings, filters.length > 0);
  const instead = source === 'INPUT' ? settings.blockedInput : settings.blockedOutput;
  const { length } = Array.from(text);
  const { coverage = { guarded: length, total: length } } = guarded;
  return {
    action: blocked || anonymized ? 'GUARDRAIL_INTERVENED' : 'NONE',
    blocked,
    text: blocked ? (instead ?? blockedMessage) : masked,
    usage,
    assessment: {
      ...(topics.length > 0 ? { topicPolicy: { topics } } : {}),
      ...(harms.length > 0 ? { contentPolicy: { filters: harms } } : {}),
      ...(customWords.length > 0 ? { wordPolicy: { customWords, managedWordLists: [] } } : {}),
      ...(piiEntities.length + regexes.length > 0
        ? { sensitiveInformationPolicy: { piiEntities, regexes } }
        : {}),
      ...(filters.length > 0 ? { contextualGroundingPolicy: { filters } } : {}),
      invocationMetrics: {
        guardrailProcessingLatency: 0,
        usage,
        guardrailCoverage: { textCharacters: coverage },
      },
    },
  };
}

/** What a guardrail did, in the words of ApplyGuardrail. */
export function reasonOf({ action, blocked }: Verdict): string {
  if (action === 'NONE') return 'No action.';
  return blocked ? 'Guardrail blocked.' : 'Guardrail masked.';
}

/** A finding, or with `full` the note that nothing was found. */
function noted<Finding extends object>(
  detected: boolean,
  full: boolean,
  finding: Finding,
  action: string,
): (Finding & { action: string; detected: boolean })[] {
  if (!detected && !full) return [];
  return [{ ...finding, action: detected ? action : 'NONE', detected }];
}

function topicsIn(text: string, { topics = {} }: GuardrailSettings, full: boolean) {
  return Object.entries(topics).flatMap(([name, words]) => {
    const detected = [name, ...words].some((word) => holds(text, word));
    return noted(detected, full, { name, type: 'DENY' }, 'BLOCKED');
  });
}

/** As https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-content-filters.html has them, at their greatest strength. */
function filtersIn(text: string, { filters = {} }: GuardrailSettings, source: string, full: boolean) {
  return Object.entries(filters).flatMap(([type, words]) => {
    if (type === 'PROMPT_ATTACK' && source === 'OUTPUT') return [];
    const detected = words.some((word) => holds(text, word));
    const confidence = detected ? 'HIGH' : 'NONE';
    return noted(detected, full, { type, confidence, filterStrength: 'HIGH' }, 'BLOCKED');
  });
}

function wordsIn(text: string, { words = [] }: GuardrailSettings) {
  return words.flatMap((match) => noted(holds(text, match), false, { match }, 'BLOCKED'));
}

/** Whole words, whatever their case and the white space between them. */
function holds(text: string, phrase: string): boolean {
  const words = phrase.trim().split(/\s+/).map(literal).join('\\s+');
  return words !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

const actions = { ANONYMIZE: 'ANONYMIZED', BLOCK: 'BLOCKED' } as const;

function sensitiveIn(
  text: string,
  { pii = {}, regexes = {} }: GuardrailSettings,
  full: boolean,
): { piiEntities: GuardrailPiiEntityFilter[]; regexes: GuardrailRegexFilter[]; masked: string } {
  const places: Place[] = [];
  const piiEntities = Object.entries(pii).flatMap(([type, rule]) => {
    const found = findPii(text, [type]);
    if (rule === 'ANONYMIZE') places.push(...found.map(({ begin, end }) => ({ name: type, begin, end })));
    const matches = [...new Set(found.map(({ match }) => match))];
    return matches.length === 0
      ? noted(false, full, { match: '', type }, actions[rule])
      : matches.flatMap((match) => noted(true, full, { match, type }, actions[rule]));
  });
  const own = Object.entries(regexes).flatMap(([name, { pattern: regex, action }]) => {
    const found = Array.from(text.matchAll(new RegExp(regex, 'g'))).filter(([match]) => match !== '');
    if (action === 'ANONYMIZE')
      places.push(...found.map(({ 0: match, index: begin }) => ({ name, begin, end: begin + match.length })));
    const matches = [...new Set(found.map(([match]) => match))];
    return matches.flatMap((match) => noted(true, false, { name, match, regex }, actions[action]));
  });
  return { piiEntities, regexes: own, masked: maskedText(text, places) };
}

/** A part of a text that is masked, and the name that stands in its place. */
interface Place {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** By their places, not by their words: one match may be the beginning of another. */
function maskedText(text: string, places: readonly Place[]): string {
  let masked = '';
  let from = 0;
  const ordered = [...places].sort((left, right) => left.begin - right.begin || right.end - left.end);
  for (const { name, begin, end } of ordered) {
    if (begin >= from) masked += `${text.slice(from, begin)}{${name}}`;
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}

function groundingOf(
  { text, groundingSource, query }: Guarded,
  settings: GuardrailSettings,
): GuardrailContextualGroundingFilter[] {
  const check = (type: string, threshold: number | undefined, score: number | undefined) => {
    if (threshold === undefined || score === undefined) return [];
    // A score is reported even when it is high enough.
    return noted(score < threshold, true, { type, threshold, score }, 'BLOCKED');
  };
  return [
    ...check(
      'GROUNDING',
      settings.grounding,
      groundingSource === undefined ? undefined : shareOfWords(text, groundingSource),
    ),
    ...check('RELEVANCE', settings.relevance, query === undefined ? undefined : shareOfWords(query, text)),
  ];
}

/** A text unit is up to 1,000 characters: https://aws.amazon.com/bedrock/pricing/ */
export function textUnits(text: string): number {
  return Math.ceil(Array.from(text).length / 1000);
}

function usageOf(text: string, settings: GuardrailSettings, grounded: boolean): GuardrailUsage {
  const units = textUnits(text);
  const used = (part: object | undefined): number =>
    part !== undefined && Object.keys(part).length > 0 ? units : 0;
  return {
    topicPolicyUnits: used(settings.topics),
    contentPolicyUnits: used(settings.filters),
    wordPolicyUnits: used(settings.words),
    sensitiveInformationPolicyUnits: used(settings.pii),
    sensitiveInformationPolicyFreeUnits: used(settings.regexes),
    contextualGroundingPolicyUnits: grounded ? units : 0,
    contentPolicyImageUnits: 0,
    automatedReasoningPolicyUnits: 0,
    automatedReasoningPolicies: 0,
  };
}
