// Calls and their results: every call is answered in the next message, once and in order, and no result is lost.
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';
import { calls, GPT, messages, png, type Prompt, results, tools } from './tool-turns.ts';

describe('calls and results', () => {
  it('a call without a result gets one that says so, before what the user says', () => {
    const { messages: sent, features } = messages([user('x'), calls('a1'), user('never mind')]);
    expect(sent[2]?.content).toEqual([
      {
        toolResult: {
          toolUseId: 'a1',
          status: 'error',
          content: [{ text: 'The call was interrupted and has no result.' }],
        },
      },
      { text: 'never mind' },
    ]);
    expect(features).toEqual(['tool results']);
  });

  it('a call that another provider ran, and whose result it keeps, is not told to have failed', () => {
    const call = { type: 'tool-call', toolCallId: 'xs_1', toolName: 'x_search', input: {} } as const;
    const content = [
      { ...call, providerExecuted: true },
      { type: 'text' as const, text: 'Found.' },
    ];
    const { request, warnings } = map({
      prompt: [user('x'), { role: 'assistant', content }, user('y')],
      tools,
    });
    expect(request.messages?.[2]?.content).toEqual([
      {
        toolResult: {
          toolUseId: 'xs_1',
          content: [{ text: 'The call ran elsewhere and has no result here.' }],
        },
      },
      { text: 'y' },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'tool results',
        details:
          'The call at prompt[1].content[0] has no result, so the model is told that it ran elsewhere.',
      },
    ]);
  });

  it('a call that ends the conversation is answered too', () => {
    expect(messages([user('x'), calls('a1')]).messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
    ]);
  });

  // The AI SDK 5 gives them as the tools end, 6 and 7 those behind an approval last; out of a stored chat all stand as their calls do.
  it('results in another order, one of them twice, go in the order of their calls, once each', () => {
    const prompt = [user('x'), calls('a', 'b'), results('b', 'a', 'b')];
    const { request, warnings } = map({ prompt, tools }, CLAUDE_4_5);
    expect(request.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r a' }] } },
      { toolResult: { toolUseId: 'b', content: [{ text: 'r b' }] } },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'tool results',
        details: 'prompt[2].content[2] is a second result of the same call and is left out.',
      },
    ]);
  });

  it('files that stand beside their results are in the order of the calls, too', () => {
    const withImage = (toolCallId: string, data: string) => ({
      type: 'tool-result' as const,
      toolCallId,
      toolName: 'a',
      output: {
        type: 'content' as const,
        value: [{ ...png, data: { type: 'data' as const, data } }],
      },
    });
    const content = [withImage('b', 'AAEC'), withImage('a', 'AAED')];
    const { messages: sent } = messages([user('x'), calls('a', 'b'), { role: 'tool', content }], GPT);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'The files follow.' }] } },
      { toolResult: { toolUseId: 'b', content: [{ text: 'The files follow.' }] } },
      { image: { format: 'png', source: { bytes: { base64: 'AAED' } } } },
      { image: { format: 'png', source: { bytes: { base64: 'AAEC' } } } },
    ]);
  });

  it('a result that comes late is moved to its call', () => {
    const { messages: sent } = messages([
      user('x'),
      calls('a'),
      user('wait'),
      { role: 'assistant', content: [{ type: 'text', text: 'ok' }] },
      results('a'),
    ]);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r a' }] } },
      { text: 'wait' },
    ]);
    expect(sent).toHaveLength(4);
  });

  it('a result without a call is sent as text, so that nothing is lost', () => {
    const { messages: sent, features } = messages([user('x'), results('zz')]);
    expect(sent).toEqual([
      { role: 'user', content: [{ text: 'x' }, { text: 'Result of the tool a: r zz' }] },
    ]);
    expect(features).toEqual(['tool results']);
  });

  it('results stand first in their message, each with its cache point', () => {
    const providerOptions = { bedrock: { cachePoint: true } };
    const tool: Prompt[number] = {
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'a',
          toolName: 'a',
          output: { type: 'text', value: 'r' },
          providerOptions,
        },
      ],
    };
    const { messages: sent } = messages([user('x'), calls('a'), user('so?'), tool]);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r' }] } },
      { cachePoint: { type: 'default' } },
      { text: 'so?' },
    ]);
  });

  it('the files of one without a call stand beside its text', () => {
    const file = (mediaType: string, data: string) => ({
      type: 'file' as const,
      mediaType,
      data: { type: 'data' as const, data },
    });
    const value = [
      { type: 'text' as const, text: 'seen' },
      file('image/png', 'iVBORw0KGgo='),
      file('application/pdf', 'JVBERi0='),
    ];
    const result = { type: 'tool-result' as const, toolCallId: 'zz', toolName: 'a' };
    const prompt: Prompt = [
      user('x'),
      { role: 'tool', content: [{ ...result, output: { type: 'content', value } }] },
    ];
    for (const model of [CLAUDE_4_5, NOVA_PRO]) {
      expect(messages(prompt, model).messages[0]?.content).toEqual([
        { text: 'x' },
        { text: 'Result of the tool a: seen' },
        { image: { format: 'png', source: { bytes: { base64: 'iVBORw0KGgo=' } } } },
        { document: { format: 'pdf', name: 'document-1', source: { bytes: { base64: 'JVBERi0=' } } } },
      ]);
    }
  });

  it('an approval is no content, and an empty message is none', () => {
    const approval: Prompt[number] = {
      role: 'tool',
      content: [{ type: 'tool-approval-response', approvalId: 'p', approved: true }],
    };
    expect(messages([user('x'), approval]).messages).toEqual([{ role: 'user', content: [{ text: 'x' }] }]);
  });
});
