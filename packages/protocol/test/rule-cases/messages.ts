// Cases of the rules about the messages of a conversation.
import type { RuleCase } from '../rule-cases.ts';
import {
  answer,
  assistant,
  call,
  claude,
  document,
  enabled,
  hello,
  mistral7b,
  newestClaude,
  nova,
  result,
  tool,
  tools,
  user,
} from './blocks.ts';

const thought = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } };

export const messageCases: readonly RuleCase[] = [
  {
    rule: 'content-empty',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(), hello] },
    accepted: { messages: [hello, answer, hello] },
    path: 'messages[1].content',
    message:
      'The content field in the Message object at messages.1 is empty. Add a ContentBlock object to the content field and try again.',
  },
  {
    rule: 'text-blank',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user({ text: 'Hello' }, { text: ' \n' })] },
    accepted: { messages: [user({ text: 'Hello' }, { text: ' .' })] },
    path: 'messages[0].content[1].text',
    message:
      'The text field in the ContentBlock object at messages.0.content.1 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'text-blank',
    operation: 'CountTokens',
    modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    refused: { input: { converse: { messages: [user({ text: '' })] } } },
    accepted: { input: { converse: { messages: [hello] } } },
    path: 'input.converse.messages[0].content[0].text',
    message:
      'The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'text-blank',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ text: 'Hello' }, document('d'), { text: ' \n' })] },
    accepted: { messages: [user({ text: 'Hello' }, document('d', 8, 'txt'), { text: ' \n' })] },
    path: 'messages[0].content[2].text',
    message:
      'The model returned the following errors: messages: text content blocks must contain non-whitespace text',
  },
  {
    rule: 'text-blank',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ text: '' }, document('d', 8, 'txt'), { text: 'Sum up.' })] },
    accepted: {
      messages: [hello, assistant(call('a')), user(result('a', { text: '' }))],
      toolConfig: tools(tool('weather')),
    },
    path: 'messages[0].content[0].text',
    message:
      'The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'text-blank',
    operation: 'ConverseStream',
    modelId: nova,
    refused: { messages: [user(document('d', 8, 'txt'), { text: ' ' })] },
    accepted: { messages: [user(document('d', 8, 'txt'), { text: 'Sum up.' })] },
    path: 'messages[0].content[1].text',
    message:
      'The text field in the ContentBlock object at messages.0.content.1 is blank. Add text to the text field, and try again.',
  },
  {
    // What is blank is said once: it does not end in white space as well.
    rule: 'text-blank',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant({ text: ' ' })] },
    accepted: { messages: [hello, assistant({ text: ' Hi' })] },
    path: 'messages[1].content[0].text',
    message:
      'The model returned the following errors: messages: text content blocks must contain non-whitespace text',
  },
  {
    rule: 'content-empty',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant()] },
    accepted: { messages: [hello, answer] },
    path: 'messages[1].content',
    message:
      'The content field in the Message object at messages.1 is empty. Add a ContentBlock object to the content field and try again.',
  },
  {
    rule: 'system-blank',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], system: [{ text: ' ' }] },
    accepted: { messages: [hello], system: [{ text: 'Be brief.' }] },
    path: 'system[0].text',
    message:
      'The text field in the SystemContentBlock object at system.0 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'system-blank',
    operation: 'CountTokens',
    modelId: 'anthropic.claude-sonnet-4-6',
    refused: { input: { converse: { messages: [hello], system: [{ text: 'Be brief.' }, { text: ' ' }] } } },
    accepted: { input: { converse: { messages: [hello], system: [{ text: 'Be brief.' }] } } },
    path: 'input.converse.system[1].text',
    message:
      'The text field in the SystemContentBlock object at system.1 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'system-supported',
    operation: 'Converse',
    modelId: mistral7b,
    refused: { messages: [hello], system: [{ text: 'Be brief.' }] },
    accepted: { messages: [hello], system: [] },
    path: 'system',
    message:
      "This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
  },
  {
    rule: 'system-message-supported',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, { role: 'system', content: [{ text: 'Be brief.' }] }] },
    accepted: { messages: [hello], system: [{ text: 'Be brief.' }] },
    path: 'messages[1].role',
    message:
      "This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
  },
  {
    rule: 'last-turn-user',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello, answer] },
    accepted: { messages: [hello, answer, hello] },
    path: 'messages[1]',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    rule: 'last-turn-user',
    operation: 'Converse',
    modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
    refused: { messages: [hello, answer] },
    accepted: { messages: [hello, answer] },
    acceptedModelId: 'us.openai.gpt-6-luna',
    path: 'messages[1]',
    message:
      'The model that you are using requires the last turn in the conversation to be a user message. Add a user message to the conversation and try again.',
  },
  {
    // This one continues an answer, but not while it thinks.
    rule: 'last-turn-user',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(thought, { text: 'Hi' })], additionalModelRequestFields: enabled },
    accepted: { messages: [hello, answer] },
    path: 'messages[1]',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    rule: 'last-turn-user',
    operation: 'Converse',
    modelId: newestClaude,
    refused: {
      messages: [hello, assistant(thought, { text: 'Hi' })],
      additionalModelRequestFields: { thinking: { type: 'adaptive' } },
    },
    accepted: { messages: [hello, assistant(thought, { text: 'Hi' }), hello] },
    path: 'messages[1]',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    rule: 'prefill-whitespace',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant({ text: 'Hi ' })] },
    accepted: { messages: [hello, assistant({ text: 'Hi' })] },
    path: 'messages[1].content[0].text',
    message:
      'The model returned the following errors: messages: final assistant content cannot end with trailing whitespace',
  },
  {
    rule: 'tool-change-place',
    operation: 'Converse',
    modelId: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
    refused: {
      messages: [user({ text: 'Hello' }, { toolRemoval: { tool: { name: 'weather' } } })],
      toolConfig: tools(tool('weather')),
    },
    accepted: {
      messages: [hello, { role: 'system', content: [{ toolRemoval: { tool: { name: 'weather' } } }] }],
      toolConfig: tools(tool('weather')),
    },
    path: 'messages[0].content[1].toolRemoval',
    message:
      'A toolRemoval block is allowed in messages with the role system only. Found at messages.0.content.1.toolRemoval.',
  },
  {
    rule: 'tool-change-place',
    operation: 'Converse',
    modelId: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
    refused: {
      messages: [hello, { role: 'system', content: [{ toolAddition: { tool: { name: 'time' } } }] }],
      toolConfig: tools(tool('weather')),
    },
    accepted: {
      messages: [
        hello,
        {
          role: 'system',
          content: [
            { toolAddition: { tool: { name: 'time' } } },
            // Of a server of tools nothing is declared.
            { toolAddition: { tool: { serverName: 'maps' } } },
            { toolAddition: { tool: { name: 'route', serverName: 'maps' } } },
          ],
        },
      ],
      toolConfig: tools(tool('weather'), tool('time')),
    },
    path: 'messages[1].content[0].toolAddition.tool.name',
    message: 'The tool at messages.1.content.0.toolAddition is not declared in toolConfig.tools.',
  },
  {
    rule: 'document-needs-text',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(document('report'))] },
    accepted: { messages: [user(document('report'), { text: 'Sum up.' })] },
    path: 'messages[0].content',
    message: 'A text block must be included when using documents. Add a text block and retry your request.',
  },
];
