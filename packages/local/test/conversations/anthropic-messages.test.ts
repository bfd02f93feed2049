// What Anthropic's own body says of itself, of its model and of the cache, and what is malformed in it.
import { expect, it, test } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { refusalOf } from '../invoke-model.ts';
import { anthropicBench, bodyOf } from './anthropic-bench.ts';

const { invoke, stream } = anthropicBench();

test('a message names its model as Anthropic does, whatever it was asked for by', async () => {
  const hidden = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
  const bedrock = createLocalBedrock({
    auth: 'off',
    availability: 'ignore',
    baseModels: { [hidden]: 'anthropic.claude-opus-4-6-v1' },
  });
  const named = async (model: string): Promise<unknown> => {
    const body = bodyOf({ messages: [{ role: 'user', content: 'hi' }] });
    const url = `http://bedrock/model/${encodeURIComponent(model)}/invoke`;
    const response = await bedrock.fetch(url, { method: 'POST', body });
    return ((await response.json()) as { model: unknown }).model;
  };
  expect([
    await named(hidden),
    await named('anthropic.claude-3-5-sonnet-20241022-v2:0'),
    await named('us.anthropic.claude-sonnet-4-6'),
    await named('anthropic.claude-3-haiku-20240307-v1:0'),
  ]).toEqual([
    'claude-opus-4-6',
    'claude-3-5-sonnet-20241022',
    'claude-sonnet-4-6',
    'claude-3-haiku-20240307',
  ]);
});

// https://github.com/pydantic/pydantic-ai/blob/main/tests/models/anthropic/cassettes/test_carried_thinking/test_carried_thinking_accepted_on_bedrock_transport.yaml
test('a message of Claude 4.5 and later has details of its end, none of earlier ones does', async () => {
  const bedrock = createLocalBedrock({ auth: 'off', availability: 'ignore' });
  const detailsOf = async (model: string): Promise<unknown> => {
    const body = bodyOf({ messages: [{ role: 'user', content: 'hi' }] });
    const url = `http://bedrock/model/${encodeURIComponent(model)}/invoke`;
    const response = await bedrock.fetch(url, { method: 'POST', body });
    return ((await response.json()) as { stop_details?: unknown }).stop_details;
  };
  expect([
    await detailsOf('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    await detailsOf('global.anthropic.claude-opus-5'),
    await detailsOf('us.anthropic.claude-opus-4-1-20250805-v1:0'),
    await detailsOf('us.anthropic.claude-sonnet-4-20250514-v1:0'),
    await detailsOf('anthropic.claude-3-haiku-20240307-v1:0'),
  ]).toEqual([null, null, undefined, undefined, undefined]);
});

// Where Converse finds it too: github.com/BerriAI/litellm, litellm/llms/bedrock/chat
test('the usage counts what was thought, and says nothing of it where nothing was', async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { usage } = await invoke({ messages, thinking: { type: 'enabled', budget_tokens: 1024 } });
  const { output_tokens_details: details } = usage as { output_tokens_details: { thinking_tokens: number } };
  expect(details).toEqual({ thinking_tokens: expect.any(Number) as number });
  expect(details.thinking_tokens).toBe((usage['output_tokens'] as number) - 1);
  expect((await invoke({ messages })).usage).not.toHaveProperty('output_tokens_details');
});

it('cache_control caches, and the usage tells by how long', async () => {
  const text = Array.from({ length: 5000 }, () => 'stone').join(' ');
  const system = [{ type: 'text', text, cache_control: { type: 'ephemeral', ttl: '1h' } }];
  const messages = [{ role: 'user', content: 'echo hi' }];
  const first = await invoke({ system, messages });
  expect(first.usage).toEqual({
    input_tokens: 2,
    cache_creation_input_tokens: 5000,
    cache_read_input_tokens: 0,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 5000 },
    output_tokens: 1,
  });
  const [start] = await stream({ system, messages });
  expect(start?.['message']).toMatchObject({
    usage: {
      input_tokens: 2,
      cache_read_input_tokens: 5000,
      cache_creation_input_tokens: 0,
      output_tokens: 1,
    },
  });
});

it("answers the documented version and the one that Anthropic's own client says, and no other", async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ anthropic_version: '2026-10-21', messages });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
  expect(await refusalOf(invoke({ anthropic_version: '2023-06-01', messages }))).toBe(
    'ValidationException: Malformed input request: #/anthropic_version: "2023-06-01" is not a valid enum value, please reformat your input and try again.',
  );
});

it('as many tokens as the model writes may be asked for, and no more', async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ max_tokens: 64_000, messages });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
  expect(await refusalOf(invoke({ max_tokens: 64_001, messages }))).toBe(
    'ValidationException: The maximum tokens you requested exceeds the model limit of 64000',
  );
});

it.each([
  [{ role: 'system', content: 'echo hi' }, '#/messages/0/role: system is not a valid enum value'],
  [{ role: 'user' }, '#/messages/0: required key [content] not found'],
  [{ content: 'echo hi' }, '#/messages/0: required key [role] not found'],
])('a message %j is malformed', async (message, violation) => {
  expect(await refusalOf(invoke({ messages: [message] }))).toBe(
    `ValidationException: Malformed input request: ${violation}, please reformat your input and try again.`,
  );
});
