// Ids of calls: legal for the model, the same for a call and its result, different for different calls.
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, user } from '../messages.ts';
import { calls, messages, MISTRAL, results } from './tool-turns.ts';

describe('the id of a call', () => {
  const idsOf = (ids: string[], model: string) =>
    messages([user('x'), calls(...ids), results(...ids)], model)
      .messages.slice(1)
      .map(({ content }) =>
        content.map((block) =>
          'toolUse' in block
            ? block.toolUse.toolUseId
            : 'toolResult' in block
              ? block.toolResult.toolUseId
              : '',
        ),
      );

  it('stays when the model takes it', () => {
    expect(idsOf(['tooluse_AbC-1', 'f.search:0'], 'moonshotai.kimi-k2.5')[0]).toEqual([
      'tooluse_AbC-1',
      'f.search:0',
    ]);
    expect(idsOf(['tooluse_AbC-1', 'f.search:0'], CLAUDE_4_5)[0]).toEqual(['tooluse_AbC-1', 'f_search_0']);
  });

  it('of another provider becomes legal, the same for the call and its result', () => {
    const [call, result] = idsOf(['call_1|fc_1', 'x'.repeat(70), '', 'ä'], CLAUDE_4_5);
    expect(call).toEqual([
      'call_1_fc_1',
      expect.stringMatching(/^x{56}\w{8}$/),
      expect.stringMatching(/^\w$/),
      '_',
    ]);
    expect(result).toEqual(call);
  });

  it('has nine letters and digits for Mistral, different ones for different calls', () => {
    const [call, result] = idsOf(['tooluse_aaaaaaaaa1', 'tooluse_aaaaaaaaa2', 'abcdefgh1'], MISTRAL);
    for (const id of call ?? []) expect(id).toMatch(/^[a-zA-Z0-9]{9}$/);
    expect(new Set(call).size).toBe(3);
    expect(call?.[2]).toBe('abcdefgh1');
    expect(result).toEqual(call);
  });

  it('that comes again in a later turn is another call', () => {
    const { messages: sent, features } = messages([
      user('x'),
      calls('f:0'),
      results('f:0'),
      calls('f:0'),
      results('f:0'),
    ]);
    expect(sent[3]?.content).toEqual([{ toolUse: { toolUseId: 'f_0_2', name: 'a', input: {} } }]);
    expect(sent[4]?.content).toEqual([{ toolResult: { toolUseId: 'f_0_2', content: [{ text: 'r f:0' }] } }]);
    expect(features).toEqual([]);
  });
});
