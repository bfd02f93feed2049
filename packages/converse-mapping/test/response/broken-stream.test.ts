// Streams whose events break the order that AWS documents, or are of no kind that is known: gateways and drift.
import { describe, expect, it } from 'vitest';
import { delta, mappedUsage, messageStop, read, start, stop, stopped, usage } from '../messages.ts';

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
      ['text-start', '1'],
      ['text-delta', '1'],
      ['text-end', '1'],
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

  it.each([
    { contentBlockIndex: 0, start: {} },
    { contentBlockIndex: 0, start: null },
    { contentBlockIndex: 0 },
  ])('a start of nothing ends the block before it: %j', (contentBlockStart) => {
    const events = [delta(0, { text: 'a' }), { contentBlockStart }, delta(0, { text: 'b' }), messageStop()];
    expect(read(events)).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      { type: 'text-end', id: '0' },
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: 'b' },
      { type: 'text-end', id: '1' },
      stopped,
    ]);
  });

  it('deltas of no kind that is known, empty ones and unknown events say nothing and break nothing', () => {
    const events = [
      delta(0, {}),
      delta(0, { futureThing: {} }),
      { futureEvent: {} },
      { errorReport: {} },
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

  it('a second metadata event adds to the first: what it leaves open, as nothing or as null, stays', () => {
    expect(
      read([
        messageStop(),
        { metadata: { usage, metrics: { latencyMs: 1 } } },
        { metadata: { usage: null, metrics: undefined, trace: { a: 1 } } },
      ]),
    ).toEqual([
      {
        ...stopped,
        usage: mappedUsage,
        providerMetadata: { bedrock: { trace: { a: 1 }, metrics: { latencyMs: 1 } } },
      },
    ]);
  });

  it('missing stops are made up for, and metadata may come before messageStop', () => {
    expect(read([delta(0, { text: 'a' }), { metadata: { usage } }, messageStop()])).toEqual([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: 'a' },
      { type: 'text-end', id: '0' },
      { type: 'finish', finishReason: { unified: 'stop', raw: 'end_turn' }, usage: mappedUsage },
    ]);
  });
});
