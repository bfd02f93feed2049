// No two tools have the same name.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolNameUnique: Rule<Conversation> = {
  id: 'tool-name-unique',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html',
  check(conversation, refuse) {
    const seen = new Set<string>();
    for (const { block: tool, path, index } of conversation.tools) {
      if (seen.has(tool.name))
        refuse(`${path}.name`, `The tool ${tool.name} is already defined at toolConfig.tools.${index}.`);
      seen.add(tool.name);
    }
  },
};
