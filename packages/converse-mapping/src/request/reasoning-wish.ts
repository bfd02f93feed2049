// How hard the caller wants the model to think.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ReasoningConfig } from '../options.ts';

type Level = NonNullable<LanguageModelV4CallOptions['reasoning']>;

/** The AI SDK's levels and Bedrock's own options as one wish. Explicit options win. */
export interface Wish {
  readonly mode: 'default' | 'disabled' | 'enabled' | (string & {});
  readonly level: Exclude<Level, 'provider-default' | 'none'> | 'max' | undefined;
  readonly budgetTokens: number | undefined;
  readonly display: string | undefined;
}

/** @param unasked the model thinks without being asked, so that `display` by itself is a wish. */
export function wishOf(
  level: Level | undefined = 'provider-default',
  unasked: boolean,
  { type, budgetTokens, maxReasoningEffort, display }: ReasoningConfig = {},
): Wish {
  const off = level === 'none';
  const portable = off || level === 'provider-default' ? undefined : level;
  const explicit = budgetTokens ?? maxReasoningEffort ?? (unasked && !off && display);
  const implied = off ? 'disabled' : 'default';
  return {
    mode: type || (explicit || portable ? 'enabled' : implied),
    level: maxReasoningEffort ?? portable,
    budgetTokens,
    display,
  };
}
