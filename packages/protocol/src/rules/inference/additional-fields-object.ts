// Model-specific fields are a JSON object.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';

export const additionalFieldsObject: Rule<Conversation> = {
  id: 'additional-fields-object',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
  check({ fields }, refuse) {
    if (fields === undefined || fields === null || isJsonObject(fields)) return;
    refuse(
      'additionalModelRequestFields',
      'The format of the additionalModelRequestFields field is invalid. Provide a json object for additionalModelRequestFields and try again.',
    );
  },
};
