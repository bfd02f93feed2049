// What may stand in one message with tool calls and results, and what is parted from them by a short message.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

describe('what is said beside tool calls and results', () => {
  const prompt: LanguageModelV4CallOptions['prompt'] = [
    user('a'),
    {
      role: 'assistant',
      content: [
        { type: 'text', text: 'Let me look.' },
        { type: 'tool-call', toolCallId: 'c', toolName: 'look', input: {} },
      ],
    },
    {
      role: 'tool',
      content: [
        { type: 'tool-result', toolCallId: 'c', toolName: 'look', output: { type: 'text', value: 'sunny' } },
      ],
    },
    user('And now?'),
  ];
  const tools = [{ type: 'function' as const, name: 'look', inputSchema: { type: 'object' as const } }];
  const said = { text: 'Let me look.' };
  const call = { toolUse: { toolUseId: 'c', name: 'look', input: {} } };
  const result = { toolResult: { toolUseId: 'c', content: [{ text: 'sunny' }] } };

  it('stands in one message with them', () => {
    const { request, warnings } = map({ prompt, tools }, NOVA_PRO);
    expect(request.messages?.slice(1)).toEqual([
      { role: 'assistant', content: [said, call] },
      { role: 'user', content: [result, { text: 'And now?' }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('stands in a message of its own where the model wants that, with a warning', () => {
    const { request, warnings } = map({ prompt, tools }, 'us.meta.llama3-3-70b-instruct-v1:0');
    expect(request.messages?.slice(1)).toEqual([
      { role: 'assistant', content: [said] },
      { role: 'user', content: [{ text: 'Continue.' }] },
      { role: 'assistant', content: [call] },
      { role: 'user', content: [result] },
      { role: 'assistant', content: [{ text: 'I have the results.' }] },
      { role: 'user', content: [{ text: 'And now?' }] },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'tool turns',
        details:
          'Llama 3.3 70B Instruct takes no tool blocks in one message with others, so a short message was put between them.',
      },
    ]);
  });

  it('is parted from results too where the mapping says it', () => {
    const { request } = map(
      { prompt: prompt.slice(0, 3), tools, toolChoice: { type: 'none' } },
      'us.meta.llama3-3-70b-instruct-v1:0',
    );
    expect(request.messages?.slice(-3)).toEqual([
      { role: 'user', content: [result] },
      { role: 'assistant', content: [{ text: 'I have the results.' }] },
      expect.objectContaining({ role: 'user' }),
    ]);
  });

  it('changes nothing where the model says nothing beside them', () => {
    const alone = prompt.map((message) =>
      message.role === 'assistant' ? { ...message, content: message.content.slice(1) } : message,
    );
    const { request, warnings } = map(
      { prompt: alone.slice(0, 3), tools },
      'us.meta.llama3-3-70b-instruct-v1:0',
    );
    expect(request.messages?.slice(1)).toEqual([
      { role: 'assistant', content: [call] },
      { role: 'user', content: [result] },
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('a document beside tool results', () => {
  const asked = (mediaType: string, bytes: string): LanguageModelV4CallOptions => ({
    prompt: [
      user('a'),
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'look', input: {} }],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'c',
            toolName: 'look',
            output: { type: 'text', value: 'sunny' },
          },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'And in this file?' },
          { type: 'file', mediaType, data: { type: 'data', data: bytes } },
        ],
      },
    ],
    tools: [{ type: 'function', name: 'look', inputSchema: { type: 'object' } }],
  });
  const result = { toolResult: { toolUseId: 'c', content: [{ text: 'sunny' }] } };
  const question = { text: 'And in this file?' };
  const file = (format: string, base64: string): object => ({
    document: { format, name: 'document-1', source: { bytes: { base64 } } },
  });

  it('follows in a message of its own for Claude unless it is a PDF, with a warning', () => {
    const { request, warnings } = map(asked('text/csv', 'YSxi'), CLAUDE_4_5);
    expect(request.messages?.slice(2)).toEqual([
      { role: 'user', content: [result] },
      { role: 'assistant', content: [{ text: 'I have the results.' }] },
      { role: 'user', content: [question, file('csv', 'YSxi')] },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'tool turns',
        details:
          'Claude Sonnet 4.5 takes no documents but PDF in one message with tool results, so a short message was put between them.',
      },
    ]);
  });

  it('stays where it is as a PDF, and for a model that takes any', () => {
    for (const [type, bytes, format, model] of [
      ['application/pdf', 'JVBERi0=', 'pdf', CLAUDE_4_5],
      ['text/csv', 'YSxi', 'csv', NOVA_PRO],
    ] as const) {
      const { request, warnings } = map(asked(type, bytes), model);
      expect(request.messages?.slice(2)).toEqual([
        { role: 'user', content: [result, question, file(format, bytes)] },
      ]);
      expect(warnings).toEqual([]);
    }
  });
});
