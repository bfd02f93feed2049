// Text that is to be cited is given as text: its bytes would be read as those of a PDF.
// https://github.com/boto/boto3/issues/4726, in the words of https://github.com/maximhq/bifrost/issues/5472
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const citationsTextSource: Rule<Conversation> = {
  id: 'citations-text-source',
  evidence: 'https://github.com/boto/boto3/issues/4726',
  check({ capabilities, documents }, refuse) {
    if (capabilities.citations !== true) return;
    for (const { block, path, inToolResult } of documents) {
      if (inToolResult || !block.citations?.enabled || block.format !== 'txt') continue;
      if (memberOf(block.source)[0] !== 'bytes') continue;
      refuse(
        `${path}.source.bytes`,
        fromModel(
          `${dotted(path).replace(/\.document$/, '')}.source.bytes: The document source bytes could not be parsed as the specified format. If using a text-based format, try source.text instead of source.bytes.`,
        ),
      );
    }
  },
};
