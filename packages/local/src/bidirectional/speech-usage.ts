/**
 * The tokens of a speech session, as its usage events tell them: since the last event, and in all.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/output-events.html
 */
import type { JsonObject } from '@bedrock-kit/protocol';

/** Tokens of sound, and tokens of text. */
interface SpeechTokens {
  readonly speechTokens: number;
  readonly textTokens: number;
}

/** What came in and what went out. */
export interface Exchanged {
  readonly input: SpeechTokens;
  readonly output: SpeechTokens;
}

const none: SpeechTokens = { speechTokens: 0, textTokens: 0 };

export class SpeechUsage {
  #total: Exchanged = { input: none, output: none };

  /** The members of the event about what was exchanged since the last one. */
  add(delta: Exchanged): JsonObject {
    const { input, output } = this.#total;
    const total = { input: sum(input, delta.input), output: sum(output, delta.output) };
    this.#total = total;
    const totalInputTokens = count(total.input);
    const totalOutputTokens = count(total.output);
    return {
      details: { delta: written(delta), total: written(total) },
      totalInputTokens,
      totalOutputTokens,
      totalTokens: totalInputTokens + totalOutputTokens,
    };
  }
}

function sum(a: SpeechTokens, b: SpeechTokens): SpeechTokens {
  return { speechTokens: a.speechTokens + b.speechTokens, textTokens: a.textTokens + b.textTokens };
}

function count({ speechTokens, textTokens }: SpeechTokens): number {
  return speechTokens + textTokens;
}

function written({ input, output }: Exchanged): JsonObject {
  return { input: { ...input }, output: { ...output } };
}
