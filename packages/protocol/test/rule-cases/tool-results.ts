// Cases of the rules about what a tool is given and what it answers.
import type { RuleCase } from '../rule-cases.ts';
import {
  assistant,
  asked,
  call,
  claude,
  conversation,
  document,
  hello,
  image,
  nova,
  result,
  served,
  user,
  weather,
} from './blocks.ts';

const found = { searchResult: { source: 'x', title: 'x', content: [{ text: 'x' }] } };

export const toolResultCases: readonly RuleCase[] = [
  {
    rule: 'tool-result-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), result('b'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[2].content',
    message:
      'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
  },
  {
    rule: 'tool-result-missing',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [hello, assistant(call('a'), call('b'), call('c')), user(result('b'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user({ text: 'Here:' }, result('b'), result('a'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: a, c',
  },
  {
    rule: 'tool-input-object',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a', 'Paris')), user(result('a'))], toolConfig: weather },
    accepted: {
      messages: [hello, assistant(call('a', { city: 'Paris' })), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.input',
    message:
      'The format of the value at messages.1.content.0.toolUse.input is invalid. Provide a json object for the field and try again.',
  },
  {
    rule: 'tool-input-object',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [hello, assistant(call('a', { list: [{ '': '' }] })), user(result('a'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a', { list: [{ ' ': '{"":', 'a"': 1 }] })), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.input',
    message:
      'The format of the value at messages.1.content.0.toolUse.input is invalid. Provide a json object for the field and try again.',
  },
  {
    rule: 'tool-result-json-object',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a', { json: [1] }))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', { json: { list: [1] } }))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].json',
    message:
      'The format of the value at messages.2.content.0.toolResult.content.0.json is invalid. Provide a json object for the field and try again.',
  },
  {
    rule: 'tool-result-json-object',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello, asked, user(result('a', { json: { q: [{ __type: 1 }] } }))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, asked, user(result('a', { json: { __type: 1, q: '"__type":' } }))],
      toolConfig: weather,
    },
    path: 'messages[2].content[0].toolResult.content[0].json',
    message:
      'The format of the value at messages.2.content.0.toolResult.content.0.json is invalid. Provide a json object for the field and try again.',
  },
  {
    // A tool may answer nothing:
    // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_multimodal_tool_returns/test_empty_tool_return.yaml
    rule: 'text-blank',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), { text: '' })], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', { text: '' }))], toolConfig: weather },
    path: 'messages[2].content[1].text',
    message:
      'The text field in the ContentBlock object at messages.2.content.1 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'tool-result-kind',
    operation: 'Converse',
    modelId: 'us.openai.gpt-6-luna',
    refused: { messages: [hello, asked, user(result('a', image()))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a'), image())], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].image',
    message: "This model doesn't support the image field for user messages. Remove image and try again.",
  },
  {
    // https://github.com/pydantic/pydantic-ai/pull/6254
    rule: 'tool-result-kind',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a', document('d')))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', document('d', 8, 'csv')))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].document',
    message:
      "This model doesn't support the document field for user messages. Remove document and try again.",
  },
  {
    // It answers nothing: no message is before it.
    rule: 'tool-result-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(result('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[0].content',
    message:
      'The number of toolResult blocks at messages.0.content exceeds the number of toolUse blocks of previous turn.',
  },
  {
    // What Bedrock ran, the caller does not answer.
    rule: 'tool-result-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(served), user(result('s'))], toolConfig: weather },
    accepted: { messages: [hello, assistant(served, result('s')), hello], toolConfig: weather },
    path: 'messages[2].content',
    message:
      'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
  },
  {
    rule: 'tool-result-missing',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked], toolConfig: weather },
    accepted: conversation,
    path: 'messages[2].content',
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: a',
  },
  {
    rule: 'tool-result-kind',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a', found))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', { json: {} }))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].searchResult',
    message:
      "This model doesn't support the searchResult field for user messages. Remove searchResult and try again.",
  },
  {
    rule: 'tool-result-status',
    operation: 'Converse',
    modelId: 'us.writer.palmyra-x5-v1:0',
    refused: {
      messages: [
        hello,
        asked,
        user({ toolResult: { toolUseId: 'a', content: [{ text: 'boom' }], status: 'error' } }),
      ],
      toolConfig: weather,
    },
    accepted: conversation,
    path: 'messages[2].content[0].toolResult.status',
    message: "This model doesn't support the status field. Remove status and try again.",
  },
  {
    rule: 'tool-result-status',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    refused: {
      messages: [hello, asked, user({ toolResult: { toolUseId: 'a', content: [], status: 'error' } })],
      toolConfig: weather,
    },
    // A result may hold nothing, or nothing but white space.
    accepted: {
      messages: [
        hello,
        assistant(call('a'), call('b'), call('c')),
        user(
          { toolResult: { toolUseId: 'a', content: [{ text: ' ' }], status: 'error' } },
          { toolResult: { toolUseId: 'b', content: [], status: 'success' } },
          { toolResult: { toolUseId: 'c', content: [] } },
        ),
      ],
      toolConfig: weather,
    },
    path: 'messages[2].content[0].toolResult.content',
    message:
      'The content field at messages.2.content.0.toolResult cannot be empty when status value is error.',
  },
];
