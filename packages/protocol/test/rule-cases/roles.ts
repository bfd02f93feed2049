// Cases of the rules about who speaks first, and in turns.
import type { RuleCase } from '../rule-cases.ts';
import { answer, claude, hello, nova } from './blocks.ts';

const brief = { role: 'system', content: [{ text: 'Be brief.' }] };

export const roleCases: readonly RuleCase[] = [
  {
    rule: 'conversation-starts-with-user',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [answer, hello] },
    accepted: { messages: [hello, answer, hello] },
    path: 'messages',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    rule: 'conversation-starts-with-user',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [] },
    accepted: { messages: [hello] },
    path: 'messages',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    rule: 'conversation-starts-with-user',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [] },
    accepted: { messages: [answer, hello] },
    path: 'messages',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    // It is not known of Opus 4.1 whether an assistant may begin, and so it does not.
    rule: 'conversation-starts-with-user',
    operation: 'CountTokens',
    modelId: 'anthropic.claude-opus-4-1-20250805-v1:0',
    refused: { input: { converse: { messages: [answer] } } },
    accepted: { input: { converse: { system: [{ text: 'Be brief.' }] } } },
    path: 'input.converse.messages',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    // Messages of the system stand outside of the turns.
    rule: 'conversation-starts-with-user',
    operation: 'Converse',
    modelId: nova,
    capabilities: { systemMessages: 'unknown' },
    refused: { messages: [brief, answer] },
    accepted: { messages: [brief, hello] },
    path: 'messages',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  },
  {
    rule: 'roles-alternate',
    operation: 'Converse',
    modelId: nova,
    capabilities: { systemMessages: 'unknown' },
    refused: { messages: [hello, answer, brief, answer, hello] },
    accepted: { messages: [hello, brief, answer, brief, hello] },
    path: 'messages[3].role',
    message:
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
  },
  {
    rule: 'roles-alternate',
    operation: 'ConverseStream',
    modelId: nova,
    refused: { messages: [hello, answer, answer, hello] },
    // Two messages of the user in a row are one turn.
    accepted: { messages: [hello, hello, answer, hello] },
    path: 'messages[2].role',
    message:
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
  },
  {
    // Claude makes one turn of two messages of the assistant.
    rule: 'roles-alternate',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, answer, answer, hello] },
    accepted: { messages: [hello, answer, answer, hello] },
    acceptedModelId: claude,
    path: 'messages[2].role',
    message:
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
  },
];
