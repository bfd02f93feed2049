/**
 * Puts a request through protocol's limits and rules, and answers with the error that AWS would give.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import {
  isLimit,
  type Operation,
  type OperationRequests,
  refusalOf,
  validateRequest,
  type Violation,
} from '@bedrock-kit/protocol';
import type { Bedrock } from '../bedrock.ts';
import { wayOn } from '../models/gate.ts';
import { ServiceError } from '../service-error.ts';

/**
 * First the limits of the service model, then whether the model is there, then the rules.
 *
 * @throws {ServiceError} with every other violation in its hint
 */
export function enforce(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  bedrock: Bedrock,
): void {
  const modelId = modelOf(input);
  const capabilities = bedrock.models.capabilities(modelId ?? noModel);
  const found = violationsOf(operation, input, bedrock, capabilities);
  // A model of the user's own has no end of life.
  const isOwn = modelId !== undefined && bedrock.models.find(modelId) !== undefined;
  const violations = isOwn ? found.filter(({ rule }) => rule !== 'model-end-of-life') : found;
  refuse(violations.filter(isLimit), capabilities);
  if (modelId !== undefined) bedrock.models.admit(modelId);
  if (bedrock.rules === 'aws') refuse(violations, capabilities);
}

/** An id of the right form for operations without a model. Their rules do not look at it. */
const noModel = 'none';

/** The model of a call: in the path, in the body, or in the configuration of Rerank. */
function modelOf(input: Readonly<Record<string, unknown>>): string | undefined {
  const { modelId, rerankingConfiguration } = input as {
    modelId?: unknown;
    rerankingConfiguration?: {
      bedrockRerankingConfiguration?: { modelConfiguration?: { modelArn?: unknown } };
    };
  };
  const id = modelId ?? rerankingConfiguration?.bedrockRerankingConfiguration?.modelConfiguration?.modelArn;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function violationsOf(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  bedrock: Bedrock,
  capabilities: ModelCapabilities,
): Violation[] {
  // Whether the input has the shape of its operation is what the limits check first.
  const request = input as unknown as OperationRequests[Operation['name']];
  return validateRequest(operation.name, request, capabilities, {
    availability: bedrock.availability === 'aws',
    region: bedrock.region,
  });
}

function refuse(violations: readonly Violation[], capabilities: ModelCapabilities): void {
  const refusal = refusalOf(violations);
  if (refusal === undefined) return;
  const hint = violations
    .map(({ path, rule, evidence }) => {
      const place = `${path || 'request'}: ${rule} (${evidence})`;
      return rule === 'model-end-of-life' ? `${place}. ${end(capabilities)}` : place;
    })
    .join('; ');
  throw new ServiceError(refusal.code, refusal.message, { hint });
}

/** Models end by the clock: whoever reads this may have changed nothing since the test passed. */
function end(capabilities: ModelCapabilities): string {
  const { name, lifecycle } = capabilities;
  const day = lifecycle.endOfLife === undefined ? '' : ` Its last day was ${lifecycle.endOfLife}.`;
  return `${name} has ended.${day} ${wayOn(capabilities)}`;
}
