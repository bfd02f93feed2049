// Cases of the rules about the tool that a model has to call.
import type { RuleCase } from '../rule-cases.ts';
import { hello, newestClaude, nova, weather } from './blocks.ts';

export const toolChoiceCases: readonly RuleCase[] = [
  {
    rule: 'tool-choice-supported',
    operation: 'Converse',
    modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { any: {} } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { auto: {} } } },
    path: 'toolConfig.toolChoice.any',
    message:
      "This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.",
  },
  {
    rule: 'tool-choice-supported',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'weather' } } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { auto: {} } } },
    path: 'toolConfig.toolChoice.tool',
    message:
      'The model returned the following errors: tool_choice: type "tool" and "any" are not supported for this model.',
  },
  {
    rule: 'tool-choice-known',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'time' } } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'weather' } } } },
    path: 'toolConfig.toolChoice.tool.name',
    message: "The model returned the following errors: Tool 'time' not found in provided tools",
  },
];
