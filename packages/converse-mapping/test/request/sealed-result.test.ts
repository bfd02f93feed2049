// Results of tools that another provider ran: what it alone can read, and files as base64, are not told to a model as text.
import { describe, expect, it } from 'vitest';
import { map, user } from '../messages.ts';
import type { Content } from './assistant-message.ts';

type Output = Extract<Content[number], { type: 'tool-result' }>['output'];

/** The first block of the result, as it is sent. */
function ofTool(output: Output) {
  const call = { toolCallId: 'ws_1', toolName: 'search' };
  const content: Content = [
    { type: 'tool-call', ...call, input: {}, providerExecuted: true },
    { type: 'tool-result', ...call, output },
  ];
  const { request, warnings } = map({ prompt: [user('q'), { role: 'assistant', content }, user('on')] });
  const block = request.messages?.[2]?.content[0];
  return {
    content: block && 'toolResult' in block ? block.toolResult.content[0] : undefined,
    // The call has no tools, which is another warning.
    warnings: warnings.filter(({ type }) => type === 'other'),
  };
}

const warning = (member: string) => ({
  type: 'other',
  message: `What cannot be read as text is left out of the results of tools that ran elsewhere (first "${member}" of prompt[1].content[1]).`,
});

describe('the result of a tool that another provider ran', () => {
  it('is sent without what was encrypted for that provider alone, with one warning', () => {
    const found = { url: 'https://a.example', title: 'A', encryptedContent: 'EqgfCioIARgB', pageAge: null };
    expect(ofTool({ type: 'json', value: [found, found] })).toEqual({
      content: {
        text: JSON.stringify(Array(2).fill({ url: 'https://a.example', title: 'A', pageAge: null })),
      },
      warnings: [warning('encryptedContent')],
    });
    const ran = {
      type: 'encrypted_code_execution_result',
      encrypted_stdout: 'x',
      stderr: '',
      return_code: 0,
    };
    expect(ofTool({ type: 'json', value: ran })).toEqual({
      content: { json: { type: 'encrypted_code_execution_result', stderr: '', return_code: 0 } },
      warnings: [warning('encrypted_stdout')],
    });
  });

  it.each([
    ['a picture', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'],
    ['a JPEG', '/9j/4AAQSkZJRgABAQAAAQABAAD'],
    ['a PDF', 'JVBERi0xLjcKJcTl8uXr'],
  ])('is sent without %s as base64', (_, data) => {
    expect(ofTool({ type: 'json', value: { result: data } })).toEqual({
      content: { json: {} },
      warnings: [warning('result')],
    });
    const source = { type: 'base64', data };
    expect(ofTool({ type: 'json', value: { title: 'A', source } }).content).toEqual({
      json: { title: 'A', source: { type: 'base64' } },
    });
    expect(ofTool({ type: 'json', value: data }).content).toEqual({ text: '(no output)' });
  });

  it('is sent as it is where all of it can be read', () => {
    const value = {
      path: '/9j/a.b',
      note: 'iVBOR',
      link: '//video',
      data: 'SGVsbG8=',
      n: [1, null, { e: '' }],
    };
    expect(ofTool({ type: 'json', value })).toEqual({ content: { json: value }, warnings: [] });
    expect(ofTool({ type: 'error-json', value: { errorCode: 'unavailable' } })).toMatchObject({
      content: { json: { errorCode: 'unavailable' } },
      warnings: [],
    });
    // What a caller in JavaScript may write.
    const nothing = { type: 'json', value: undefined } as unknown as Output;
    expect(ofTool(nothing).content).toEqual({ text: '(no output)' });
  });
});
