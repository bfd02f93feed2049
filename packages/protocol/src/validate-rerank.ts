// Whether AWS would take a Rerank request.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import { checkLimits, isWellFormed } from './limits.ts';
import { readModelId } from './rules/call.ts';
import { rerankDocumentType } from './rules/invoke/rerank-document-type.ts';
import { rerankModelArn } from './rules/invoke/rerank-model-arn.ts';
import { rerankResultCount } from './rules/invoke/rerank-result-count.ts';
import { checkRules, type Rule } from './rules/rule.ts';
import { RerankRequest as RerankShape } from './shapes/rerank.ts';
import type { RerankRequest } from './types/rerank.ts';
import { checkModel, type ValidationOptions } from './validate-call.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/** The rules of Rerank, beside those about the model. */
export const rerankRules: readonly Rule<RerankRequest>[] = [
  rerankModelArn,
  rerankDocumentType,
  rerankResultCount,
];

/** Everything for which AWS would refuse a Rerank request. The model is the one that `modelArn` names. */
export function validateRerank(
  request: DeepReadonly<RerankRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = checkLimits(RerankShape, request);
  if (!isWellFormed(violations)) return violations;
  const { modelArn } = request.rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration;
  checkModel({ operation: 'Rerank', model: readModelId(modelArn), capabilities }, violations, options);
  checkRules(rerankRules, request as RerankRequest, violations); // no rule changes it
  return violations;
}
