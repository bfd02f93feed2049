// What Bedrock sees of documents before a model does: that they are what they are said to be.
import { expect, it } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';

const bedrock = createLocalBedrock({ auth: 'off' });

interface Answer {
  readonly message?: string;
  readonly output?: { readonly message: { readonly content: unknown } };
}

async function ask(operation: string, body: object, rules: 'aws' | 'off' = 'aws'): Promise<Answer> {
  const url = `http://bedrock.test/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/${operation}`;
  const { fetch } = rules === 'aws' ? bedrock : createLocalBedrock({ auth: 'off', rules });
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

const base64 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('base64');
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08';
const document = (format: string, bytes: string) => ({
  document: { name: 'report', format, source: { bytes: base64(bytes) } },
});
const conversation = (...content: object[]): object => ({
  messages: [{ role: 'user', content: [{ text: 'echo read' }, ...content] }],
});
const isPicture =
  'Unsupported MIME type: image/png. Retry your request with a supported file type: xlsx, txt, pdf, csv, md, doc, html, xls, docx';

it.each([
  [document('pdf', 'It rained.'), 'The detected filetype is PLAIN_TEXT, but the provided filetype was PDF.'],
  [
    document('docx', 'It rained.'),
    'The detected filetype is PLAIN_TEXT, but the provided filetype was DOCX.',
  ],
  [document('pdf', png), isPicture],
  [document('txt', png), isPicture],
])('%j is refused', async (block, message) => {
  expect(await ask('converse', conversation(block))).toMatchObject({ message });
  expect((await ask('converse', conversation(block), 'off')).output?.message.content).toEqual([
    { text: 'read' },
  ]);
});

it.each([
  ['pdf', '%PDF-1.7\n%\xe2\xe3'],
  ['docx', 'PK\x03\x04\0'],
  ['doc', '\xd0\xcf\x11\xe0'],
  ['pdf', '\x01\x02\x03'],
  ['pdf', '\xff\xfe'],
  ['csv', 'a,b\n1,2'],
  ['txt', 'It rained.'],
  ['html', '<p>It rained.</p>'],
])('a %s that begins with %j passes', async (format, bytes) => {
  const { output } = await ask('converse', conversation(document(format, bytes)));
  expect(output?.message.content).toEqual([{ text: 'read' }]);
});

it('the body of Claude has the words of its own API', async () => {
  const source = { type: 'base64', media_type: 'application/pdf', data: base64('It rained.') };
  const content = [
    { type: 'text', text: 'echo read' },
    { type: 'document', source },
  ];
  const body = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 9,
    messages: [{ role: 'user', content }],
  };
  expect(await ask('invoke', body)).toEqual({
    message: 'messages.0.content.1.pdf.source.base64.data: The PDF specified was not valid.',
  });
});
