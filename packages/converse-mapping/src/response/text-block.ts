// Text, with the citations that support it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { type ReadCitation, readCitation } from './citation.ts';
import type { ReceivedDelta } from './received.ts';

export class TextBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #index: number;
  readonly #guard: JSONObject | undefined;
  #id: string | undefined;
  #length = 0;
  #citations: ReadCitation[] | undefined;

  /** `guard` holds the qualifiers of a guard-content block, so that the part can be sent back as one. */
  constructor(answer: Answer, index: number, guard?: JSONObject) {
    this.#answer = answer;
    this.#index = index;
    this.#guard = guard;
  }

  take(delta: ReceivedDelta, out: Part[]): boolean {
    const text = delta.text;
    if (typeof text === 'string') {
      if (text !== '') this.#write(text, out);
      if (delta.citation === undefined) return true;
    }
    if (!isRecord(delta.citation)) return false;
    this.#cite(delta.citation, out);
    return true;
  }

  close(out: Part[]): void {
    const citations = this.#citations;
    if (this.#id === undefined) return;
    const metadata: JSONObject = { ...this.#guard };
    if (citations !== undefined) metadata['citations'] = citations.map(({ wire }) => wire);
    out.push({
      type: 'text-end',
      id: this.#id,
      ...(citations !== undefined && {
        citations: citations.map(({ source, citedText }) => ({
          source,
          startIndex: 0,
          endIndex: this.#length,
          ...(citedText !== undefined && { citedText }),
        })),
      }),
      ...(Object.keys(metadata).length > 0 && { providerMetadata: bedrockMetadata(metadata) }),
    });
    this.#id = undefined;
  }

  #write(text: string, out: Part[]): void {
    if (this.#id === undefined) {
      this.#id = this.#answer.partId(this.#index);
      out.push({ type: 'text-start', id: this.#id });
    }
    this.#length += text.length;
    out.push({ type: 'text-delta', id: this.#id, delta: text });
  }

  #cite(received: { readonly [key: string]: unknown }, out: Part[]): void {
    this.#citations ??= [];
    const citation = readCitation(received, this.#answer);
    this.#citations.push(citation);
    out.push(citation.source);
  }
}
