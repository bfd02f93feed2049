// The warnings of one call, each given once however often its cause occurs.

import type { SharedV4Warning } from '@ai-sdk/provider';

export class Warnings {
  readonly list: SharedV4Warning[] = [];
  /** What had to be changed for Bedrock to take the request; `preflight: 'throw'` refuses these. */
  readonly repairs: string[] = [];
  readonly #seen = new Set<string>();

  /** The model or Bedrock has no such thing: it is not sent. */
  unsupported(feature: string, details: string): void {
    this.#add({ type: 'unsupported', feature, details });
  }

  /** It is sent in another form than asked for. */
  compatibility(feature: string, details: string): void {
    this.#add({ type: 'compatibility', feature, details });
  }

  /** Given once for each `cause`, by default for each message. */
  other(message: string, cause: string = message): void {
    this.#add({ type: 'other', message }, cause);
  }

  /** The conversation as given would have been refused. */
  repair(feature: string, details: string): void {
    if (this.#add({ type: 'compatibility', feature, details })) this.repairs.push(`${feature}: ${details}`);
  }

  #add(warning: SharedV4Warning, key: string = JSON.stringify(warning)): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    this.list.push(warning);
    return true;
  }
}
