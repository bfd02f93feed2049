// Members of the request that are newer than the library.
import { describe, expect, it } from 'vitest';
import type { MappedModel, MappedRequest } from '../../src/index.ts';
import { bedrock, type Call, CLAUDE_4_5, NOVA_PRO, user } from '../messages.ts';
import { refusedBy, toUncheckedConverseRequest } from '../witness.ts';

// Without the check, which has AWS's rules of today.
function asked(options: object, call: Call = {}, model: MappedModel = { modelId: NOVA_PRO }): MappedRequest {
  const providerOptions = bedrock(options);
  return toUncheckedConverseRequest({ prompt: [user('hi')], ...call, providerOptions }, model);
}

describe('members of the request beyond the options', () => {
  it('stand beside those that the mapping writes, at every depth', () => {
    const guardrailConfig = { guardrailIdentifier: 'abc', guardrailVersion: '1' };
    const { request, warnings } = asked(
      {
        guardrailConfig,
        additionalRequestMembers: { laterMember: 1, guardrailConfig: { laterMember: true } },
      },
      { maxOutputTokens: 5 },
    );
    expect(request).toEqual({
      ...asked({ guardrailConfig }, { maxOutputTokens: 5 }).request,
      laterMember: 1,
      guardrailConfig: { ...guardrailConfig, laterMember: true },
    });
    expect(warnings).toEqual([]);
  });

  it('win over what the mapping writes, and over what the model is known to lack', () => {
    const members = { inferenceConfig: { maxTokens: 90_000 }, serviceTier: { type: 'reserved' } };
    const { request, warnings } = refusedBy(['max-tokens'], () =>
      asked({ additionalRequestMembers: members }, { temperature: 0.5 }),
    );
    expect(request).toMatchObject({ ...members, inferenceConfig: { maxTokens: 90_000, temperature: 0.5 } });
    expect(warnings).toEqual([]);
  });

  it('a tool of a new kind is one more tool', () => {
    const tools: Call['tools'] = [{ type: 'function', name: 'look', inputSchema: { type: 'object' } }];
    const later = { futureThing: { name: 'x' } };
    const { request } = asked({ additionalRequestMembers: { toolConfig: { tools: [later] } } }, { tools });
    expect(request.toolConfig?.tools).toEqual([
      ...(asked({}, { tools }).request.toolConfig?.tools ?? []),
      later,
    ]);
  });

  // The AI SDK asks for `auto` by itself.
  it.each([{ type: 'auto' }, { type: 'required' }, { type: 'tool', toolName: 'look' }] as const)(
    'a choice of a tool takes the place of %j',
    (toolChoice) => {
      const tools: Call['tools'] = [{ type: 'function', name: 'look', inputSchema: { type: 'object' } }];
      const later = { futureThing: {} };
      const options = { additionalRequestMembers: { toolConfig: { toolChoice: later } } };
      const { request } = asked(options, { tools, toolChoice });
      expect(request.toolConfig).toEqual({ ...asked({}, { tools }).request.toolConfig, toolChoice: later });
    },
  );

  it('of a call are laid over those of the model', () => {
    const settings = { additionalRequestMembers: { requestMetadata: { a: '1', b: '1' } } };
    const { request } = asked(
      { additionalRequestMembers: { requestMetadata: { a: '2' } } },
      {},
      { modelId: CLAUDE_4_5, settings },
    );
    expect(request).toMatchObject({ requestMetadata: { a: '2', b: '1' } });
  });

  it('are an error if they are no JSON object, or hold the prompt or the model', () => {
    for (const members of [
      { messages: [] },
      { modelId: 'other' },
      { messages: null },
      'text',
      [1],
      { a: 1n },
    ]) {
      expect(() => asked({ additionalRequestMembers: members })).toThrow(
        'providerOptions.bedrock.additionalRequestMembers must be a JSON object without modelId and messages',
      );
    }
  });
});
