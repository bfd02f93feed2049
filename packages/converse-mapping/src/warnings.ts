// The warnings of one call, each given once however often its cause occurs.

import type { SharedV4Warning } from '@ai-sdk/provider';

/** By cause, in the order in which they were given. */
export type Warnings = Map<string, SharedV4Warning>;

/** What a warning is about. */
export interface Subject {
  readonly capabilities: { readonly name: string };
  readonly warnings: Warnings;
  /** What had to be changed for Bedrock to take the request; `preflight: 'throw'` refuses these. */
  readonly repairs: Set<string>;
}

function add(warnings: Warnings, warning: SharedV4Warning, cause = JSON.stringify(warning)): void {
  if (!warnings.has(cause)) warnings.set(cause, warning);
}

/** What is not about a feature. Of several messages with one cause the first is given. */
export function warn(warnings: Warnings, message: string, cause?: string): void {
  add(warnings, { type: 'other', message }, cause);
}

/**
 * The model or Bedrock has no such thing: it is not sent.
 *
 * @param details a sentence; see `sentence`
 */
export function unsupported(subject: Subject, feature: string, details: string): void {
  add(subject.warnings, { type: 'unsupported', feature, details: sentence(subject, details) });
}

/** It is sent in a different form than was asked for. */
export function changed(subject: Subject, feature: string, details: string): void {
  add(subject.warnings, { type: 'compatibility', feature, details: sentence(subject, details) });
}

/** The conversation as given would have been refused. */
export function repaired(subject: Subject, feature: string, details: string): void {
  changed(subject, feature, details);
  subject.repairs.add(`${feature}: ${sentence(subject, details)}`);
}

/** Details that begin with a space get the name of the model in front: ' takes no tools.' becomes 'Claude takes no tools.' */
function sentence({ capabilities: { name } }: Subject, details: string): string {
  return details.startsWith(' ') ? name + details : details;
}
