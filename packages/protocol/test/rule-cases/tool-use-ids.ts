// Cases of the rules about the ids by which tool uses and tool results find each other.
import type { RuleCase } from '../rule-cases.ts';
import {
  assistant,
  asked,
  call,
  claude,
  conversation,
  hello,
  nova,
  result,
  user,
  weather,
} from './blocks.ts';

export const toolUseIdCases: readonly RuleCase[] = [
  {
    // The message that AWS names is the one that answers the calls.
    rule: 'tool-use-id-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a'), call('a')), user(result('a'))], toolConfig: weather },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user(result('b'), result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[1].toolUse.toolUseId',
    message: 'The toolUse blocks at messages.2.content contain duplicate Ids: a',
  },
  {
    rule: 'tool-result-id-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), result('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[2].content[1].toolResult.toolUseId',
    message: 'The toolResult blocks at messages.2.content contain duplicate Ids: a',
  },
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(call('a:1')), user(result('a:1'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      "The model returned the following errors: messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  },
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: 'us.mistral.pixtral-large-2502-v1:0',
    refused: conversation,
    accepted: {
      messages: [
        hello,
        assistant(call('abcdefgh9'), call('tooluse_0123456789abcdefABCDEF')),
        user(result('abcdefgh9'), result('tooluse_0123456789abcdefABCDEF')),
      ],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      'The model returned the following errors: Tool call id was a but must be a-z, A-Z, 0-9, with a length of 9.',
  },
  ...['tooluse_0123456789abcdefABCDEF9', 'a_tooluse_0123456789abcdefABCDEF'].map(
    (id): RuleCase => ({
      rule: 'tool-use-id-form',
      operation: 'Converse',
      modelId: 'us.mistral.pixtral-large-2502-v1:0',
      refused: { messages: [hello, assistant(call(id)), user(result(id))], toolConfig: weather },
      accepted: {
        messages: [hello, assistant(call('abcdefgh9')), user(result('abcdefgh9'))],
        toolConfig: weather,
      },
      path: 'messages[1].content[0].toolUse.toolUseId',
      message: `The model returned the following errors: Tool call id was ${id} but must be a-z, A-Z, 0-9, with a length of 9.`,
    }),
  ),
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: 'mistral.ministral-3-14b-instruct',
    refused: {
      messages: [
        hello,
        assistant(call('tooluse_0123456789abcdefABCDEF')),
        user(result('tooluse_0123456789abcdefABCDEF')),
      ],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('abcdefgh9')), user(result('abcdefgh9'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      'The model returned the following errors: Tool call id was tooluse_0123456789abcdefABCDEF but must be a-z, A-Z, 0-9, with a length of 9.',
  },
];
