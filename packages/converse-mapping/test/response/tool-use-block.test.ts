// Calls that a model streams badly: ids that are missing or taken, names with tokens in them, inputs that are cut short.
import { describe, expect, it } from 'vitest';
import { contextFor, delta, finish, messageStop, read, start, stop, user } from '../messages.ts';

describe('a stream that is not as it should be', () => {
  it('calls without an id, or with the same one, get ids of their own', () => {
    const call = (index: number, toolUseId: string) => [
      start(index, { toolUse: { toolUseId, name: 'x' } }),
      stop(index),
    ];
    const parts = read([
      ...call(0, ''),
      ...call(1, ''),
      ...call(2, 't'),
      ...call(3, 't'),
      messageStop('tool_use'),
    ]);
    const ids = parts.flatMap((part) => (part.type === 'tool-call' ? [part.toolCallId] : []));
    expect(ids.slice(2)).toEqual(['t', 't-2']);
    expect(new Set(ids).size).toBe(4);
    expect(ids).not.toContain('');
  });

  // Kimi counts anew in every answer, and the AI SDK finds a call of a chat by its id: https://github.com/vllm-project/vllm/issues/50295
  it('a call with the id of one in the conversation gets an id of its own', () => {
    const call = { toolCallId: 'functions.x:0', toolName: 'x' };
    const output = { type: 'text' as const, value: 'found' };
    const context = contextFor({
      prompt: [
        user('a'),
        { role: 'assistant', content: [{ type: 'tool-call', ...call, input: {} }] },
        { role: 'tool', content: [{ type: 'tool-result', ...call, output }] },
      ],
    });
    const called = (toolUseId: string, type?: string) =>
      read(
        [start(0, { toolUse: { toolUseId, name: 'x', type } }), stop(0), messageStop('tool_use')],
        context,
      ).flatMap((part) => (part.type === 'tool-call' ? part.toolCallId : []));
    expect(called('functions.x:0')).toEqual(['functions.x:0-2']);
    expect(called('functions.x:1')).toEqual(['functions.x:1']);
    // The result of what Bedrock ran has the id that came.
    expect(called('functions.x:0', 'server_tool_use')).toEqual(['functions.x:0']);
  });

  // As gpt-oss does now and then, with a token of its own: https://github.com/vercel/ai/issues/9967
  it.each([
    ['look_up<|channel|>commentary', 'look up'],
    ['look_up', 'look up'],
    ['<|channel|>commentary', '<|channel|>commentary'],
  ])('a call of %s is one of the tool "%s"', (name, toolName) => {
    const tools = [{ type: 'function' as const, name: 'look up', inputSchema: {} }];
    const events = [start(0, { toolUse: { toolUseId: 't', name } }), stop(0), messageStop('tool_use')];
    expect(read(events, contextFor({ tools }, 'openai.gpt-oss-120b-1:0'))).toEqual([
      { type: 'tool-input-start', id: 't', toolName },
      { type: 'tool-input-end', id: 't' },
      { type: 'tool-call', toolCallId: 't', toolName, input: '{}' },
      finish('tool-calls', 'tool_use'),
    ]);
  });
});

describe('a call of a type that is not known', () => {
  it.each([
    ['a tool of the caller', 'x', {}],
    // Bedrock ran it, as nobody else can.
    ['a tool that the caller does not have', 'y', { providerExecuted: true, dynamic: true }],
  ])('%s', (_, name, flags) => {
    const tools = [{ type: 'function' as const, name: 'x', inputSchema: {} }];
    const call = start(0, { toolUse: { toolUseId: 't', name, type: 'future_tool_use' } });
    expect(read([call, stop(0), messageStop('tool_use')], contextFor({ tools }))).toContainEqual({
      type: 'tool-call',
      toolCallId: 't',
      toolName: name,
      input: '{}',
      ...flags,
    });
  });
});

describe('a call that is cut short', () => {
  const half = [
    start(0, { toolUse: { toolUseId: 't', name: 'x' } }),
    delta(0, { toolUse: { input: '{"a": "b' } }),
    stop(0),
  ];

  it('by the token limit is no call', () => {
    const parts = read([...half, messageStop('max_tokens')]);
    expect(parts.map(({ type }) => type)).toEqual([
      'tool-input-start',
      'tool-input-delta',
      'tool-input-end',
      'finish',
    ]);
    expect(parts.at(-1)).toEqual(finish('length', 'max_tokens'));
  });

  it('by the token limit after its end is a call', () => {
    const parts = read([
      start(0, { toolUse: { toolUseId: 't', name: 'x' } }),
      delta(0, { toolUse: { input: '' } }),
      delta(0, { toolUse: { input: '{"a":1}' } }),
      stop(0),
      messageStop('max_tokens'),
    ]);
    expect(parts).toEqual([
      { type: 'tool-input-start', id: 't', toolName: 'x' },
      { type: 'tool-input-delta', id: 't', delta: '{"a":1}' },
      { type: 'tool-input-end', id: 't' },
      { type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{"a":1}' },
      finish('length', 'max_tokens'),
    ]);
  });

  it('by the model itself is a call that the AI SDK can repair', () => {
    const parts = read([...half, messageStop('tool_use')]);
    expect(parts.slice(-2)).toEqual([
      { type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{"a": "b' },
      finish('tool-calls', 'tool_use'),
    ]);
  });

  it('before its input came is left out like one in the middle of it; one that something follows was whole', () => {
    const call = (index: number, id: string) => [
      start(index, { toolUse: { toolUseId: id, name: 'x' } }),
      stop(index),
    ];
    const calls = (...events: object[]) =>
      read(events).flatMap((part) => (part.type === 'tool-call' ? [part.toolCallId] : [part.type]));
    expect(calls(...call(0, 'a'), ...call(1, 'b'), messageStop('max_tokens'))).toEqual([
      'tool-input-start',
      'tool-input-end',
      'a',
      'tool-input-start',
      'tool-input-end',
      'finish',
    ]);
    expect(calls(...call(0, 'a'), delta(1, { text: 't' }), messageStop('max_tokens'))).toEqual([
      'tool-input-start',
      'tool-input-end',
      'a',
      'text-start',
      'text-delta',
      'text-end',
      'finish',
    ]);
    expect(calls(...call(0, 'a'), ...call(1, 'b'), messageStop('tool_use'))).toEqual([
      'tool-input-start',
      'tool-input-end',
      'a',
      'tool-input-start',
      'tool-input-end',
      'b',
      'finish',
    ]);
  });

  it('without any input is called with an empty object', () => {
    const parts = read([
      start(0, { toolUse: { toolUseId: 't', name: 'x' } }),
      stop(0),
      messageStop('tool_use'),
    ]);
    expect(parts[2]).toEqual({ type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{}' });
  });

  it('of null is called with an empty object too', () => {
    const parts = read([
      start(0, { toolUse: { toolUseId: 't', name: 'x' } }),
      delta(0, { toolUse: { input: 'null' } }),
      stop(0),
      messageStop('tool_use'),
    ]);
    expect(parts).toContainEqual({ type: 'tool-call', toolCallId: 't', toolName: 'x', input: '{}' });
  });
});
