import { expect, it } from 'vitest';
import { CLAUDE_4_5, map } from '../messages.ts';

const half = 'cut \ud83d';
const whole = 'cut \ufffd';

it('half of a character is replaced wherever text of the conversation may hold one, with one warning', () => {
  const call = { type: 'tool-call' as const, toolName: 'a', input: {} };
  const result = { type: 'tool-result' as const, toolName: 'a' };
  const { request, warnings } = map(
    {
      tools: [{ type: 'function', name: 'a', inputSchema: {} }],
      prompt: [
        { role: 'system', content: half },
        { role: 'user', content: [{ type: 'text', text: half }] },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: half },
            { ...call, toolCallId: '1' },
            { ...call, toolCallId: '2' },
            { ...call, toolCallId: '3' },
          ],
        },
        {
          role: 'tool',
          content: [
            { ...result, toolCallId: '1', output: { type: 'error-text', value: half } },
            { ...result, toolCallId: '2', output: { type: 'json', value: { of: [half, '👋', '\\ud83d'] } } },
            {
              ...result,
              toolCallId: '3',
              output: { type: 'content', value: [{ type: 'text', text: half }] },
            },
          ],
        },
      ],
    },
    CLAUDE_4_5,
  );
  expect(request.system).toEqual([{ text: whole }]);
  expect(request.messages?.[0]?.content).toEqual([{ text: whole }]);
  expect(request.messages?.[1]?.content[0]).toEqual({ text: whole });
  expect(request.messages?.[2]?.content).toEqual([
    { toolResult: { toolUseId: '1', content: [{ text: whole }], status: 'error' } },
    { toolResult: { toolUseId: '2', content: [{ json: { of: [whole, '👋', '\\ud83d'] } }] } },
    { toolResult: { toolUseId: '3', content: [{ text: whole }] } },
  ]);
  expect(warnings).toEqual([
    {
      type: 'compatibility',
      feature: 'text',
      details: 'Half of a character, as a cut text ends with, was replaced by U+FFFD.',
    },
  ]);
});
