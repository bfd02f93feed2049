// Which characters a document's name may have.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

// ASCII alone: an ideographic space (U+3000) is refused. An underscore is taken, though neither the message nor the API reference lists it:
// https://github.com/aws-samples/generative-ai-use-cases/issues/1671, https://github.com/vercel/ai/pull/20366
// So is a tab. https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-invalid-document-filenames.json
// No group repeats in it: that of a name of 15 MB was a RangeError.
const refused = /[^a-zA-Z0-9_()[\] \n\v\f\r-]|[ \n\v\f\r]{2}/;

export const documentName: Rule<Conversation> = {
  id: 'document-name',
  evidence: 'https://github.com/vercel/ai/issues/20365',
  check(conversation, refuse) {
    for (const { block, path } of conversation.documents) {
      if (!refused.test(block.name)) continue;
      refuse(
        `${path}.name`,
        "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.",
      );
    }
  },
};
