// Some models are stricter about the names of tools than the service model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fits, serviceNames } from '../text-rule.ts';
import { toolSpecifications } from '../tool-names.ts';
import { fromModel } from '../wording.ts';

export const toolNameForm: Rule<Conversation> = {
  id: 'tool-name-form',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html',
  check(conversation, refuse) {
    const { toolUse } = conversation.capabilities;
    if (typeof toolUse !== 'object') return;
    const { names } = toolUse;
    for (const { tool, path } of toolSpecifications(conversation)) {
      if (!fits(tool.name, serviceNames) || fits(tool.name, names)) continue;
      refuse(
        `${path}.name`,
        fromModel(
          `tools: the name of a tool must match [${names.characters}]{${names.minLength},${names.maxLength}}`,
        ),
      );
    }
  },
};
