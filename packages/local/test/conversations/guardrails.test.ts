// Which guardrail a conversation asks for, and how much it is told of it.
import { expect, it } from 'vitest';
import { refusalOf } from '../invoke-model.ts';
import { guardedBench, guardrailConfig } from './guarded-bench.ts';

const { converse } = guardedBench();

it('the trace is there when asked for, with everything that was looked for when asked for in full', async () => {
  const disabled = { ...guardrailConfig, trace: 'disabled' as const };
  expect((await converse('echo hi', { guardrailConfig: disabled })).trace).toBeUndefined();
  const full = { ...guardrailConfig, trace: 'enabled_full' as const };
  const { trace } = await converse('echo hi', { guardrailConfig: full });
  expect(trace?.inputAssessment?.['gr1']?.wordPolicy?.customWords).toEqual([
    { match: 'gold', action: 'NONE', detected: false },
  ]);
});

it('a guardrail or version that does not exist is refused', async () => {
  for (const wrong of [{ guardrailIdentifier: 'gr9' }, { guardrailVersion: '7' }]) {
    expect(await refusalOf(converse('hi', { guardrailConfig: { ...guardrailConfig, ...wrong } }))).toBe(
      'ValidationException: The guardrail identifier or version provided in the request does not exist.',
    );
  }
});
