// Cases of the rules about the turns in which tool uses and tool results stand, and what may stand beside them.
import type { RuleCase } from '../rule-cases.ts';
import {
  assistant,
  call,
  claude,
  conversation,
  document,
  hello,
  newestClaude,
  nova,
  point,
  result,
  served,
  tools,
  user,
  weather,
} from './blocks.ts';

const thought = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 's' } } };
/** Claude's answers say so of a tool that the caller runs. */
const asAnswered = { toolUse: { toolUseId: 'a', name: 'weather', input: {}, type: 'tool_use' } };

export const toolTurnCases: readonly RuleCase[] = [
  {
    rule: 'tool-turns',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user({ text: 'Hello' }, call('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[0].content[1].toolUse',
    message:
      'The toolUse block at messages.0.content.1.toolUse is allowed in messages with the role assistant only.',
  },
  {
    rule: 'tool-turns',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [hello, assistant({ text: 'Hi' }, result('s')), hello],
      toolConfig: tools({ systemTool: { name: 'nova_grounding' } }),
    },
    accepted: {
      messages: [hello, assistant(served, result('s')), hello],
      toolConfig: tools({ systemTool: { name: 'nova_grounding' } }),
    },
    path: 'messages[1].content[1].toolResult',
    message:
      'The toolResult block at messages.1.content.1.toolResult is allowed in messages with the role user only.',
  },
  {
    // The caller runs this tool, and so its result is the user's.
    rule: 'tool-turns',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a'), result('a')), user(result('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[1].content[1].toolResult',
    message:
      'The toolResult block at messages.1.content.1.toolResult is allowed in messages with the role user only.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'us.meta.llama3-2-90b-instruct-v1:0',
    refused: {
      messages: [hello, assistant({ text: 'Hm' }, call('a')), user(result('a'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user(result('a'), result('b'))],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'messages.1.content: Conversation blocks and tool use blocks cannot be provided in the same turn.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'mistral.mistral-large-2402-v1:0',
    refused: {
      messages: [hello, assistant(call('aaaaaaaaa')), user(result('aaaaaaaaa'), { text: 'And?' })],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('aaaaaaaaa')), user(result('aaaaaaaaa'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message:
      'messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.',
  },
  {
    rule: 'document-beside-result',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        hello,
        assistant(call('a'), call('b')),
        user(result('a'), result('b'), { text: 'And?' }, document('d', 8, 'txt')),
      ],
      toolConfig: weather,
    },
    accepted: {
      messages: [
        hello,
        assistant(call('a'), call('b')),
        user(result('a', document('c', 8, 'txt')), result('b'), { text: 'And?' }, document('d')),
      ],
      toolConfig: weather,
    },
    path: 'messages[2].content[3].document',
    message:
      'The model returned the following errors: messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: a, b. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
  {
    rule: 'text-after-tool-use',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        hello,
        assistant(thought, call('a'), point, { text: 'I look.' }, call('b')),
        user(result('a'), result('b')),
      ],
      toolConfig: weather,
    },
    accepted: {
      messages: [
        hello,
        assistant(thought, { text: 'I look.' }, call('a'), thought, call('b'), point),
        user(result('a'), result('b')),
      ],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'The model returned the following errors: messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
  {
    rule: 'text-after-tool-use',
    operation: 'ConverseStream',
    modelId: newestClaude,
    refused: {
      messages: [hello, assistant(asAnswered, { text: 'I look.' }, point), user(result('a'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant({ text: 'I look.' }, asAnswered, point), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    // What stands before the calls is no matter, and thinking behind them begins anew.
    rule: 'text-after-tool-use',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello, assistant({ text: 'I look.' }, call('a'), { text: 'So.' }), user(result('a'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a'), thought, { text: 'So.' }), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'The model returned the following errors: messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
  {
    // It is taken for the beginning of an answer only where it comes last. What Bedrock ran has its result beside it.
    rule: 'text-after-tool-use',
    operation: 'Converse',
    modelId: newestClaude,
    refused: {
      messages: [hello, assistant(call('a'), { text: 'So.' }, call('b')), user(result('a'), result('b'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(served, result('s'), { text: 'So.' }), hello],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'The model returned the following errors: messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'us.meta.llama4-maverick-17b-instruct-v1:0',
    refused: {
      messages: [hello, assistant(call('a')), user(result('a')), hello, hello],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, hello, assistant(call('a')), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message:
      'messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.',
  },
];
