import type { LanguageModelV4CallOptions, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

const OPUS_4_6 = 'us.anthropic.claude-opus-4-6-v1';

const assistant = (text: string): LanguageModelV4CallOptions['prompt'][number] => ({
  role: 'assistant',
  content: [{ type: 'text', text }],
});

describe('a conversation', () => {
  it('is left as it is where the model lets the assistant begin', () => {
    const { request, warnings } = map({ prompt: [assistant('Hello.'), user('hi')] }, CLAUDE_4_5);
    expect(request.messages).toEqual([
      { role: 'assistant', content: [{ text: 'Hello.' }] },
      { role: 'user', content: [{ text: 'hi' }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('that the assistant begins gets a user message in front, with a warning', () => {
    const { request, warnings } = map({ prompt: [assistant('Hello.'), user('hi')] }, NOVA_PRO);
    expect(request.messages).toEqual([
      { role: 'user', content: [{ text: 'Continue.' }] },
      { role: 'assistant', content: [{ text: 'Hello.' }] },
      { role: 'user', content: [{ text: 'hi' }] },
    ]);
    expect(warnings).toEqual([expect.objectContaining({ type: 'compatibility', feature: 'first message' })]);
  });

  it('keeps no message that is nothing but a cache point', () => {
    const providerOptions = { bedrock: { cachePoint: true } };
    const { request } = map({
      prompt: [
        user('a'),
        { role: 'assistant', content: [{ type: 'text', text: '', providerOptions }], providerOptions },
        user('b'),
      ],
    });
    expect(request.messages).toEqual([{ role: 'user', content: [{ text: 'a' }, { text: 'b' }] }]);
  });
});

describe('a call with text behind it', () => {
  const inputSchema = { type: 'object' as const };
  const tools = [{ type: 'function' as const, name: 'look', inputSchema }];
  const calling = (toolCallId: string, providerOptions: SharedV4ProviderOptions = {}) =>
    ({ type: 'tool-call', toolCallId, toolName: 'look', input: {}, providerOptions }) as const;
  const output = { type: 'text', value: 'sunny' } as const;
  const answering = (...ids: string[]): LanguageModelV4CallOptions['prompt'][number] => ({
    role: 'tool',
    content: ids.map((toolCallId) => ({ type: 'tool-result', toolCallId, toolName: 'look', output })),
  });
  const use = (toolUseId: string) => ({ toolUse: { toolUseId, name: 'look', input: {} } });
  const said = (text: string) => ({ type: 'text', text }) as const;
  const thought = (text: string) =>
    ({ type: 'reasoning', text, providerOptions: { bedrock: { signature: 's' } } }) as const;
  const thinking = (text: string) => ({ reasoningContent: { reasoningText: { text, signature: 's' } } });
  const cachePoint = { type: 'default' };

  it.each([CLAUDE_4_5, OPUS_4_6, 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc'])(
    'stands behind the text for %s, and cache points keep their places',
    (modelId) => {
      const pointed = { bedrock: { cachePoint: true } };
      const prompt: LanguageModelV4CallOptions['prompt'] = [
        user('a'),
        { role: 'assistant', content: [calling('c', pointed), said('One.')] },
        { role: 'assistant', content: [calling('d'), said('Two.')], providerOptions: pointed },
        answering('c', 'd'),
      ];
      const { request, warnings } = map({ prompt, tools }, modelId);
      expect(request.messages?.[1]).toEqual({
        role: 'assistant',
        content: [{ text: 'One.' }, { cachePoint }, { text: 'Two.' }, use('c'), use('d'), { cachePoint }],
      });
      expect(warnings).toEqual([]);
    },
  );

  it('passes no thinking', () => {
    const content = [
      thought('First.'),
      calling('c'),
      said('One.'),
      thought('Then.'),
      calling('d'),
      said('Two.'),
    ];
    const prompt = [user('a'), { role: 'assistant' as const, content }, answering('c', 'd')];
    expect(map({ prompt, tools }, CLAUDE_4_5).request.messages?.[1]?.content).toEqual([
      thinking('First.'),
      { text: 'One.' },
      use('c'),
      thinking('Then.'),
      { text: 'Two.' },
      use('d'),
    ]);
  });

  it('passes what stood behind thinking that is left out', () => {
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      user('a'),
      { role: 'assistant', content: [calling('c')] },
      { role: 'assistant', content: [thought('Hm.'), said('One.')] },
      answering('c'),
    ];
    const providerOptions = { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2000 } } };
    expect(map({ prompt, tools, providerOptions }, CLAUDE_4_5).request.messages?.[1]?.content).toEqual([
      { text: 'One.' },
      use('c'),
    ]);
  });

  it('stays in front of it for another model', () => {
    const prompt = [
      user('a'),
      { role: 'assistant' as const, content: [calling('c'), said('One.')] },
      answering('c'),
    ];
    expect(map({ prompt, tools }, NOVA_PRO).request.messages?.[1]?.content).toEqual([
      use('c'),
      { text: 'One.' },
    ]);
  });
});

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
          'Llama 3.3 70B Instruct takes no message with tool blocks and others, so a short message was put between them.',
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

describe('a last message of the user', () => {
  it('that says nothing is not taken for a wish that the assistant goes on with what it said', () => {
    for (const message of [{ role: 'user' as const, content: [] }, user(' ')]) {
      const prompt = [user('a'), assistant('Hello. '), message];
      for (const prefill of ['user-turn', 'error', 'pass']) {
        const { request, warnings } = map({ prompt, providerOptions: { bedrock: { prefill } } });
        expect(request.messages).toEqual([
          { role: 'user', content: [{ text: 'a' }] },
          { role: 'assistant', content: [{ text: 'Hello. ' }] },
          { role: 'user', content: [{ text: 'Continue.' }] },
        ]);
        expect(warnings).toEqual([
          {
            type: 'compatibility',
            feature: 'last message',
            details: 'The last message says nothing, so a short user message stands in its place.',
          },
        ]);
      }
    }
  });

  it('and is followed by system text says as little', () => {
    const system = { role: 'system' as const, content: 'Be brief.' };
    const { request } = map({ prompt: [user('a'), assistant('Hello.'), user(' '), system] });
    expect(request.messages?.at(-1)).toEqual({ role: 'user', content: [{ text: 'Continue.' }] });
    const begun = map({ prompt: [user('a'), assistant('Hello.'), system] });
    expect(begun.request.messages?.at(-1)).toEqual({ role: 'assistant', content: [{ text: 'Hello.' }] });
  });
});

describe('a last message of the assistant', () => {
  const prompt = [user('a'), assistant('  { "x": ')];

  it('is continued without its reasoning, which Claude takes there from nobody, with a warning', () => {
    const providerOptions = { bedrock: { signature: 's' } };
    const begun: LanguageModelV4CallOptions['prompt'][number] = {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Hm.', providerOptions },
        { type: 'text', text: 'The answer is' },
      ],
    };
    const { request, warnings } = map({ prompt: [user('a'), begun] }, CLAUDE_4_5);
    expect(request.messages?.at(-1)).toEqual({ role: 'assistant', content: [{ text: 'The answer is' }] });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'reasoning',
        details:
          'Claude Sonnet 4.5 continues no message that holds reasoning, so that of the last one is left out.',
      },
    ]);
    const asked = map({ prompt: [user('a'), begun, user('b')] }, CLAUDE_4_5);
    expect(asked.request.messages?.[1]?.content[0]).toHaveProperty('reasoningContent');
    expect(asked.warnings).toEqual([]);
  });

  it('is continued where the model does that, trimmed at its end alone', () => {
    for (const model of [CLAUDE_4_5, NOVA_PRO]) {
      const { request, warnings } = map({ prompt }, model);
      expect(request.messages?.[1]).toEqual({ role: 'assistant', content: [{ text: '  { "x":' }] });
      expect(warnings).toEqual([]);
    }
  });

  it('is followed by a request to go on where the model does not, with a warning', () => {
    const { request, warnings } = map({ prompt }, OPUS_4_6);
    expect(request.messages?.slice(1)).toEqual([
      { role: 'assistant', content: [{ text: '  { "x":' }] },
      { role: 'user', content: [{ text: 'Continue exactly where your last message ends.' }] },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'prefill',
        details:
          'Claude Opus 4.6 does not continue a message of the assistant, so a user message asks it to go on.',
      },
    ]);
    const thinking = map({ prompt, reasoning: 'high' });
    expect(thinking.request.messages?.at(-1)?.role).toBe('user');
  });

  it('can be refused, or passed as it is', () => {
    const options = (prefill: string) => ({
      prompt,
      providerOptions: { bedrock: { prefill, preflight: 'warn' } },
    });
    expect(() => map(options('error'), OPUS_4_6)).toThrow(
      "The last message is the assistant's, but Claude Opus 4.6 does not continue a message of the assistant. End with a user message.",
    );
  });

  it('that ends in a call is not taken for one', () => {
    const call = { type: 'tool-call' as const, toolCallId: 'a', toolName: 'a', input: {} };
    const { request } = map(
      {
        prompt: [user('x'), { role: 'assistant', content: [call] }],
        tools: [{ type: 'function', name: 'a', inputSchema: {} }],
      },
      OPUS_4_6,
    );
    expect(request.messages?.[1]?.content).toEqual([{ toolUse: { toolUseId: 'a', name: 'a', input: {} } }]);
  });

  it('is not continued while a schema constrains the answer', () => {
    const schema = { type: 'object' as const, properties: {} };
    const begun = [user('x'), assistant('{')];
    const { request, warnings } = map({ prompt: begun, responseFormat: { type: 'json', schema } });
    expect(request.outputConfig).toMatchObject({ textFormat: { type: 'json_schema' } });
    expect(request.messages?.at(-1)).toEqual({
      role: 'user',
      content: [{ text: 'Continue exactly where your last message ends.' }],
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'prefill',
        details:
          'Claude Sonnet 4.5 does not continue a message of the assistant while a schema constrains it, so a user message asks it to go on.',
      },
    ]);
  });
});
