/**
 * ApplyGuardrail, with the guardrails of the options.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
 */
import type { ApplyGuardrailRequest, ApplyGuardrailResponse } from '@bedrock-kit/protocol';
import { applied, appliedGuardrail } from '../guardrails/applied.ts';
import { assess, reasonOf } from '../guardrails/assess.ts';
import { characters, isGuarded } from '../guardrails/guarded-text.ts';
import { qualifiedText, textOf } from '../guardrails/qualified-text.ts';
import type { OperationHandler } from './operation.ts';

export const answerApplyGuardrail: OperationHandler<ApplyGuardrailRequest> = ({ input, bedrock }) => {
  const { guardrailIdentifier, guardrailVersion, source, content, outputScope } = input;
  const settings = bedrock.guardrails.find(
    guardrailIdentifier,
    guardrailVersion,
    'ResourceNotFoundException',
  );
  const guarded = content.filter(isGuarded);
  const texts = guarded.map(textOf);
  const verdict = assess(
    {
      text: texts.join('\n'),
      coverage: { guarded: characters(texts), total: characters(content.map(textOf)) },
      groundingSource: qualifiedText(content, 'grounding_source'),
      query: qualifiedText(content, 'query'),
    },
    settings,
    source,
    outputScope === 'FULL',
  );
  const outputs = verdict.blocked
    ? [verdict.text]
    : guarded
        .filter((block) => 'text' in block)
        .map((block) => assess({ text: textOf(block) }, settings, source).text);
  const images = content.filter((block) => 'image' in block).length;
  const coverage = verdict.assessment.invocationMetrics?.guardrailCoverage;
  const output: ApplyGuardrailResponse = {
    usage: verdict.usage,
    action: verdict.action,
    actionReason: reasonOf(verdict),
    // What is masked comes back as it was sent, what is said instead as one text:
    // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-independent-api.html
    outputs: verdict.action === 'NONE' ? [] : outputs.map((text) => ({ text })),
    // https://github.com/Arize-ai/openinference/blob/main/python/instrumentation/openinference-instrumentation-bedrock/tests/openinference/instrumentation/bedrock/cassettes/test_apply_guardrails.yaml
    assessments: [
      applied(verdict.assessment, appliedGuardrail(guardrailIdentifier, guardrailVersion, bedrock)),
    ],
    guardrailCoverage: { ...coverage, ...(images > 0 ? { images: { guarded: 0, total: images } } : {}) },
  };
  return Promise.resolve({ kind: 'json', output });
};
