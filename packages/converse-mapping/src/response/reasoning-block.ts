// Reasoning, with what the model needs to get it back: its signature, or the encrypted bytes, and whose they are.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, recordOf, textOf, withoutUndefined } from '../record.ts';
import { type Answer, bedrockMetadata, type OpenBlock } from './answer.ts';
import { blobOf, joinedBase64, type ReceivedBlob } from './blob.ts';

export function reasoningBlock({ context }: Answer): OpenBlock {
  let id: string | undefined;
  let signature = '';
  const redacted: ReceivedBlob[] = [];
  return {
    take({ reasoningContent }, out) {
      if (!isRecord(reasoningContent)) return false;
      const text = textOf(reasoningContent['text']);
      const piece = textOf(reasoningContent['signature']);
      // Some gateways call redacted content `redactedReasoning.data`.
      const { redactedContent, redactedReasoning, data } = reasoningContent;
      const bytes = blobOf(redactedContent) ?? blobOf(recordOf(redactedReasoning)['data'] ?? data);
      if (id === undefined && (text !== '' || piece !== '' || bytes !== undefined)) {
        id = context.generateId();
        out.push({ type: 'reasoning-start', id });
      }
      if (id !== undefined && text !== '') out.push({ type: 'reasoning-delta', id, delta: text });
      signature += piece;
      if (bytes !== undefined) redacted.push(bytes);
      return true;
    },
    /** The signature of a block that broke off is incomplete, so it is dropped: the model would refuse it. */
    close(out, whole) {
      if (id === undefined) return;
      const redactedContent = joinedBase64(redacted);
      const isSigned = signature !== '' || redactedContent !== undefined;
      const metadata = withoutUndefined<JSONObject>({
        signature: signature || undefined,
        redactedContent,
        signedBy: isSigned ? context.baseModelId : undefined,
      });
      out.push({ type: 'reasoning-end', id, ...(whole && bedrockMetadata(metadata)) });
    },
  };
}
