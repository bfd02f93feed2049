// Cases of the rules about whether there are tools, and under which names.
import type { RuleCase } from '../rule-cases.ts';
import { asked, conversation, hello, mistral7b, nova, result, tool, tools, user, weather } from './blocks.ts';

export const toolCases: readonly RuleCase[] = [
  {
    rule: 'tool-use-supported',
    operation: 'Converse',
    modelId: mistral7b,
    refused: { messages: [hello], toolConfig: weather },
    accepted: { messages: [hello] },
    path: 'toolConfig',
    message: "This model doesn't support tool use.",
  },
  {
    rule: 'tool-use-supported',
    operation: 'Converse',
    modelId: 'google.gemma-3-27b-it',
    refused: { messages: [hello, asked, user(result('a'))], toolConfig: weather },
    accepted: { messages: [hello], toolConfig: weather },
    path: 'messages[2].content[0].toolResult',
    message:
      'The model returned the following errors: Conversation roles must alternate user/assistant/user/assistant/...',
  },
  {
    rule: 'tool-use-streaming',
    operation: 'ConverseStream',
    modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
    refused: { messages: [hello], toolConfig: weather },
    accepted: { messages: [hello] },
    path: 'toolConfig',
    message: "This model doesn't support tool use in streaming mode.",
  },
  {
    rule: 'tool-config-missing',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'))] },
    accepted: conversation,
    path: 'toolConfig',
    message: 'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
  },
  {
    rule: 'tool-name-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], toolConfig: tools(tool('weather'), tool('weather')) },
    accepted: { messages: [hello], toolConfig: tools(tool('weather'), tool('Weather')) },
    path: 'toolConfig.tools[1].toolSpec.name',
    message: 'The tool weather is already defined at toolConfig.tools.1.',
  },
];
