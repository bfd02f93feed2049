// What a document has beside its bytes: a context, citations, a text next to it, a name that stays.
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
      { type: 'unsupported', feature: 'citations', details: 'This model does not cite documents.' },
    ]);
  });

  it('is cited as pdf and txt alone', () => {
    const providerOptions = { bedrock: { citations: { enabled: true } } };
    const part = { type: 'file' as const, mediaType: 'text/csv', data, providerOptions };
    const content = [part, { type: 'text' as const, text: 'x' }];
    const { request, warnings } = map({ prompt: [{ role: 'user', content }] });
    expect(request.messages?.[0]?.content[0]).toEqual(document('csv'));
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'citations',
        details: 'Documents are cited as pdf and txt, not as csv.',
      },
    ]);
  });

  it('gets a text beside it when it came alone', () => {
    const part = { type: 'file' as const, mediaType: 'application/pdf', data };
    const { request, warnings } = map({ prompt: [{ role: 'user', content: [part] }] });
    expect(request.messages?.[0]?.content).toEqual([document('pdf'), { text: 'See the attached document.' }]);
    expect(warnings).toHaveLength(1);
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
