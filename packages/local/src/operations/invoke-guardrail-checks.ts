/**
 * InvokeGuardrailChecks: personal data by pattern, and the other checks by a few words that speak for themselves.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-using.html
 */
import type {
  GuardrailChecksSensitiveInformationResultEntry,
  InvokeGuardrailChecksRequest,
  InvokeGuardrailChecksResponse,
} from '@bedrock-kit/protocol';
import { textUnits } from '../guardrails/assess.ts';
import { severityOf } from '../guardrails/severity.ts';
import { findPii } from '../guardrails/pii-patterns.ts';
import type { OperationHandler } from './operation.ts';

export const answerInvokeGuardrailChecks: OperationHandler<InvokeGuardrailChecksRequest> = ({ input }) => {
  const { contentFilter, promptAttack, sensitiveInformation } = input.checks;
  const text = input.messages.flatMap(({ content }) => content.map((block) => block.text)).join('\n');
  const usage = { textUnits: textUnits(text) };
  const output: InvokeGuardrailChecksResponse = { results: {}, usage: {} };
  const score = <Category extends string>({ category }: { readonly category: Category }) => ({
    category,
    severityScore: severityOf(category, text),
  });
  if (contentFilter !== undefined) {
    output.results.contentFilter = { results: contentFilter.categories.map(score) };
    output.usage.contentFilter = usage;
  }
  if (promptAttack !== undefined) {
    output.results.promptAttack = { results: promptAttack.categories.map(score) };
    output.usage.promptAttack = usage;
  }
  if (sensitiveInformation !== undefined) {
    const types = sensitiveInformation.entities.map(({ type }) => type);
    output.results.sensitiveInformation = { results: sensitive(input, types), truncated: false };
    output.usage.sensitiveInformation = usage;
  }
  return Promise.resolve({ kind: 'json', output });
};

type EntityType = GuardrailChecksSensitiveInformationResultEntry['type'];

function sensitive(
  { messages }: InvokeGuardrailChecksRequest,
  types: readonly EntityType[],
): GuardrailChecksSensitiveInformationResultEntry[] {
  return messages.flatMap(({ content }, messageIndex) =>
    content.flatMap(({ text }, contentIndex) =>
      types.flatMap((type) =>
        findPii(text, [type]).map(({ begin: beginOffset, end: endOffset }) => ({
          type,
          // A pattern is found or it is not.
          confidenceScore: 1,
          beginOffset,
          endOffset,
          messageIndex,
          contentIndex,
        })),
      ),
    ),
  );
}
