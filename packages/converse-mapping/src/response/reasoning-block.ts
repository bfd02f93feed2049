// Reasoning, with what the model needs to get it back: its signature, or the encrypted bytes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html

import { isRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { blobOf, joinedBase64, type ReceivedBlob } from './blob.ts';
import type { ReceivedDelta } from './received.ts';

export class ReasoningBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #index: number;
  #id: string | undefined;
  #signature = '';
  #redacted: ReceivedBlob[] | undefined;

  constructor(answer: Answer, index: number) {
    this.#answer = answer;
    this.#index = index;
  }

  take(delta: ReceivedDelta, out: Part[]): boolean {
    const reasoning = delta.reasoningContent;
    if (!isRecord(reasoning)) return false;
    const { text, signature } = reasoning;
    if (typeof text === 'string' && text !== '') {
      out.push({ type: 'reasoning-delta', id: this.#open(out), delta: text });
    }
    if (typeof signature === 'string' && signature !== '') {
      this.#open(out);
      this.#signature += signature;
    }
    const redacted = blobOf(reasoning['redactedContent']) ?? legacyRedacted(reasoning);
    if (redacted !== undefined) {
      this.#open(out);
      (this.#redacted ??= []).push(redacted);
    }
    return true;
  }

  /** The signature of a block that broke off is incomplete, so it is not given out: the model would refuse it. */
  close(out: Part[], whole: boolean): void {
    if (this.#id === undefined) return;
    const redactedContent = whole && this.#redacted !== undefined ? joinedBase64(this.#redacted) : undefined;
    const metadata = {
      ...(whole && this.#signature !== '' && { signature: this.#signature }),
      ...(redactedContent !== undefined && { redactedContent }),
    };
    out.push({
      type: 'reasoning-end',
      id: this.#id,
      ...(Object.keys(metadata).length > 0 && { providerMetadata: bedrockMetadata(metadata) }),
    });
    this.#id = undefined;
  }

  #open(out: Part[]): string {
    if (this.#id === undefined) {
      this.#id = this.#answer.partId(this.#index);
      out.push({ type: 'reasoning-start', id: this.#id });
    }
    return this.#id;
  }
}

/** The name that some gateways give to redacted content: `redactedReasoning.data`. */
function legacyRedacted(reasoning: { readonly [key: string]: unknown }): ReceivedBlob | undefined {
  const legacy = reasoning['redactedReasoning'];
  return isRecord(legacy) ? blobOf(legacy['data']) : blobOf(reasoning['data']);
}
