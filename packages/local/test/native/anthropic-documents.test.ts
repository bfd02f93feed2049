// Documents in Anthropic's own body, and what an answer cites of them.
import { expect, it } from 'vitest';
import { anthropicBench, joined } from './anthropic-bench.ts';

const { invoke, stream } = anthropicBench();

it('citations stand in the text block that they belong to', async () => {
  const data = 'Porto lies on the Douro. Lisbon lies on the Tagus.';
  const document = {
    type: 'document',
    source: { type: 'text', media_type: 'text/plain', data },
    title: 'Rivers',
    citations: { enabled: true },
  };
  const messages = [
    { role: 'user', content: [document, { type: 'text', text: 'On which river is Lisbon?' }] },
  ];
  const { content } = await invoke({ messages });
  expect(content[1]).toEqual({
    type: 'text',
    text: 'Lisbon lies on the Tagus.',
    citations: [
      {
        type: 'char_location',
        cited_text: 'Lisbon lies on the Tagus.',
        document_index: 0,
        document_title: 'Rivers',
        start_char_index: 25,
        end_char_index: 50,
      },
    ],
  });
  expect(joined(await stream({ messages }))).toEqual(content);
});

it('a document of text may be cached, and stand beside tool results, as it may not in Converse', async () => {
  const { content } = await invoke({
    tools: [{ name: 'look', input_schema: { type: 'object' } }],
    messages: [
      { role: 'user', content: 'Look.' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'look', input: {} }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: 'sunny' },
          {
            type: 'document',
            source: { type: 'text', media_type: 'text/plain', data: 'It rained.' },
            cache_control: { type: 'ephemeral' },
          },
        ],
      },
    ],
  });
  expect(content).toEqual([{ type: 'text', text: 'The tool look answered: sunny' }]);
});

/** What is said of a document that may be cited. */
async function answerFrom(document: object) {
  const cited = { type: 'document', ...document, citations: { enabled: true } };
  const question = { type: 'text', text: 'On which river is Lisbon?' };
  return (await invoke({ messages: [{ role: 'user', content: [cited, question] }] })).content;
}

it('a citation of a document without a title has none', async () => {
  const source = { type: 'text', media_type: 'text/plain', data: 'Lisbon lies on the Tagus.' };
  expect(await answerFrom({ source })).toEqual([
    { type: 'text', text: 'According to "document": ' },
    {
      type: 'text',
      text: 'Lisbon lies on the Tagus.',
      citations: [
        {
          type: 'char_location',
          cited_text: 'Lisbon lies on the Tagus.',
          document_index: 0,
          document_title: null,
          start_char_index: 0,
          end_char_index: 25,
        },
      ],
    },
  ]);
});

it('a document whose content is one text is a list of one', async () => {
  const source = { type: 'content', content: 'Lisbon lies on the Tagus.' };
  expect((await answerFrom({ source, title: 'Rivers' }))[1]).toEqual({
    type: 'text',
    text: 'Lisbon lies on the Tagus.',
    citations: [
      {
        type: 'content_block_location',
        cited_text: 'Lisbon lies on the Tagus.',
        document_index: 0,
        document_title: 'Rivers',
        start_block_index: 0,
        end_block_index: 1,
      },
    ],
  });
});

it('a document may hold images between its texts, which citations count', async () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } };
  const source = { type: 'content', content: [image, { type: 'text', text: 'Lisbon lies on the Tagus.' }] };
  expect((await answerFrom({ source, title: 'Rivers' })).slice(1)).toEqual([
    {
      type: 'text',
      text: 'Lisbon lies on the Tagus.',
      citations: [
        {
          type: 'content_block_location',
          cited_text: 'Lisbon lies on the Tagus.',
          document_index: 0,
          document_title: 'Rivers',
          start_block_index: 1,
          end_block_index: 2,
        },
      ],
    },
  ]);
});
