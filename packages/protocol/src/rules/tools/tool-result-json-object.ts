// A tool result given as JSON is an object, and has no key `__type` further in, which Bedrock would read as the name of a type.
// https://github.com/maximhq/bifrost/issues/5762
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultContentBlock.html
import type { JsonObject } from '../../values.ts';
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const toolResultJsonObject: Rule<Conversation> = {
  id: 'tool-result-json-object',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultContentBlock.html',
  check(conversation, refuse) {
    for (const { block, path } of conversation.toolResults) {
      block.content.forEach((union, index) => {
        const [kind, json] = memberOf(union);
        if (kind !== 'json' || (isJsonObject(json) && !isTypedWithin(json))) return;
        refuse(
          `${path}.content[${index}].json`,
          `The format of the value at ${dotted(path)}.content.${index}.json is invalid. Provide a json object for the field and try again.`,
        );
      });
    }
  },
};

/** Within a string its quotes would be escaped. */
function isTypedWithin(json: JsonObject): boolean {
  return /[{,]"__type":/.test(JSON.stringify(Object.values(json)));
}
