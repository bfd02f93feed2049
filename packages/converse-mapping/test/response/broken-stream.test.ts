// Streams that break the order that AWS documents: gateways, drift, dropped connections, models that stop in the middle.
import type { ConverseStreamOutput } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { createStreamMapper } from '../../src/index.ts';
import {
  contextFor,
  delta,
  finish,
  mappedUsage,
  messageStop,
  read,
  start,
  stop,
  stopped,
  usage,
  user,
} from '../messages.ts';

describe('a stream that is not as it should be', () => {
  it('a start that holds nothing opens what its deltas say', () => {
    expect(read([start(0, { toolUse: null }), delta(0, { text: 'a' }), stop(0), messageStop()])).toEqual(
      read([delta(0, { text: 'a' }), stop(0), messageStop()]),
    );
  });

  it('a block that changes kind is closed first: text, then a tool under the same index', () => {
    expect(
      read([
        delta(0, { text: 'a' }),
        start(0, { toolUse: { toolUseId: 't', name: 'x' } }),
        delta(0, { text: 'b' }),
        messageStop(),
      ]).map((part) => [part.type, 'id' in part ? part.id : undefined]),
    ).toEqual([
      ['text-start', '0'],
      ['text-delta', '0'],
      ['text-end', '0'],
      ['tool-input-start', 't'],
      ['tool-input-end', 't'],
      ['tool-call', undefined],
      ['text-start', '0-2'],
      ['text-delta', '0-2'],
      ['text-end', '0-2'],
      ['finish', undefined],
    ]);
  });

  it('an empty start opens nothing: what follows decides', () => {
    expect(
      read([
        start(0, {}),
        delta(0, { reasoningContent: { text: 'r' } }),
        stop(0),
        start(1, {}),
        stop(1),
        messageStop(),
      ]),
    ).toEqual([
      { type: 'reasoning-start', id: '0' },
      { type: 'reasoning-delta', id: '0', delta: 'r' },
      { type: 'reasoning-end', id: '0' },
      stopped,
    ]);
  });

  it('deltas of no kind that is known, empty ones and unknown events say nothing and break nothing', () => {
    const events = [
      delta(0, {}),
      delta(0, { futureThing: {} }),
      { futureEvent: {} },
      {},
      delta(0, { text: '' }),
      stop(7),
    ];
    expect(read([...events, messageStop()])).toEqual([stopped]);
  });

  it('an event that is no object says nothing and breaks nothing', () => {
    // From JavaScript anything may come.
    const events: readonly unknown[] = [
      null,
      undefined,
      1,
      'x',
      [],
      { contentBlockDelta: null },
      messageStop(),
    ];
    expect(read(events as readonly object[])).toEqual([stopped]);
  });

  it('a delta of an unknown kind inside a text leaves the text open', () => {
    expect(
      read([
        delta(0, { text: 'a' }),
        delta(0, { futureThing: {} }),
        delta(0, { text: 'b' }),
        stop(0),
        messageStop(),
      ]).map(({ type }) => type),
    ).toEqual(['text-start', 'text-delta', 'text-delta', 'text-end', 'finish']);
  });

  it('missing stops are made up for, and metadata may come before messageStop', () => {
    expect(read([delta(0, { text: 'a' }), { metadata: { usage } }, messageStop()])).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      { type: 'text-end', id: '0' },
      { type: 'finish', finishReason: { unified: 'stop', raw: 'end_turn' }, usage: mappedUsage },
    ]);
  });

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
    const called = (toolUseId: string) =>
      read(
        [start(0, { toolUse: { toolUseId, name: 'x' } }), stop(0), messageStop('tool_use')],
        context,
      ).flatMap((part) => (part.type === 'tool-call' ? part.toolCallId : []));
    expect(called('functions.x:0')).toEqual(['functions.x:0-2']);
    expect(called('functions.x:1')).toEqual(['functions.x:1']);
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

  it('an end before messageStop is an error that may be retried, after the open text is closed and without the half call', () => {
    expect(
      read([
        delta(0, { text: 'half' }),
        start(1, { toolUse: { toolUseId: 't', name: 'x' } }),
        delta(1, { toolUse: { input: '{"a' } }),
      ]),
    ).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'half' },
      { type: 'tool-input-start', id: 't', toolName: 'x' },
      { type: 'tool-input-delta', id: 't', delta: '{"a' },
      { type: 'text-end', id: '0' },
      { type: 'tool-input-end', id: 't' },
      {
        type: 'error',
        error: {
          type: 'IncompleteStream',
          message:
            'The stream ended before messageStop, so the answer is incomplete: send the request again.',
          isRetryable: true,
        },
      },
      finish('error'),
    ]);
  });

  it('nothing at all is an error too', () => {
    expect(read([]).map(({ type }) => type)).toEqual(['error', 'finish']);
  });

  it('fail() closes what is open, gives the error as it is, and ends the stream for good', () => {
    const mapper = createStreamMapper(contextFor());
    mapper.push(delta(0, { reasoningContent: { text: 'r', signature: 'half' } }) as ConverseStreamOutput);
    const error = new Error('socket hang up');
    expect(mapper.fail(error)).toEqual([
      { type: 'reasoning-end', id: '0' },
      { type: 'error', error },
      finish('error'),
    ]);
    expect(mapper.push(delta(0, { text: 'late' }) as ConverseStreamOutput)).toEqual([]);
    expect([...mapper.end(), ...mapper.fail(error)]).toEqual([]);
  });

  it.each([
    [
      { throttlingException: { message: 'slow down' } },
      { type: 'ThrottlingException', message: 'slow down', statusCode: 429, isRetryable: true },
    ],
    [
      { validationException: { message: 'bad' } },
      { type: 'ValidationException', message: 'bad', statusCode: 400, isRetryable: false },
    ],
    [
      { modelTimeoutException: {} },
      {
        type: 'ModelTimeoutException',
        message: 'ModelTimeoutException',
        statusCode: 408,
        isRetryable: false,
      },
    ],
    [
      { ThrottlingException: { Message: 'x' } },
      { type: 'ThrottlingException', message: 'x', statusCode: 429, isRetryable: true },
    ],
    [
      // The other members of the union, as AWS's own client gives them.
      { internalServerException: undefined, throttlingException: { message: 'slow down' } },
      { type: 'ThrottlingException', message: 'slow down', statusCode: 429, isRetryable: true },
    ],
    [
      { somethingNewException: null },
      { type: 'SomethingNewException', message: 'SomethingNewException', isRetryable: false },
    ],
  ])('an exception as an event, of any name and case: %j', (event, error) => {
    expect(read([delta(0, { text: 'a' }), event, delta(0, { text: 'late' })]).slice(2)).toEqual([
      { type: 'text-end', id: '0' },
      { type: 'error', error },
      finish('error'),
    ]);
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
