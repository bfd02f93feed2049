// Some models cannot be held to a JSON schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const structuredOutputSupported: Rule<Conversation> = {
  id: 'structured-output-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html',
  check(conversation, refuse) {
    const { capabilities, request } = conversation;
    if (!request.outputConfig?.textFormat || capabilities.structuredOutput.native !== false) return;
    refuse('outputConfig.textFormat', unsupportedField('outputConfig.textFormat'));
  },
};
