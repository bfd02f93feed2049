import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, type Call, CLAUDE_3_HAIKU, CLAUDE_4_5, map, NOVA_PRO, user, PROFILE } from '../messages.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];

const point = { cachePoint: { type: 'default' } };
const cached = (cachePoint: unknown = true) => bedrock({ cachePoint });
const tools = [{ type: 'function' as const, name: 'a', inputSchema: {}, providerOptions: cached() }];
const system = { role: 'system' as const, content: 's', providerOptions: cached() };
const marked = (text: string, cachePoint: unknown = true): Prompt[number] => ({
  role: 'user',
  content: [{ type: 'text', text, providerOptions: cached(cachePoint) }],
});
const said: Prompt[number] = { role: 'assistant', content: [{ type: 'text', text: 'ok' }] };
const csv = { type: 'file' as const, mediaType: 'text/csv', data: { type: 'data' as const, data: 'AAEC' } };
const pdf = {
  type: 'file' as const,
  mediaType: 'application/pdf',
  data: { type: 'data' as const, data: 'AAEC' },
};

/** Tools, system and messages as words, so that one sees where the points stand. */
function places(call: Call, model = CLAUDE_4_5) {
  const { request, warnings } = map(call, model);
  const word = (block: object): string => {
    if (!('cachePoint' in block)) return Object.keys(block)[0] ?? '';
    const { ttl } = block.cachePoint as { ttl?: string };
    return ttl === undefined ? '|' : `|${ttl}`;
  };
  return {
    tools: request.toolConfig?.tools.map(word).join(' '),
    system: request.system?.map(word).join(' '),
    messages: request.messages?.map(({ content }) => content.map(word).join(' ')),
    features: warnings.map((warning) => ('feature' in warning ? warning.feature : '')),
  };
}

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

describe('automatic caching', () => {
  const auto = { bedrock: { caching: 'auto' as const } };
  const plain = [{ type: 'function' as const, name: 'a', inputSchema: {} }];
  const prompt = [{ ...system, providerOptions: {} }, user('a'), said, user('b'), said, user('c')];

  it('marks tools, system and the last two user turns, and moves on with the conversation', () => {
    expect(places({ tools: plain, prompt, providerOptions: auto })).toEqual({
      tools: 'toolSpec |',
      system: 'text |',
      messages: ['text', 'text', 'text |', 'text', 'text |'],
      features: [],
    });
    expect(
      places({ tools: plain, prompt: [...prompt, said, user('d')], providerOptions: auto }).messages,
    ).toEqual(['text', 'text', 'text', 'text', 'text |', 'text', 'text |']);
  });

  it('marks what the user said also where the assistant has spoken first, as with a greeting', () => {
    const greeted = [...prompt.slice(0, 1), said, ...prompt.slice(1)];
    expect(places({ prompt: greeted, providerOptions: auto }, 'us.anthropic.claude-opus-5').messages).toEqual(
      ['text', 'text', 'text', 'text |', 'text', 'text |'],
    );
  });

  // Nova takes no point behind a result: without one further in front, every step after the second would read the whole conversation anew.
  it('marks what the user said last while an agent of Nova calls tools', () => {
    const step = (toolCallId: string): Prompt => [
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName: 'a', input: {} }] },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId, toolName: 'a', output: { type: 'text', value: 'r' } }],
      },
    ];
    const steps = [...prompt, ...step('1'), ...step('2')];
    const call = { tools: plain, prompt: steps, providerOptions: auto };
    expect(places(call, NOVA_PRO).messages?.slice(2)).toEqual([
      'text |',
      'text',
      'text |',
      'toolUse',
      'toolResult',
      'toolUse',
      'toolResult',
    ]);
    expect(places(call).messages?.slice(4)).toEqual([
      'text',
      'toolUse',
      'toolResult |',
      'toolUse',
      'toolResult |',
    ]);
  });

  it('is told to be unknown where nothing is known of the model, and points of the caller stay', () => {
    const call = { prompt: [marked('a')], providerOptions: bedrock({ caching: 'auto' }) };
    expect(places(call, PROFILE)).toMatchObject({ messages: ['text |'], features: ['caching'] });
    expect(places({ prompt: [marked('a')] }, PROFILE).features).toEqual([]);
  });

  it('leaves the points of the caller and fills up to the limit', () => {
    expect(
      places({
        tools,
        prompt: [system, marked('a'), said, user('b'), said, user('c')],
        providerOptions: auto,
      }),
    ).toEqual({
      tools: 'toolSpec |',
      system: 'text |',
      messages: ['text |', 'text', 'text', 'text', 'text |'],
      features: [],
    });
  });

  it('keeps the rules of the family: no tools for Nova, nothing behind a document for Claude, an hour where there is one', () => {
    expect(places({ tools: plain, prompt, providerOptions: auto }, NOVA_PRO)).toMatchObject({
      tools: 'toolSpec',
      system: 'text |',
    });
    const asked: Prompt = [{ role: 'user', content: [{ type: 'text', text: 'a' }, csv] }];
    expect(places({ prompt: asked, providerOptions: auto }).messages).toEqual(['text | document']);
    const hour = { bedrock: { caching: { ttl: '1h' as const } } };
    expect(places({ prompt: [user('a')], providerOptions: hour }).messages).toEqual(['text |1h']);
    expect(places({ prompt: [user('a')], providerOptions: hour }, NOVA_PRO).messages).toEqual(['text |']);
    expect(places({ prompt: [user('a')], providerOptions: auto }, CLAUDE_3_HAIKU)).toMatchObject({
      messages: ['text'],
      features: [],
    });
  });
});
