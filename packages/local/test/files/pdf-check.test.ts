// PDFs with more pages than Claude takes. https://platform.claude.com/docs/en/build-with-claude/pdf-support
import { describe, expect, it } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';

const pdf = (pages: number): string => {
  const objects = Array.from({ length: pages }, (_, page) => `${page + 1} 0 obj <</Type /Page>> endobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join('')}`).toString('base64');
};
const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus = 'us.anthropic.claude-opus-4-6-v1';
const text = { text: 'What does it say?' };

async function said(modelId: string, operation: string, body: object): Promise<string> {
  const bedrock = createLocalBedrock({ auth: 'off' });
  const url = `http://bedrock/model/${encodeURIComponent(modelId)}/${operation}`;
  const response = await bedrock.fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { message } = (await response.json()) as { message?: string };
  return response.status === 200 ? '200' : String(message);
}

describe('Converse', () => {
  const asked = (modelId: string, pages: readonly number[], enabled = true): Promise<string> =>
    said(modelId, 'converse', {
      messages: [
        {
          role: 'user',
          content: [
            text,
            ...pages.map((count, index) => ({
              document: {
                name: `file ${index}`,
                format: 'pdf',
                source: { bytes: pdf(count) },
                citations: { enabled },
              },
            })),
          ],
        },
      ],
    });
  const refused = (index: number, most: number): string =>
    `The model returned the following errors: messages.0.content.${index}.pdf.source.base64.data: A maximum of ${most} PDF pages may be provided.`;

  it('takes a hundred pages of a request whose PDFs are to be cited, of a model with a long context six hundred', async () => {
    expect([
      await asked(haiku, [100]),
      await asked(haiku, [101]),
      await asked(haiku, [60, 41]),
      await asked(opus, [600]),
      await asked(opus, [601]),
    ]).toEqual(['200', refused(1, 100), refused(2, 100), '200', refused(1, 600)]);
  });

  it('takes any number where nothing is to be cited, and for other models', async () => {
    expect(await asked(haiku, [101], false)).toBe('200');
    expect(await asked('amazon.nova-lite-v1:0', [601], false)).toBe('200');
  });
});

it('InvokeModel counts the pages of each, those in results of tools too', async () => {
  const document = {
    type: 'document',
    source: { type: 'base64', media_type: 'application/pdf', data: pdf(51) },
  };
  const body = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 100,
    tools: [{ name: 'read', input_schema: { type: 'object' } }],
    messages: [
      { role: 'user', content: [document, { type: 'text', text: 'Compare.' }] },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'read', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: [document] }] },
    ],
  };
  expect([await said(haiku, 'invoke', body), await said(opus, 'invoke', body)]).toEqual([
    'messages.2.content.0.tool_result.content.0.pdf.source.base64.data: A maximum of 100 PDF pages may be provided.',
    '200',
  ]);
});
