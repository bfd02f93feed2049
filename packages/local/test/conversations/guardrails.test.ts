// Which guardrail a conversation asks for, and how much it is told of it.
import { expect, it } from 'vitest';
import { refusalOf } from '../invoke-model.ts';
import { guardedBench, guardrailConfig } from './guarded-bench.ts';

const { converse } = guardedBench();

// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-independent-api.html
it('the trace is there when asked for, with all but words that was looked for when asked for in full', async () => {
  const disabled = { ...guardrailConfig, trace: 'disabled' as const };
  expect((await converse('echo hi', { guardrailConfig: disabled })).trace).toBeUndefined();
  const full = { ...guardrailConfig, trace: 'enabled_full' as const };
  const { trace } = await converse('echo hi', { guardrailConfig: full });
  const { topicPolicy, wordPolicy, sensitiveInformationPolicy } = trace?.inputAssessment?.['gr1'] ?? {};
  const nothing = { action: 'NONE', detected: false };
  expect(topicPolicy?.topics).toEqual([{ name: 'Investment', type: 'DENY', ...nothing }]);
  expect(sensitiveInformationPolicy?.piiEntities).toEqual([
    { match: '', type: 'EMAIL', ...nothing },
    { match: '', type: 'US_SOCIAL_SECURITY_NUMBER', ...nothing },
  ]);
  expect(wordPolicy).toBeUndefined();
});

it('a guardrail or version that does not exist is refused', async () => {
  for (const wrong of [{ guardrailIdentifier: 'gr9' }, { guardrailVersion: '7' }]) {
    expect(await refusalOf(converse('hi', { guardrailConfig: { ...guardrailConfig, ...wrong } }))).toBe(
      'ValidationException: The guardrail identifier or version provided in the request does not exist.',
    );
  }
});
