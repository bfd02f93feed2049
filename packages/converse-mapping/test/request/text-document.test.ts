// Documents for a model that takes none: in words where they are text, else refused.
import type { LanguageModelV4FilePart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { map } from '../messages.ts';

describe('a document', () => {
  describe('for a model that takes none', () => {
    const DEVSTRAL = 'mistral.devstral-2-123b';
    const file = (mediaType: string, more: object = {}) => ({
      type: 'file' as const,
      mediaType,
      data: { type: 'data' as const, data: 'YSxiCjEsMg==' },
      ...more,
    });
    const sent = (...content: LanguageModelV4FilePart[]) =>
      map({ prompt: [{ role: 'user', content: [...content, { type: 'text', text: 'x' }] }] }, DEVSTRAL);

    it('is text where it is one, under its name and context', () => {
      const providerOptions = { bedrock: { context: 'sales' } };
      const inline = file('text/markdown', { data: { type: 'text', text: '# hi \ud800' } });
      const blank = file('text/plain', { data: { type: 'data', data: new Uint8Array([10]) } });
      const { request, warnings } = sent(
        file('text/csv', { filename: 'a.csv', providerOptions }),
        inline,
        blank,
        file('text/html', { data: { type: 'data', data: new TextEncoder().encode('<p>é</p>') } }),
      );
      expect(request.messages?.[0]?.content).toEqual([
        { text: 'a.csv\nsales\na,b\n1,2' },
        { text: '# hi \ufffd' },
        { text: '<p>é</p>' },
        { text: 'x' },
      ]);
      expect(warnings).toContainEqual({
        type: 'compatibility',
        feature: 'documents',
        details: 'Devstral 2 123B takes no documents, so those of text are sent as text.',
      });
    });

    it('is read in the encoding that it has', () => {
      const utf16 = Buffer.from('\ufeffGrüße, 世', 'utf16le');
      const files = [
        Buffer.from('\ufeffGrüße', 'utf8'),
        utf16,
        Buffer.from(utf16).swap16(),
        Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80]),
        utf16.toString('base64'),
      ];
      const { request } = sent(
        ...files.map((bytes) => file('text/csv', { data: { type: 'data', data: bytes } })),
      );
      expect(request.messages?.[0]?.content).toEqual([
        { text: 'Grüße' },
        { text: 'Grüße, 世' },
        { text: 'Grüße, 世' },
        { text: 'Grüße €' },
        { text: 'Grüße, 世' },
        { text: 'x' },
      ]);
    });

    it.each<[charset: string, bytes: Uint8Array, text: string]>([
      ['shift_jis', Buffer.from('93fa967b8cea', 'hex'), '日本語'],
      ['"GB18030"', Buffer.from('d6d0cec4', 'hex'), '中文'],
      ['koi8-r; format=flowed', Buffer.from('f0d2c9d7c5d4', 'hex'), 'Привет'],
      ['iso-2022-jp', Buffer.from('1b2442467c4b5c1b2842', 'hex'), '日本'],
      ['utf-16le', Buffer.from('abc', 'utf16le'), 'abc'],
      ['shift_jis', Buffer.from('\ufeff世', 'utf16le'), '世'],
      // Servers say it of all their files.
      ['iso-8859-1', Buffer.from('Größe 世', 'utf8'), 'Größe 世'],
      ['iso-8859-1', Buffer.from('a\0b', 'utf8'), 'a\0b'],
      ['x-unknown', Buffer.from('a\0b', 'utf8'), 'a\0b'],
      ['x-unknown', Buffer.from('e9', 'hex'), 'é'],
    ])('is read in the encoding that its media type names: %s', (charset, bytes, text) => {
      const data = { type: 'data', data: new Uint8Array(bytes) };
      const { request } = sent(file(`text/csv; Charset=${charset}`, { data }));
      expect(request.messages?.[0]?.content).toEqual([{ text }, { text: 'x' }]);
    });

    it('is text in the result of a tool', () => {
      const value = [file('text/csv')];
      const call = { toolCallId: '123456789', toolName: 'read' };
      const { request } = map(
        {
          prompt: [
            { role: 'user', content: [{ type: 'text', text: 'x' }] },
            { role: 'assistant', content: [{ type: 'tool-call', ...call, input: {} }] },
            { role: 'tool', content: [{ type: 'tool-result', ...call, output: { type: 'content', value } }] },
          ],
        },
        DEVSTRAL,
      );
      expect(request.messages?.[2]?.content[0]).toEqual({
        toolResult: { toolUseId: '123456789', content: [{ text: 'a,b\n1,2' }] },
      });
    });

    it('is refused where it is more than text, or no base64', () => {
      expect(() => sent(file('application/pdf'))).toThrow(/document-supported/);
      expect(() => sent(file('text/csv', { data: { type: 'data', data: 'a*b=' } }))).toThrow(
        /document-supported/,
      );
    });
  });
});
