// Whether AWS would take a Converse, ConverseStream or CountTokens request, and if not, why not.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import { checkLimits, isWellFormed } from './limits.ts';
import { readModelId } from './rules/call.ts';
import { converseRules } from './rules/converse-rules.ts';
import { type Conversation, readConversation } from './rules/conversation.ts';
import { memberOf } from './rules/member.ts';
import { checkRules } from './rules/rule.ts';
import {
  ConverseRequest as ConverseShape,
  ConverseStreamRequest as ConverseStreamShape,
} from './shapes/converse.ts';
import { CountTokensRequest as CountTokensShape } from './shapes/count-tokens.ts';
import type { ConverseRequest, ConverseStreamRequest } from './types/converse.ts';
import type { CountTokensRequest } from './types/count-tokens.ts';
import { checkModel, type ValidationOptions } from './validate-call.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/**
 * Returns everything for which AWS would refuse a Converse request, in AWS's order: the constraints of the service model,
 * then the rules. A rule about something that `capabilities` calls `'unknown'` refuses nothing. If a required member is
 * missing or a value has the wrong type, the rules are not asked.
 *
 * @param capabilities what the model can do: `capabilitiesOf(modelId)` of `@bedrock-kit/models`
 * @param options whether to check as well that AWS serves the model in this way today
 * @returns the violations; an empty list for a request that AWS is expected to accept
 */
export function validateConverse(
  request: DeepReadonly<ConverseRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = checkLimits(ConverseShape, request);
  if (isWellFormed(violations))
    checkConversation(readConversation('Converse', request, capabilities), violations, options);
  return violations;
}

/** {@link validateConverse} for ConverseStream. */
export function validateConverseStream(
  request: DeepReadonly<ConverseStreamRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = checkLimits(ConverseStreamShape, request);
  if (isWellFormed(violations))
    checkConversation(readConversation('ConverseStream', request, capabilities), violations, options);
  return violations;
}

/** {@link validateConverse} for CountTokens: the rules of Converse apply to an input that is a Converse request. */
export function validateCountTokens(
  request: DeepReadonly<CountTokensRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = checkLimits(CountTokensShape, request);
  if (!isWellFormed(violations)) return violations;
  const { modelId, input } = request;
  const [kind, counted] = memberOf(input);
  if (kind === 'converse') {
    // A whole request of Converse has more members, which AWS does not read here.
    const { messages, system, toolConfig, additionalModelRequestFields } = counted;
    const shown = { modelId, messages, system, toolConfig, additionalModelRequestFields };
    const conversation = readConversation('CountTokens', shown, capabilities);
    checkConversation(conversation, violations, options, 'input.converse.');
  } else {
    checkModel({ operation: 'CountTokens', model: readModelId(modelId), capabilities }, violations, options);
  }
  return violations;
}

/** Asks the rules about the model, then those about the conversation; `prefix` goes before each path of the latter. */
function checkConversation(
  conversation: Conversation,
  violations: Violation[],
  options?: ValidationOptions,
  prefix?: string,
): void {
  checkModel(conversation, violations, options);
  checkRules(converseRules, { ...conversation, region: options?.region }, violations, prefix);
}
