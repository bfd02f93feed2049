// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-scores.html
import { expect, it } from 'vitest';
import { severityOf } from '../../src/guardrails/severity.ts';

it('a severity is one of the six that AWS gives', () => {
  const scores = [0, 1, 2, 3, 4, 9].map((signs) => severityOf('VIOLENCE', 'kill '.repeat(signs)));
  expect(scores).toEqual([0, 0.6, 0.8, 1, 1, 1]);
});
