import { capabilitiesOf } from '@bedrock-kit/models';
import { expect, test } from 'vitest';
import { memberAt } from '../src/rules/json.ts';
import { type ReasoningState, reasoningStateOf } from '../src/rules/reasoning-state.ts';
import type { Json } from '../src/values.ts';

const budget = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const adaptive = 'us.anthropic.claude-opus-4-6-v1';
const always = 'us.anthropic.claude-opus-5-5';
/** It thinks unless it is told not to. */
const byDefault = 'us.anthropic.claude-opus-5';
const nova2 = 'us.amazon.nova-2-lite-v1:0';
const gpt = 'us.openai.gpt-6-luna';

const cases: readonly (readonly [modelId: string, fields: Json | undefined, state: ReasoningState])[] = [
  ['amazon.nova-lite-v1:0', { thinking: { type: 'enabled', budget_tokens: 2000 } }, 'off'],
  ['us.deepseek.r1-v1:0', undefined, 'on'],
  [budget, undefined, 'off'],
  [budget, { thinking: { type: 'enabled', budget_tokens: 2000 } }, 'on'],
  [budget, { thinking: { budget_tokens: 2000 } }, 'on'],
  [budget, { thinking: { type: 'disabled' } }, 'off'],
  // The other name by which Converse takes it.
  [budget, { reasoning_config: { type: 'enabled', budget_tokens: 2000 } }, 'on'],
  [budget, { reasoning_config: { type: 'enabled' }, thinking: { type: 'disabled' } }, 'off'],
  [budget, { reasoning_config: 'high' }, 'off'],
  ['deepseek.v3.2', { reasoning_config: 'high' }, 'on'],
  [budget, [], 'off'],
  [budget, { top_k: 5 }, 'off'],
  [adaptive, undefined, 'off'],
  [adaptive, { thinking: { type: 'adaptive' } }, 'on'],
  [adaptive, { thinking: { type: 'enabled', budget_tokens: 2000 } }, 'on'],
  [adaptive, { thinking: { type: 'enabled' } }, 'on'],
  [adaptive, { output_config: { effort: 'low' } }, 'off'],
  [always, undefined, 'on'],
  [always, { thinking: { type: 'disabled' } }, 'on'],
  [byDefault, undefined, 'on'],
  [byDefault, { thinking: { type: 'disabled' } }, 'off'],
  [nova2, undefined, 'off'],
  [nova2, { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }, 'on'],
  [nova2, { reasoningConfig: { type: 'disabled' } }, 'off'],
  [gpt, undefined, 'on'],
  [gpt, { reasoning: { effort: 'none' } }, 'off'],
  [gpt, { reasoning: { effort: 'high' } }, 'on'],
  ['a-model-that-nobody-knows', { thinking: { type: 'enabled' } }, 'unknown'],
];

test.each(cases)('%s with %j reasons: %s', (modelId, fields, state) => {
  expect(reasoningStateOf(fields, capabilitiesOf(modelId).reasoning)).toBe(state);
});

test('a record that is not in the table is read by its own members', () => {
  const record = capabilitiesOf('us.anthropic.claude-sonnet-5-5').reasoning;
  const seldom = { ...record, byDefault: false } as typeof record;
  expect(reasoningStateOf({ thinking: { type: 'between_tools' } }, seldom)).toBe('on');
  expect(reasoningStateOf({ thinking: { type: 'seldom' } }, seldom)).toBe('off');
  expect(reasoningStateOf({}, { ...record, byDefault: 'unknown' } as typeof record)).toBe('unknown');
});

test('a path leads through objects of the request alone', () => {
  const fields: Json = { a: { b: [{ c: 1 }] }, n: null };
  expect(memberAt(fields, ['a', 'b'])).toEqual([{ c: 1 }]);
  expect(memberAt(fields, [])).toBe(fields);
  for (const path of [['a', 'b', '0'], ['n', 'x'], ['constructor'], ['a', 'toString'], ['x']]) {
    expect(memberAt(fields, path)).toBeUndefined();
  }
});
