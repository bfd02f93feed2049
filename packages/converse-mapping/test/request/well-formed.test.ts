import { expect, it } from 'vitest';
import { CLAUDE_4_5, map } from '../messages.ts';

const half = 'cut \ud83d';
const whole = 'cut \ufffd';

it('half of a character is replaced wherever text of the conversation may hold one, with one warning', () => {
  const call = { type: 'tool-call' as const, toolName: 'a', input: {} };
  const result = { type: 'tool-result' as const, toolName: 'a' };
  const { request, warnings } = map(
    {
      tools: [{ type: 'function', name: 'a', description: half, inputSchema: {} }],
      prompt: [
        { role: 'system', content: half },
        { role: 'user', content: [{ type: 'text', text: half }] },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: half },
            { ...call, toolCallId: '1' },
            { ...call, toolCallId: '2' },
            { ...call, toolCallId: '3', input: { [half]: [half] } },
            { ...call, toolCallId: '4', input: '{"a":"cut \\ud83d"}' },
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
            { ...result, toolCallId: '4', output: { type: 'execution-denied', reason: half } },
          ],
        },
      ],
    },
    CLAUDE_4_5,
  );
  expect(request.system).toEqual([{ text: whole }]);
  expect(request.messages?.[0]?.content).toEqual([{ text: whole }]);
  expect(request.toolConfig?.tools).toEqual([
    {
      toolSpec: { name: 'a', description: whole, inputSchema: { json: { type: 'object', properties: {} } } },
    },
  ]);
  expect(request.messages?.[1]?.content).toEqual([
    { text: whole },
    { toolUse: { toolUseId: '1', name: 'a', input: {} } },
    { toolUse: { toolUseId: '2', name: 'a', input: {} } },
    { toolUse: { toolUseId: '3', name: 'a', input: { [whole]: [whole] } } },
    { toolUse: { toolUseId: '4', name: 'a', input: { a: whole } } },
  ]);
  expect(request.messages?.[2]?.content).toEqual([
    { toolResult: { toolUseId: '1', content: [{ text: whole }], status: 'error' } },
    { toolResult: { toolUseId: '2', content: [{ json: { of: [whole, '👋', '\\ud83d'] } }] } },
    { toolResult: { toolUseId: '3', content: [{ text: whole }] } },
    { toolResult: { toolUseId: '4', content: [{ text: whole }], status: 'error' } },
  ]);
  expect(warnings).toEqual([
    {
      type: 'compatibility',
      feature: 'text',
      details: 'Half a character, where a text was cut, was replaced by U+FFFD.',
    },
  ]);
});

// https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/String/toWellFormed#browser_compatibility
it('half of a character is replaced where text cannot do so itself, as in Firefox 115', () => {
  const text = `👋${half}\ude00\ude00 \ud83d👋`;
  const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text }] }];
  const native = map({ prompt }, CLAUDE_4_5);
  expect(native.request.messages?.[0]?.content).toEqual([{ text: '👋cut 😀\ufffd \ufffd👋' }]);
  const own = Object.getOwnPropertyDescriptor(String.prototype, 'toWellFormed') ?? {};
  try {
    Reflect.deleteProperty(String.prototype, 'toWellFormed');
    expect(map({ prompt }, CLAUDE_4_5)).toEqual(native);
  } finally {
    Object.defineProperty(String.prototype, 'toWellFormed', own);
  }
});
