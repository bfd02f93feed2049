// Text, with the citations that support it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, withoutUndefined } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock } from './answer.ts';
import { type ReadCitation, readCitation } from './citation.ts';

/** @param guard the qualifiers of a guard-content block, so that the part can be sent back as one. */
export function textBlock({ context }: Answer, guard: JSONObject = {}): OpenBlock {
  let id: string | undefined;
  let length = 0;
  let citations: ReadCitation[] | undefined;
  return {
    take({ text, citation }, out) {
      if (typeof text === 'string' && text !== '') {
        if (id === undefined) {
          id = context.generateId();
          out.push({ type: 'text-start', id });
        }
        length += text.length;
        out.push({ type: 'text-delta', id, delta: text });
      }
      if (!isRecord(citation)) return typeof text === 'string';
      const read = readCitation(citation, context);
      (citations ??= []).push(read);
      out.push(read.source);
      return true;
    },
    close(out) {
      if (id === undefined) return;
      const metadata = withoutUndefined<JSONObject>({
        ...guard,
        citations: citations?.map(({ wire }) => wire),
      });
      out.push({
        type: 'text-end',
        id,
        ...(citations && {
          citations: citations.map(({ source, citedText }) => ({
            source,
            startIndex: 0,
            endIndex: length,
            ...withoutUndefined({ citedText }),
          })),
        }),
        ...bedrockMetadata(metadata),
      });
    },
  };
}
