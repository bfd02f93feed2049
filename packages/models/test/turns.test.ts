// Where the assistant may speak: first in a conversation, and last, so that the model goes on.
import { expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

test.each([
  ['mistral.mistral-large-3-675b-instruct', false],
  ['mistral.ministral-3-14b-instruct', false],
  ['mistral.magistral-small-2509', false],
  ['mistral.devstral-2-123b', false],
  ['mistral.mistral-large-2402-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 'unknown'],
])('whether %s goes on where an answer was begun: %s', (id, prefill) => {
  expect(capabilitiesOf(id).prefill).toBe(prefill);
});

test.each([
  ['anthropic.claude-3-haiku-20240307-v1:0', false],
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', false],
  ['us.anthropic.claude-sonnet-4-6', 'unknown'],
  ['us.anthropic.claude-opus-4-8', false],
  ['us.anthropic.claude-opus-5-5', false],
  ['us.amazon.nova-2-lite-v1:0', 'unknown'],
])('text behind a tool use in a message of %s: %s', (id, textAfterUse) => {
  expect(capabilitiesOf(id).toolUse).toMatchObject({ textAfterUse });
});

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', true],
  ['us.anthropic.claude-opus-5-5', true],
  ['anthropic.claude-sonnet-4-20250514-v1:0', 'unknown'],
  ['qwen.qwen3-vl-235b-a22b', true],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
  ['amazon.nova-lite-v1:0', false],
  ['us.meta.llama4-maverick-17b-instruct-v1:0', false],
  ['us.mistral.pixtral-large-2502-v1:0', false],
  ['cohere.command-r-v1:0', false],
  ['ai21.jamba-1-5-large-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
])('whether the assistant may open a conversation with %s: %s', (id, assistantFirst) => {
  expect(capabilitiesOf(id)).toMatchObject({ assistantFirst });
});
