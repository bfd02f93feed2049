// The schema of a structured answer is a JSON object, written as text.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_JsonSchemaDefinition.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import { objectIn } from '../json.ts';
import type { Rule } from '../rule.ts';

export const structuredOutputSchema: Rule<Conversation> = {
  id: 'structured-output-schema',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_JsonSchemaDefinition.html',
  check(conversation, refuse) {
    const format = conversation.request.outputConfig?.textFormat;
    if (!format) return;
    const [, { schema }] = memberOf(format.structure);
    if (objectIn(schema)) return;
    refuse(
      'outputConfig.textFormat.structure.jsonSchema.schema',
      'The value at outputConfig.textFormat.structure.jsonSchema.schema is invalid. Provide a JSON schema object as a string and try again.',
    );
  },
};
