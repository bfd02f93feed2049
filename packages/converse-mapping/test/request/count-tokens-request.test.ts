import { capabilitiesOf } from '@bedrock-kit/models';
import { validateCountTokens } from '@bedrock-kit/protocol';
import { expect, it } from 'vitest';
import { toCountTokensRequest } from '../witness.ts';
import { CLAUDE_4_5, map, PROFILE, user } from '../messages.ts';

it('the tokens of a call are counted on what would be sent, without what does not count', () => {
  const { request } = map({
    prompt: [{ role: 'system', content: 's' }, user('x')],
    tools: [{ type: 'function', name: 'a', inputSchema: {} }],
    maxOutputTokens: 9,
    topK: 5,
    providerOptions: { bedrock: { requestMetadata: { a: 'b' } } },
  });
  const counted = toCountTokensRequest(request);
  expect(counted).toEqual({
    modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    input: {
      converse: {
        system: [{ text: 's' }],
        messages: [{ role: 'user', content: [{ text: 'x' }] }],
        toolConfig: {
          tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object', properties: {} } } } }],
        },
        additionalModelRequestFields: { top_k: 5 },
      },
    },
  });
  const refused = validateCountTokens(counted, capabilitiesOf(CLAUDE_4_5)).map(({ rule }) => rule);
  expect(refused.filter((rule) => rule !== 'operation-supported')).toEqual([]);
});

it('an ARN that hides its model is sent as it is', () => {
  expect(toCountTokensRequest(map({}, PROFILE).request).modelId).toBe(PROFILE);
});
