import type { ContentBlock } from '@bedrock-kit/protocol';
import { expect, it } from 'vitest';
import type { WholeAnswer } from '../../src/answers/answer.ts';
import { collect } from '../../src/answers/collect.ts';
import { eventsOf } from '../../src/answers/events.ts';

const bytes = new Uint8Array([1, 2, 3]);
const citations = [
  { title: 'Notes', location: { documentChar: { documentIndex: 0, start: 0, end: 3 } } },
  { title: 'Others', source: 'b' },
];

it.each<[string, ContentBlock]>([
  ['a text', { text: 'one two  three' }],
  ['an empty text', { text: '' }],
  [
    'a tool call',
    { toolUse: { toolUseId: 'a', name: 'weather', input: { city: 'Lisboa ☀️', days: [1, 2] } } },
  ],
  [
    'a tool call of the server',
    { toolUse: { toolUseId: 'a', name: 'search', input: {}, type: 'server_tool_use' } },
  ],
  [
    'a tool result',
    {
      toolResult: {
        toolUseId: 'a',
        status: 'error',
        type: 'b',
        content: [{ text: 'c' }, { json: { d: 1 } }],
      },
    },
  ],
  ['a thought', { reasoningContent: { reasoningText: { text: 'well, well' } } }],
  ['a signed thought', { reasoningContent: { reasoningText: { text: 'well, well', signature: 'sealed' } } }],
  ['a hidden thought', { reasoningContent: { redactedContent: bytes } }],
  ['a cited text', { citationsContent: { content: [{ text: 'as they say' }], citations } }],
  ['an image', { image: { format: 'png', source: { bytes } } }],
])('the events of an answer with %s are that answer', async (_what, block) => {
  const answer: WholeAnswer = {
    content: [block, { text: 'and more' }],
    stopReason: 'max_tokens',
    usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
    additionalModelResponseFields: { a: 1 },
    serviceTier: { type: 'flex' },
  };
  expect(await collect(eventsOf(answer, () => 1))).toMatchObject(answer);
});

it('blocks that came one in another stand in their order', async () => {
  const text = (contentBlockIndex: number, said: string) => ({
    contentBlockDelta: { contentBlockIndex, delta: { text: said } },
  });
  const { content } = await collect([text(1, 'b'), text(0, 'a'), text(1, 'c')]);
  expect(content).toEqual([{ text: 'a' }, { text: 'bc' }]);
});
