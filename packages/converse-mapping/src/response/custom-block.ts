// A block of a kind that this version does not know: handed on as it came, so that nothing of an answer is lost
// and a later turn can send it back.

import type { JSONObject } from '@ai-sdk/provider';
import type { UnknownRecord } from '../record.ts';
import { bedrockMetadata, type OpenBlock, type Part } from './answer.ts';

export class CustomBlock implements OpenBlock {
  readonly #block: UnknownRecord;

  constructor(block: UnknownRecord) {
    this.#block = block;
  }

  take(): boolean {
    return false;
  }

  close(out: Part[]): void {
    const [kind] = Object.keys(this.#block);
    if (kind === undefined) return;
    // It came out of JSON.parse, which TypeScript cannot know.
    const block = this.#block as JSONObject;
    out.push({ type: 'custom', kind: `bedrock.${kind}`, providerMetadata: bedrockMetadata({ block }) });
  }
}
