// Claude takes the inputs of a tool by plain names alone: those at the root of its schema, not those below.
// https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/709
import type { Conversation } from '../conversation.ts';
import { isJsonObject, memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

const plain = /^[a-zA-Z0-9_.-]{1,64}$/;

export const toolSchemaPropertyNames: Rule<Conversation> = {
  id: 'tool-schema-property-names',
  evidence:
    'https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/709',
  check(conversation, refuse) {
    if (!conversation.isClaude) return;
    for (const { block: tool, path, index } of conversation.tools) {
      const properties = memberAt(tool.inputSchema.json, ['properties']);
      const name = isJsonObject(properties) && Object.keys(properties).find((key) => !plain.test(key));
      if (typeof name !== 'string') continue;
      refuse(
        `${path}.inputSchema.json.properties[${JSON.stringify(name)}]`,
        fromModel(
          `tools.${index}.custom.input_schema.properties: Property keys should match pattern '${plain.source}'`,
        ),
      );
    }
  },
};
