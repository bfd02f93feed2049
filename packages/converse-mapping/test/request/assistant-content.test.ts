// The parts of an assistant message beside its reasoning: calls, files, custom parts, cited texts.
import type { JSONObject } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { NOVA_PRO } from '../messages.ts';
import { sent, text } from './assistant-message.ts';

describe('other parts of the assistant', () => {
  // https://github.com/earendil-works/pi/issues/7782
  it('a tool input goes back without members that have no name, with one warning', () => {
    const input = {
      '': 1,
      edits: [
        { old: 'a', '': '' },
        { old: '{"":', 'a"': [1] },
      ],
    };
    const { content, warnings } = sent([
      { type: 'tool-call', toolCallId: '1', toolName: 'a', input },
      { type: 'tool-call', toolCallId: '2', toolName: 'a', input },
    ]);
    const named = { edits: [{ old: 'a' }, { old: '{"":', 'a"': [1] }] };
    expect(content?.map((block) => ('toolUse' in block ? block.toolUse.input : undefined))).toEqual([
      named,
      named,
    ]);
    expect(warnings.filter((warning) => 'feature' in warning && warning.feature === 'tool calls')).toEqual([
      {
        type: 'compatibility',
        feature: 'tool calls',
        details: 'A member without a name is left out of the input of a call.',
      },
    ]);
  });

  it('a tool input that is no object is read, or wrapped', () => {
    const call = (toolCallId: string, input: unknown) => ({
      type: 'tool-call' as const,
      toolCallId,
      toolName: 'a',
      input,
    });
    const { content } = sent([
      call('1', '{"x":1}'),
      call('2', 'abc'),
      call('3', [1]),
      call('4', null),
      call('5', undefined),
    ]);
    expect(content?.map((block) => ('toolUse' in block ? block.toolUse.input : undefined))).toEqual([
      { x: 1 },
      { rawInvalidInput: 'abc' },
      { rawInvalidInput: [1] },
      {},
      {},
    ]);
  });

  it('files and foreign kinds are left out, each with a warning', () => {
    const file = {
      type: 'file' as const,
      mediaType: 'image/png',
      data: { type: 'data' as const, data: 'AAEC' },
    };
    expect(
      sent([
        text('a'),
        file,
        { ...file, type: 'reasoning-file' },
        { type: 'custom', kind: 'openai.compaction' },
      ]),
    ).toMatchObject({
      content: [{ text: 'a' }],
      warnings: [
        { type: 'unsupported', feature: 'assistant file' },
        { type: 'unsupported', feature: 'assistant reasoning-file' },
        { type: 'unsupported', feature: 'content of kind openai.compaction' },
      ],
    });
  });

  it('a block that came from Bedrock as a custom part goes back as it came', () => {
    const block = { searchResult: { source: 's', title: 't', content: [{ text: 'x' }] } };
    const custom = {
      type: 'custom' as const,
      kind: 'bedrock.searchResult' as const,
      providerOptions: { bedrock: { block } },
    };
    expect(sent([custom, text('a')]).content).toEqual([block, { text: 'a' }]);
  });

  it.each(['toolUse', 'toolResult', 'document'])(
    'a block of which %s is null has no such member, as AWS reads it, and nothing goes back of one that has no other',
    (name) => {
      const searchResult = { source: 's', title: 't', content: [{ text: 'x' }] };
      const custom = (block: JSONObject) => ({
        type: 'custom' as const,
        kind: `bedrock.${name}` as const,
        providerOptions: { bedrock: { block } },
      });
      const { content, warnings } = sent([
        custom({ [name]: null, searchResult }),
        custom({ [name]: null }),
        text('a'),
      ]);
      expect(content).toEqual([{ searchResult }, { text: 'a' }]);
      expect(warnings).toMatchObject([{ type: 'unsupported', feature: `content of kind bedrock.${name}` }]);
    },
  );

  it('a cited text goes back with its citations, or as text where the model does not cite', () => {
    const citations = [{ title: 'A', location: { documentPage: { documentIndex: 0, start: 1, end: 2 } } }];
    const cited = { ...text('so'), providerOptions: { bedrock: { citations } } };
    expect(sent([cited]).content).toEqual([{ citationsContent: { content: [{ text: 'so' }], citations } }]);
    expect(sent([cited], NOVA_PRO).content).toEqual([{ text: 'so' }]);
  });
});
