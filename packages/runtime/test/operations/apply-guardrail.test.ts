// What becomes of the answer of ApplyGuardrail.
import { expect, test } from 'vitest';
import { json } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';

// https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/test_apply_success_guardrails.yaml
test('a null in the answer of a guardrail is a member that is absent', async () => {
  const entities = [{ action: 'NONE', detected: false, match: '', type: 'EMAIL' }];
  const { runtime } = setUp(
    json({
      action: 'NONE',
      assessments: [
        { wordPolicy: null, sensitiveInformationPolicy: { piiEntities: entities, regexes: null } },
      ],
      blockedResponse: null,
      guardrailCoverage: { images: null, textCharacters: { guarded: 0, total: 2 } },
      outputs: [],
    }),
  );
  const { body } = await runtime.applyGuardrail({
    guardrailIdentifier: 'g',
    guardrailVersion: '1',
    source: 'INPUT',
    content: [{ text: { text: 'hi' } }],
  });
  expect(body).toStrictEqual({
    action: 'NONE',
    assessments: [{ sensitiveInformationPolicy: { piiEntities: entities } }],
    guardrailCoverage: { textCharacters: { guarded: 0, total: 2 } },
    outputs: [],
  });
});
