// Reasoning, with what the model needs to get it back: its signature, or the encrypted bytes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html

import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock } from './answer.ts';
import { blobOf, joinedBase64, type ReceivedBlob } from './blob.ts';

export function reasoningBlock(answer: Answer, index: number): OpenBlock {
  let id: string | undefined;
  let signature = '';
  const redacted: ReceivedBlob[] = [];
  return {
    take({ reasoningContent }, out) {
      if (!isRecord(reasoningContent)) return false;
      const text = stringOf(reasoningContent['text']) ?? '';
      const piece = stringOf(reasoningContent['signature']) ?? '';
      const bytes = redactedOf(reasoningContent);
      if (id === undefined && (text !== '' || piece !== '' || bytes !== undefined)) {
        id = answer.partId(index);
        out.push({ type: 'reasoning-start', id });
      }
      if (id !== undefined && text !== '') out.push({ type: 'reasoning-delta', id, delta: text });
      signature += piece;
      if (bytes !== undefined) redacted.push(bytes);
      return true;
    },
    /** The signature of a block that broke off is incomplete, so it is not given out: the model would refuse it. */
    close(out, whole) {
      if (id === undefined) return;
      const redactedContent = joinedBase64(redacted);
      const metadata = {
        ...(signature !== '' && { signature }),
        ...(redactedContent !== undefined && { redactedContent }),
      };
      const known = whole && Object.keys(metadata).length > 0;
      out.push({ type: 'reasoning-end', id, ...(known && { providerMetadata: bedrockMetadata(metadata) }) });
      id = undefined;
    },
  };
}

/** Some gateways call redacted content `redactedReasoning.data`. */
function redactedOf(reasoning: UnknownRecord): ReceivedBlob | undefined {
  const legacy = reasoning['redactedReasoning'];
  return (
    blobOf(reasoning['redactedContent']) ??
    (isRecord(legacy) ? blobOf(legacy['data']) : blobOf(reasoning['data']))
  );
}
