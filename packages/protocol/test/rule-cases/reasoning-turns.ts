// Cases of the rules about reasoning in earlier turns: its signature, and where it stands.
import type { RuleCase } from '../rule-cases.ts';
import {
  assistant,
  call,
  claude,
  enabled,
  hello,
  newestClaude,
  nova2,
  result,
  user,
  weather,
} from './blocks.ts';

const thought = (signature?: string): object => ({
  reasoningContent: { reasoningText: { text: 'Hm.', ...(signature && { signature }) } },
});
const redacted = { reasoningContent: { redactedContent: new Uint8Array([1]) } };
const noReasoning =
  'User messages cannot contain reasoning content. Please remove the reasoning content and try again.';
const callAfterThought = {
  messages: [hello, assistant(thought('c2ln'), call('a')), user(result('a'))],
  toolConfig: weather,
  additionalModelRequestFields: enabled,
};

export const reasoningTurnCases: readonly RuleCase[] = [
  {
    rule: 'reasoning-final',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(thought('c2ln'), { text: 'It is' })] },
    accepted: { messages: [hello, assistant(thought('c2ln'), { text: 'It is' }), hello] },
    path: 'messages[1].content[0].reasoningContent',
    message:
      'The model returned the following errors: messages.1.content.0: When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.',
  },
  {
    rule: 'reasoning-final',
    operation: 'ConverseStream',
    modelId: newestClaude,
    refused: { messages: [hello, assistant(thought('c2ln'), redacted), hello] },
    accepted: { messages: [hello, assistant(thought('c2ln'), redacted, { text: 'Hi' }), hello] },
    path: 'messages[1].content',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    // One of 4.6 is known to take it.
    rule: 'reasoning-final',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello, assistant(thought('c2ln')), hello] },
    accepted: { messages: [hello, assistant(thought('c2ln')), hello] },
    acceptedModelId: 'us.anthropic.claude-opus-4-6-v1',
    path: 'messages[1].content',
    message:
      'The model returned the following errors: This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent.reasoningText.signature',
    message:
      'The model returned the following errors: messages.1.content.0.thinking.signature: Field required',
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.openai.gpt-6-luna',
    refused: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    accepted: {
      messages: [hello, assistant(redacted, { text: 'Hi' }), hello],
    },
    path: 'messages[1].content[0].reasoningContent.reasoningText.text',
    message:
      "This model doesn't support the reasoningContent.reasoningText.text field for assistant messages. Remove reasoningContent.reasoningText.text and try again.",
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: nova2,
    capabilities: { 'reasoning.kind': 'fixed', 'reasoning.history': 'unsigned' },
    refused: { messages: [hello, assistant(thought('c2ln'), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent.reasoningText.signature',
    message:
      "This model doesn't support the reasoningContent.reasoningText.signature field. Remove reasoningContent.reasoningText.signature and try again.",
  },
  {
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.deepseek.r1-v1:0',
    refused: { messages: [hello, assistant(thought(), { text: 'Hi' }), hello] },
    accepted: { messages: [hello, assistant({ text: 'Hi' }), hello] },
    path: 'messages[1].content[0].reasoningContent',
    message: noReasoning,
  },
  {
    // https://github.com/vercel/ai/issues/7034
    rule: 'reasoning-signature',
    operation: 'Converse',
    modelId: 'us.amazon.nova-pro-v1:0',
    refused: {
      messages: [hello, assistant(thought('c2ln'), call('a')), user(result('a'))],
      toolConfig: weather,
    },
    accepted: { messages: [hello, assistant(call('a')), user(result('a'))], toolConfig: weather },
    path: 'messages[1].content[0].reasoningContent',
    message: noReasoning,
  },
  {
    rule: 'reasoning-before-tool-use',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello, assistant({ text: 'Let me see.' }, call('a')), user(result('a'))],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: callAfterThought,
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks).',
  },
  {
    // Thinking and call in messages of their own are one turn.
    rule: 'reasoning-before-tool-use',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello, assistant({ text: 'Let me see.' }), assistant(call('a')), user(result('a'))],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: {
      ...callAfterThought,
      messages: [hello, assistant(thought('c2ln')), assistant(call('a')), user(result('a'))],
    },
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks).',
  },
  {
    // Calls after the results of others belong to their turn, until the user speaks.
    rule: 'reasoning-before-tool-use',
    operation: 'ConverseStream',
    modelId: claude,
    refused: {
      messages: [
        ...callAfterThought.messages,
        assistant({ text: 'Rain.' }),
        hello,
        assistant(call('b')),
        user(result('b')),
        assistant({ text: 'Let me see.' }, call('c')),
        user(result('c')),
      ],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: {
      ...callAfterThought,
      messages: [
        ...callAfterThought.messages,
        assistant(call('b')),
        user(result('b'), { text: 'Go on.' }),
        assistant({ text: 'Let me see.' }, call('c')),
        user(result('c')),
      ],
    },
    path: 'messages[5].content[0]',
    message:
      'The model returned the following errors: messages.5.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks).',
  },
  {
    // In any message, also where none calls a tool.
    rule: 'reasoning-first',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        hello,
        assistant({ text: 'Hi' }, thought('c2ln')),
        hello,
        assistant({ text: 'Yes?' }),
        hello,
      ],
      additionalModelRequestFields: enabled,
    },
    accepted: {
      messages: [
        hello,
        assistant(thought('c2ln'), { text: 'Hi' }),
        hello,
        assistant({ text: 'Yes?' }),
        hello,
      ],
      additionalModelRequestFields: enabled,
    },
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`.',
  },
  {
    rule: 'reasoning-first',
    operation: 'ConverseStream',
    modelId: claude,
    refused: {
      messages: [hello, assistant(call('a'), thought('c2ln')), user(result('a'))],
      toolConfig: weather,
      additionalModelRequestFields: enabled,
    },
    accepted: callAfterThought,
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `tool_use`.',
  },
  {
    // Adaptive thinking comes where it will.
    rule: 'reasoning-first',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-opus-4-6-v1',
    refused: {
      messages: [hello, assistant({ text: 'Hi' }, thought('c2ln')), hello],
      additionalModelRequestFields: enabled,
    },
    accepted: {
      messages: [hello, assistant({ text: 'Hi' }, thought('c2ln')), hello],
      additionalModelRequestFields: { thinking: { type: 'adaptive' } },
    },
    path: 'messages[1].content[0]',
    message:
      'The model returned the following errors: messages.1.content.0: If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`.',
  },
];
