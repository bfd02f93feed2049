// Tool loops of the AI SDK, and histories that come back from it.
import { generateText, isStepCount, Output, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, delta, messageStop, NOVA_2, start, stop } from '../messages.ts';
import { answer, scripted, weather } from './scripted-model.ts';

describe('a tool loop', () => {
  it('sends signed reasoning back with the call that it led to', async () => {
    const { model, requests } = scripted(CLAUDE_4_5, [
      [
        delta(0, { reasoningContent: { text: ' Hm.\n' } }),
        delta(0, { reasoningContent: { signature: 'sig' } }),
        stop(0),
        delta(1, { text: 'Let me look.' }),
        stop(1),
        start(2, { toolUse: { toolUseId: 't1', name: 'weather' } }),
        delta(2, { toolUse: { input: '{"city":"Oslo"}' } }),
        stop(2),
        messageStop('tool_use'),
      ],
      [delta(0, { text: 'Clear.' }), stop(0), messageStop()],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      stopWhen: isStepCount(2),
      reasoning: 'high',
    });
    expect(await result.text).toBe('Clear.');
    expect(requests[1]?.messages?.[1]).toEqual({
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: ' Hm.\n', signature: 'sig' } } },
        { text: 'Let me look.' },
        { toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Oslo' } } },
      ],
    });
  });

  it('goes on after a call with broken JSON, which the AI SDK answers for', async () => {
    const { model, requests } = scripted(CLAUDE_4_5, [
      [
        start(0, { toolUse: { toolUseId: 't1', name: 'weather' } }),
        delta(0, { toolUse: { input: '{"city' } }),
        stop(0),
        messageStop('tool_use'),
      ],
      [delta(0, { text: 'Sorry.' }), stop(0), messageStop()],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      stopWhen: isStepCount(2),
      onError: () => undefined,
    });
    expect(await result.text).toBe('Sorry.');
    expect(requests[1]?.messages?.[2]?.content[0]).toMatchObject({
      toolResult: { toolUseId: 't1', status: 'error' },
    });
  });

  // https://github.com/strands-rl/strands-env/pull/252
  it('has its output when it ends with tool_use, but without a call', async () => {
    const { model } = scripted(CLAUDE_4_5, [
      [delta(0, { text: '{"a":1,"b":"x"}' }), stop(0), messageStop('tool_use')],
    ]);
    const result = streamText({
      model,
      prompt: 'x',
      tools: { weather },
      output: Output.object({ schema: answer }),
    });
    expect(await result.output).toEqual({ a: 1, b: 'x' });
    expect(await result.finishReason).toBe('stop');
  });

  it('keeps an answer with a result whose call is not in it, for which the AI SDK would throw it away', async () => {
    const toolResult = { toolUseId: 's', status: 'success', content: [{ json: { hits: 1 } }] };
    const content = [{ toolResult }, { text: 'One hit.' }];
    const { model, requests } = scripted(NOVA_2, [
      [{ output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' }],
      [{ output: { message: { role: 'assistant', content: [{ text: 'Yes.' }] } }, stopReason: 'end_turn' }],
    ]);
    const result = await generateText({ model, prompt: 'x' });
    expect(result.content).toEqual([
      { type: 'custom', kind: 'bedrock.toolResult', providerMetadata: { bedrock: { toolResult } } },
      { type: 'text', text: 'One hit.' },
    ]);
    const messages = [
      { role: 'user' as const, content: 'x' },
      ...result.responseMessages,
      { role: 'user' as const, content: 'Sure?' },
    ];
    const next = await generateText({ model, messages });
    expect(next.warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'content of kind bedrock.toolResult',
        details: 'prompt[1].content[0] is left out.',
      },
    ]);
    expect(requests[1]?.messages?.slice(-2)).toEqual([
      { role: 'assistant', content: [{ text: 'One hit.' }] },
      { role: 'user', content: [{ text: 'Sure?' }] },
    ]);
  });
});
