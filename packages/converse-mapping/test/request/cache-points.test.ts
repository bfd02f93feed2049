import { describe, expect, it } from 'vitest';
import { CLAUDE_3_HAIKU, map, NOVA_PRO, PROFILE, user } from '../messages.ts';
import { cached, csv, marked, places, type Prompt, said, system, tools } from './cached-calls.ts';

const point = { cachePoint: { type: 'default' } };
const pdf = {
  type: 'file' as const,
  mediaType: 'application/pdf',
  data: { type: 'data' as const, data: 'AAEC' },
};

describe('a cache point', () => {
  it('stands behind tools, system, parts, messages and the prompt as a whole, never twice in a row', () => {
    const message: Prompt[number] = { ...marked('a'), providerOptions: cached({ ttl: '5m' }) };
    expect(places({ tools, prompt: [system, message, said, user('b')], providerOptions: cached() })).toEqual({
      tools: 'toolSpec |',
      system: 'text |',
      messages: ['text |5m', 'text', 'text |'],
      features: [],
    });
  });

  it("is said in any of its forms, in Anthropic's word, and by cacheControl of Anthropic", () => {
    for (const providerOptions of [
      cached(),
      cached({ type: 'default' }),
      cached({ type: 'ephemeral' }),
      { anthropic: { cacheControl: { type: 'ephemeral' } } },
      { anthropic: { cache_control: { type: 'ephemeral' } } },
    ]) {
      const content = [{ type: 'text' as const, text: 'a', providerOptions }];
      expect(map({ prompt: [{ role: 'user', content }] }).request.messages?.[0]?.content).toEqual([
        { text: 'a' },
        point,
      ]);
    }
    const hour = { anthropic: { cacheControl: { type: 'ephemeral', ttl: '1h' } } };
    expect(
      places({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'a', providerOptions: hour }] }] })
        .messages,
    ).toEqual(['text |1h']);
  });

  it('is behind the prompt as a whole by cacheControl of a call, as Anthropic caches, unless cachePoint says otherwise', () => {
    const prompt = [user('a'), said, user('b')];
    const anthropic = { cacheControl: { type: 'ephemeral', ttl: '1h' } };
    expect(places({ prompt, providerOptions: { anthropic } }).messages).toEqual(['text', 'text', 'text |1h']);
    for (const cachePoint of [true, false]) {
      const providerOptions = { anthropic, bedrock: { cachePoint } };
      const end = cachePoint ? 'text |' : 'text';
      expect(places({ prompt, providerOptions }).messages).toEqual(['text', 'text', end]);
    }
  });

  it('false is none', () => {
    expect(places({ prompt: [marked('a', false)] }).messages).toEqual(['text']);
  });

  it('of five, four are sent, the last ones of the conversation', () => {
    const prompt = [system, marked('a'), said, marked('b'), said, marked('c'), said, marked('d')];
    expect(places({ prompt })).toMatchObject({
      system: 'text |',
      messages: ['text', 'text', 'text |', 'text', 'text |', 'text', 'text |'],
      features: ['cachePoint'],
    });
  });

  it('of an hour behind one of five minutes becomes one of five minutes', () => {
    expect(places({ prompt: [system, marked('a', { ttl: '1h' })] })).toMatchObject({
      system: 'text |',
      messages: ['text |'],
      features: ['cachePoint.ttl'],
    });
    expect(places({ prompt: [marked('a', { ttl: '1h' }), said, marked('b')] })).toMatchObject({
      messages: ['text |1h', 'text', 'text |'],
      features: [],
    });
  });

  it('on a tool moves on for Nova, which caches no tools', () => {
    expect(places({ tools, prompt: [system, user('x')] }, NOVA_PRO)).toEqual({
      tools: 'toolSpec',
      system: 'text |',
      messages: ['text'],
      features: ['cachePoint'],
    });
    expect(places({ tools, prompt: [user('x')] }, NOVA_PRO)).toMatchObject({
      tools: 'toolSpec',
      messages: ['text |'],
    });
  });

  it('of an hour has the own time of a model that keeps five minutes', () => {
    expect(places({ prompt: [marked('a', { ttl: '1h' })] }, NOVA_PRO)).toMatchObject({
      messages: ['text |'],
      features: ['cachePoint.ttl'],
    });
  });

  it('is left out, with a warning, for a model that caches nothing', () => {
    expect(places({ tools, prompt: [system, marked('a')] }, CLAUDE_3_HAIKU)).toEqual({
      tools: 'toolSpec',
      system: 'text',
      messages: ['text'],
      features: ['cachePoint'],
    });
  });

  it('is sent as it was asked for to a model of which nothing is known', () => {
    expect(places({ prompt: [system, marked('a')] }, PROFILE)).toMatchObject({
      system: 'text |',
      messages: ['text |'],
      features: [],
    });
  });

  it('does not stand right behind a document but a PDF for Claude, nor behind anything but text for Nova', () => {
    const asked = (file: typeof csv): Prompt => [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { ...file, providerOptions: cached() },
        ],
      },
    ];
    expect(places({ prompt: asked(csv) }).messages).toEqual(['text | document']);
    expect(places({ prompt: asked(pdf) }).messages).toEqual(['text document |']);
    expect(places({ prompt: asked(pdf) }, NOVA_PRO).messages).toEqual(['text | document']);
    // With nothing in front that takes it, behind the next block that does.
    const first = (...marked: (typeof csv)[]): Prompt => [
      {
        role: 'user',
        content: [
          ...marked.map((file) => ({ ...file, providerOptions: cached() })),
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
    ];
    expect(places({ prompt: first(csv) }).messages).toEqual(['document text | text']);
    expect(places({ prompt: first(csv, csv) }).messages).toEqual(['document document text | text']);
    expect(places({ prompt: first(pdf) }, NOVA_PRO).messages).toEqual(['document text | text']);
    const tail: Prompt = [
      user('x'),
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'y' },
          { type: 'tool-call', toolCallId: '1', toolName: 'a', input: {}, providerOptions: cached() },
        ],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: '1',
            toolName: 'a',
            output: { type: 'text', value: 'r' },
            providerOptions: cached(),
          },
        ],
      },
    ];
    expect(places({ prompt: tail }).messages).toEqual(['text', 'text toolUse |', 'toolResult |']);
    expect(places({ prompt: tail }, NOVA_PRO).messages).toEqual([
      'text',
      'text | toolUse',
      'toolResult text',
    ]);
  });

  it('moves into an earlier message where its own has no place for it, as one of results with Nova', () => {
    const step = (toolCallId: string, text: string): Prompt => [
      {
        role: 'assistant',
        content: [
          { type: 'text', text },
          { type: 'tool-call', toolCallId, toolName: 'a', input: {} },
        ],
      },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId, toolName: 'a', output: { type: 'text', value: 'r' } }],
      },
    ];
    const plain = [{ type: 'function' as const, name: 'a', inputSchema: {} }];
    const asked = (prompt: Prompt) =>
      places({ prompt, tools: plain, providerOptions: cached() }, NOVA_PRO).messages;
    expect(asked([user('x'), ...step('1', 'a')])).toEqual(['text', 'text | toolUse', 'toolResult']);
    expect(asked([user('x'), ...step('1', ''), ...step('2', '')])).toEqual([
      'text |',
      'toolUse',
      'toolResult',
      'toolUse',
      'toolResult',
    ]);
  });

  it('behind blank text, which is not sent, stands behind what is before it', () => {
    const blank = { type: 'text' as const, text: ' ', providerOptions: cached() };
    const asked: Prompt[number] = { role: 'user', content: [blank, { type: 'text', text: 'q' }] };
    expect(places({ prompt: [user('a'), said, asked] }).messages).toEqual(['text', 'text |', 'text']);
    expect(places({ prompt: [asked] }).messages).toEqual(['text']);
  });

  it('moves on to the next message where none before takes it, as behind a picture that opens a conversation with Nova', () => {
    const png = { ...csv, mediaType: 'image/png', providerOptions: cached() };
    const prompt: Prompt = [{ role: 'user', content: [png] }, said, user('x')];
    expect(places({ prompt }, NOVA_PRO).messages).toEqual(['image', 'text |', 'text']);
  });

  it('does not stand behind reasoning', () => {
    const signed = { bedrock: { signature: 's', cachePoint: true } };
    const content = [
      { type: 'text' as const, text: 'a' },
      { type: 'reasoning' as const, text: 'r', providerOptions: signed },
      { type: 'text' as const, text: 'b' },
    ];
    expect(places({ prompt: [user('x'), { role: 'assistant', content }, user('y')] }).messages?.[1]).toBe(
      'text | reasoningContent text',
    );
  });
});
