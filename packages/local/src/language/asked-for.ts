/**
 * What a prompt asks for in words, where a model has no better means: an answer by calling a tool, or as JSON.
 */
import type { ConverseRequest } from '@bedrock-kit/protocol';

export interface AskedFor {
  /** The name of the tool. */
  readonly tool?: string | undefined;
  /** A JSON schema, as it stands in the prompt. */
  readonly schema?: string | undefined;
  /** The text that asks. */
  readonly words: string;
}

/** Undefined when nothing is asked for. A model without a system prompt is asked at the head of the first message. */
export function askedFor({ system, messages }: ConverseRequest): AskedFor | undefined {
  for (const block of system ?? messages?.[0]?.content ?? []) {
    if (!('text' in block)) continue;
    const { text: words } = block;
    const tool = /\bby calling the tool "([^"]+)"/.exec(words)?.[1];
    if (tool !== undefined) return { tool, words };
    if (!asksForJson(words)) continue;
    return { schema: /\bJSON schema:\n(\{.*\})/.exec(words)?.[1] ?? '{}', words };
  }
  return undefined;
}

/** From one asking to the next: read to the end of its line from each of them, a prompt of 80 kB took 0.6 s. */
function asksForJson(words: string): boolean {
  const [, ...asked] = words.split(/\banswer with\b/i);
  return asked.some((text) => /^.*\bJSON\b/i.test(text));
}
