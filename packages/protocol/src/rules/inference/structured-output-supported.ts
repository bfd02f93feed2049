// Some models cannot be held to a JSON schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
// https://github.com/vectorize-io/hindsight/issues/3300
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraInput, unsupportedField } from '../wording.ts';

export const structuredOutputSupported: Rule<Conversation> = {
  id: 'structured-output-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html',
  check(conversation, refuse) {
    const { capabilities, fields, isClaude, request } = conversation;
    if (capabilities.structuredOutput.native !== false) return;
    const { outputConfig } = request;
    // The same setting by the name that Claude's own API has for it.
    const own = isClaude && memberAt(fields, ['output_config', 'format']) !== undefined;
    if (!own && !outputConfig?.textFormat) return;
    const path = own ? 'additionalModelRequestFields.output_config.format' : 'outputConfig.textFormat';
    refuse(path, isClaude ? extraInput('output_config.format') : unsupportedField(path));
  },
};
