// How many bytes one document has.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { blobLength } from '../../blob-length.ts';
import { dotted } from '../../violation.ts';
import { memberOf } from '../member.ts';

export const documentSize: Rule<Conversation> = {
  id: 'document-size',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.document;
    if (typeof input !== 'object' || input.maxBytes === 'unknown') return;
    for (const { block, path } of conversation.documents) {
      const [kind, bytes] = memberOf(block.source);
      if (kind !== 'bytes') continue;
      const length = blobLength(bytes);
      if (length <= input.maxBytes) continue;
      refuse(
        `${path}.source.bytes`,
        `The document at ${dotted(path)} exceeds the maximum size: ${length} bytes > ${input.maxBytes} bytes.`,
      );
    }
  },
};
