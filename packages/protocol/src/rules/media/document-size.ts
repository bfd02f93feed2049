// How many bytes one document has.
// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkSize } from './check-media.ts';

/** The limit of most models, which the message names. What Bedrock says at another limit is not known. */
const commonLimit = 4_718_592;

const beyondCommonLimit =
  'The maximum document size is 4.5 MB. Reduce the size of your document and retry your request.';

export const documentSize: Rule<Conversation> = {
  id: 'document-size',
  evidence: 'https://github.com/aws-samples/generative-ai-use-cases/issues/1334',
  check({ documents, capabilities }, refuse) {
    checkSize('document', documents, capabilities.inputs.document, refuse, (_at, _length, limit) =>
      limit === commonLimit ? beyondCommonLimit : undefined,
    );
  },
};
