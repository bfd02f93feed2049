// Which document the index of a citation means, where the request has another order than the prompt.
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map } from '../messages.ts';
import { data } from './file-block.ts';

const cited = { bedrock: { citations: { enabled: true } } };
const pdf = (filename: string) => ({
  type: 'file' as const,
  mediaType: 'application/pdf',
  filename,
  data,
  providerOptions: cited,
});
const doc = (filename: string) => ({
  type: 'file' as const,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  filename,
  data,
});
const said = { type: 'text' as const, text: 'x' };
const question = { role: 'user' as const, content: [said] };
const call = { toolCallId: '1', toolName: 'read' };
const asked = {
  role: 'assistant' as const,
  content: [{ type: 'tool-call' as const, ...call, input: {} }],
};
const results = (...values: ReturnType<typeof pdf | typeof doc>[][]) => ({
  role: 'tool' as const,
  content: values.map((value) => ({
    type: 'tool-result' as const,
    ...call,
    output: { type: 'content' as const, value },
  })),
});

describe('the documents that citations count', () => {
  it.each<[title: string, prompt: LanguageModelV4Prompt, filenames: string[]]>([
    [
      'stand behind a result that is taken without them',
      [question, asked, results([pdf('a.pdf'), doc('b.docx')])],
      ['b.docx', 'a.pdf'],
    ],
    [
      'stand behind the results of the calls in front of them',
      [question, asked, { role: 'user', content: [pdf('a.pdf'), said] }, results([doc('b.docx')])],
      ['b.docx', 'a.pdf'],
    ],
    [
      'are not those of a second result, which is left out',
      [
        question,
        asked,
        results([doc('a.docx')], [doc('b.docx')]),
        { role: 'user', content: [pdf('c.pdf'), said] },
      ],
      ['a.docx', 'c.pdf'],
    ],
  ])('%s', (_title, prompt, filenames) => {
    const { context, request } = map({ prompt }, CLAUDE_4_5);
    expect(context.documents.map(({ filename }) => filename)).toEqual(filenames);
    const sent = JSON.stringify(request.messages).match(/(?<="name":")[abc](?=")/g);
    expect(sent).toEqual(context.documents.map(({ name }) => name));
  });
});
