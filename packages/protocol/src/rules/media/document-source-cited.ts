// A document given as text, or as blocks of content, is one to be cited; any other is given as bytes or in S3.
// https://github.com/maximhq/bifrost/issues/7072
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const documentSourceCited: Rule<Conversation> = {
  id: 'document-source-cited',
  evidence: 'https://github.com/maximhq/bifrost/issues/7072',
  check(conversation, refuse) {
    for (const { block, path } of conversation.documents) {
      const [kind] = memberOf(block.source);
      if (kind === 'bytes' || kind === 's3Location' || block.citations?.enabled) continue;
      refuse(
        `${path}.source.${kind}`,
        `DocumentSource object at ${dotted(path)}.source must set one of the following keys: bytes, s3Location.`,
      );
    }
  },
};
