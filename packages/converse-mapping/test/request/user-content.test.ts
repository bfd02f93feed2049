import { InvalidPromptError, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { map, NOVA_PRO, user, PROFILE } from '../messages.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];

const messages = (...prompt: Prompt) => map({ prompt }).request.messages;

describe('a user message', () => {
  it('blank parts say nothing and are left out', () => {
    const content = ['  ', 'q', ''].map((text) => ({ type: 'text' as const, text }));
    expect(messages({ role: 'user', content })).toEqual([{ role: 'user', content: [{ text: 'q' }] }]);
  });

  it('several in a row are one', () => {
    expect(messages(user('a'), user('b'))).toEqual([
      { role: 'user', content: [{ text: 'a' }, { text: 'b' }] },
    ]);
  });

  it('nothing to say at all is an error of the prompt', () => {
    expect(() => messages(user(' '))).toThrow(/has only system text and blanks/);
  });

  it('a text part can be a search result, with citations', () => {
    const searchResult = { source: 'https://a.example', title: 'A', citations: { enabled: true } };
    const content = [
      { type: 'text' as const, text: 'found', providerOptions: { bedrock: { searchResult } } },
      { type: 'text' as const, text: 'q' },
    ];
    expect(messages({ role: 'user', content })?.[0]?.content[0]).toEqual({
      searchResult: {
        source: 'https://a.example',
        title: 'A',
        content: [{ text: 'found' }],
        citations: { enabled: true },
      },
    });
  });
});

describe('a search result', () => {
  it('stays what it is for a model of which nothing is known', () => {
    const searchResult = { source: 'https://a.example', title: 'A' };
    const content = [
      { type: 'text' as const, text: 'found', providerOptions: { bedrock: { searchResult } } },
    ];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] }, PROFILE);
    expect(request.messages?.[0]?.content).toEqual([
      { searchResult: { ...searchResult, content: [{ text: 'found' }] } },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is text for a model that has no such block', () => {
    const searchResult = { source: 'https://a.example', title: 'A' };
    const content = [
      { type: 'text' as const, text: 'found', providerOptions: { bedrock: { searchResult } } },
    ];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] }, NOVA_PRO);
    expect(request.messages?.[0]?.content).toEqual([{ text: 'A (https://a.example):\nfound' }]);
    expect(warnings).toEqual([expect.objectContaining({ type: 'compatibility', feature: 'searchResult' })]);
  });
});

describe('what the specification does not have', () => {
  it.each<[unknown, string]>([
    [
      { role: 'user', content: [{ type: 'image', image: 'AAEC' }] },
      'prompt[0].content[0] is a content part of the type "image"',
    ],
    [
      { role: 'assistant', content: [{ type: 'video' }] },
      'prompt[0].content[0] is a content part of the type "video"',
    ],
    [
      { role: 'user', content: [{ type: 'file', mediaType: 'image/png', data: 'AAEC' }] },
      'prompt[0].content[0] is a file of the type "string"',
    ],
    [
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: '1', toolName: 'a', output: { type: 'x' } }],
      },
      'prompt[0].content[0].output is a tool result output of the type "x"',
    ],
    [{ role: 'developer', content: 'x' }, 'prompt[0] is a message of the type "developer"'],
  ])('%j is refused by name and place', (message, words) => {
    const refused = () => messages(message as Prompt[number]);
    expect(refused).toThrow(words);
    expect(refused).toThrow(expect.objectContaining({ name: 'AI_UnsupportedFunctionalityError' }) as Error);
  });

  const result = { type: 'tool-result', toolCallId: '1', toolName: 'a' };

  it.each<[message: unknown, words: string]>([
    [null, 'prompt[1] is missing.'],
    [{ role: 'user', content: 'x' }, 'prompt[1].content must be a list of parts.'],
    [{ role: 'user', content: [null] }, 'prompt[1].content[0] is missing.'],
    [{ role: 'user', content: [{ type: 'text' }] }, 'prompt[1].content[0].text must be a text.'],
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'x' },
          { type: 'text', text: ['x'] },
        ],
      },
      'prompt[1].content[1].text must be a text.',
    ],
    [
      { role: 'user', content: [{ type: 'file', mediaType: 'image/png' }] },
      'prompt[1].content[0].data is missing.',
    ],
    [
      { role: 'user', content: [{ type: 'file', data: { type: 'data', data: 'AAAA' } }] },
      'prompt[1].content[0].mediaType must be a text.',
    ],
    [{ role: 'system', content: [{ type: 'text', text: 'x' }] }, 'prompt[1].content must be a text.'],
    [
      { role: 'assistant', content: [{ type: 'text', text: 5 }] },
      'prompt[1].content[0].text must be a text.',
    ],
    [{ role: 'assistant', content: [{ type: 'reasoning' }] }, 'prompt[1].content[0].text must be a text.'],
    [
      { role: 'assistant', content: [{ type: 'tool-call', toolName: 'a', input: {} }] },
      'prompt[1].content[0].toolCallId must be a text.',
    ],
    [
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', input: {} }] },
      'prompt[1].content[0].toolName must be a text.',
    ],
    [{ role: 'tool', content: [result] }, 'prompt[1].content[0].output is missing.'],
    // Without its id a result was sent as text beside a call that had none.
    [
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolName: 'a', output: { type: 'text', value: 'x' } }],
      },
      'prompt[1].content[0].toolCallId must be a text.',
    ],
    [
      { role: 'tool', content: [{ ...result, output: { type: 'text' } }] },
      'prompt[1].content[0].output.value must be a text.',
    ],
    [
      { role: 'tool', content: [{ ...result, output: { type: 'content', value: [{ type: 'text' }] } }] },
      'prompt[1].content[0].output.value[0].text must be a text.',
    ],
  ])('%j is an error of the prompt with its place', (message, words) => {
    const refused = () => map({ prompt: [user('a'), message as Prompt[number]] });
    expect(refused).toThrow(InvalidPromptError);
    expect(refused).toThrow(`Invalid prompt: prompt[1] is not a message of specification v4: ${words}`);
  });
});
