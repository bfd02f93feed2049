// What a document has beside its bytes: a context, citations, a text next to it, a name that stays.
import { convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO } from '../messages.ts';
import { blockOf, bytes, data, document } from './file-block.ts';

describe('a document', () => {
  it('carries its context and can be cited', () => {
    const providerOptions = { bedrock: { citations: { enabled: true }, context: 'a contract' } };
    expect(
      blockOf({ mediaType: 'application/pdf', filename: 'a.pdf', data, providerOptions }, CLAUDE_4_5),
    ).toEqual({
      document: {
        format: 'pdf',
        name: 'a',
        source: { bytes },
        context: 'a contract',
        citations: { enabled: true },
      },
    });
  });

  it('is not cited by a model that does not cite, with a warning', () => {
    const part = {
      type: 'file' as const,
      mediaType: 'application/pdf',
      data,
      providerOptions: { bedrock: { citations: { enabled: true } } },
    };
    const { request, warnings } = map(
      { prompt: [{ role: 'user', content: [part, { type: 'text', text: 'x' }] }] },
      NOVA_PRO,
    );
    expect(request.messages?.[0]?.content[0]).toEqual(document('pdf'));
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'citations', details: 'Nova Pro does not cite documents.' },
    ]);
  });

  // "messages.0.content.1.source.bytes: The document source bytes could not be parsed as the specified format. If using a
  // text-based format, try source.text instead of source.bytes.", of any text with citations:
  // https://github.com/boto/boto3/issues/4726, https://github.com/maximhq/bifrost/issues/5472
  it.each(['text/plain', 'text/markdown', 'text/csv', 'text/html', 'application/json'])(
    'of %s is cited as words, from bytes and from base64',
    (mediaType) => {
      const providerOptions = { bedrock: { citations: { enabled: true } } };
      const cited = document('txt', { text: 'Größe 1' }).document;
      const words = new TextEncoder().encode('Größe 1');
      for (const data of [words, convertUint8ArrayToBase64(words)]) {
        const part = { mediaType, data: { type: 'data' as const, data }, providerOptions };
        expect(blockOf(part, CLAUDE_4_5)).toEqual({ document: { ...cited, citations: { enabled: true } } });
      }
      const inline = { mediaType, data: { type: 'text' as const, text: 'Größe 1' }, providerOptions };
      expect(blockOf(inline, CLAUDE_4_5)).toEqual({ document: { ...cited, citations: { enabled: true } } });
    },
  );

  it('of text is cited in the words of the encoding that its media type names', () => {
    const part = {
      mediaType: 'text/plain; charset=shift_jis',
      data: { type: 'data' as const, data: new Uint8Array([0x93, 0xfa, 0x96, 0x7b]) },
      providerOptions: { bedrock: { citations: { enabled: true } } },
    };
    expect(blockOf(part, CLAUDE_4_5)).toMatchObject({ document: { source: { text: '日本' } } });
  });

  it('of text stays bytes where it is not cited', () => {
    const mediaType = 'text/plain';
    const citing = (enabled: boolean) => ({ bedrock: { citations: { enabled } } });
    expect(blockOf({ mediaType, data, providerOptions: citing(false) }, CLAUDE_4_5)).toEqual(document('txt'));
    expect(blockOf({ mediaType, data, providerOptions: citing(true) }, NOVA_PRO)).toEqual(document('txt'));
  });

  it('is cited as pdf and text alone', () => {
    const providerOptions = { bedrock: { citations: { enabled: true } } };
    const part = { type: 'file' as const, mediaType: 'application/msword', data, providerOptions };
    const content = [part, { type: 'text' as const, text: 'x' }];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] });
    expect(request.messages?.[0]?.content[0]).toEqual(document('doc'));
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'citations',
        details: 'Only pdf and txt documents can be cited, not doc.',
      },
    ]);
  });

  it('gets a text beside it when it came alone', () => {
    const part = { type: 'file' as const, mediaType: 'application/pdf', data };
    const { request, warnings } = map({ prompt: [{ role: 'user', content: [part] }] });
    expect(request.messages?.[0]?.content).toEqual([document('pdf'), { text: 'See the attached document.' }]);
    expect(warnings).toHaveLength(1);
  });

  it('that came alone among others gets the text behind the last of them, in front of a cache point at the end', () => {
    const point = { cachePoint: { type: 'default' } };
    const pdf = (isMarked: boolean) => ({
      type: 'file' as const,
      mediaType: 'application/pdf',
      data,
      ...(isMarked && { providerOptions: { bedrock: point } }),
    });
    const kinds = (...marked: boolean[]) =>
      map({ prompt: [{ role: 'user', content: marked.map(pdf) }] }).request.messages?.[0]?.content.flatMap(
        (block) => Object.keys(block),
      );
    expect(kinds(true, false)).toEqual(['document', 'cachePoint', 'document', 'text']);
    expect(kinds(true, true)).toEqual(['document', 'cachePoint', 'document', 'text', 'cachePoint']);
  });

  it('has the same name in turn one and in turn five', () => {
    const file = { type: 'file' as const, mediaType: 'application/pdf', filename: 'a.pdf', data };
    const first = { role: 'user' as const, content: [file, { type: 'text' as const, text: 'x' }] };
    const answer = { role: 'assistant' as const, content: [{ type: 'text' as const, text: 'y' }] };
    const one = map({ prompt: [first] }).request.messages;
    const five = map({ prompt: [first, answer, first, answer, first] }).request.messages;
    expect(five?.[0]).toEqual(one?.[0]);
    expect(five?.[4]?.content[0]).toMatchObject({ document: { name: 'a-3' } });
  });
});
