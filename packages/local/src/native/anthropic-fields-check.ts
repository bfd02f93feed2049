/**
 * What Claude says of the fields that Converse passes on to it, where these are of a form that it does not take.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { type ConverseRequest, refusalOf, validateConverse } from '@bedrock-kit/protocol';
import { isObject, memberAt, objectsIn } from '../json.ts';
import { withOwnTools } from '../language/own-tools.ts';
import { ServiceError } from '../service-error.ts';
import { lacksBeta, saying } from './anthropic-check.ts';
import { checkContextManagement } from './anthropic-context-check.ts';
import { checkToolChoice } from './anthropic-tools.ts';
import { inFrame } from './model-refusals.ts';
import type { ReadContext } from './native-body.ts';

/** @throws {ServiceError} `ValidationException` */
export function checkAnthropicFields(request: ConverseRequest, { models, rules }: ReadContext): void {
  const { modelId, additionalModelRequestFields: fields, toolConfig } = request;
  const capabilities = models.capabilities(modelId);
  if (rules === 'off' || capabilities.vendor !== 'anthropic' || !isObject(fields)) return;
  const { tool_choice = null, tools = [] } = fields;
  const specs = (toolConfig?.tools ?? []).flatMap((tool) => ('toolSpec' in tool ? [tool.toolSpec] : []));
  const all = [...specs.map(({ name }) => ({ name })), ...objectsIn(tools)];
  // One without a type goes with Converse's own choice.
  const isWhole = memberAt(tool_choice, ['type']) !== undefined || toolConfig?.toolChoice === undefined;
  try {
    const name = 'context_management';
    if (fields[name] !== undefined && lacksBeta(name, fields))
      throw saying(`${name}: Extra inputs are not permitted`);
    checkContextManagement(fields, capabilities.baseModelId ?? modelId, capabilities);
    checkToolChoice({ tools: all, ...(isWhole && { tool_choice }) });
  } catch (error) {
    throw inFrame(error);
  }
  if (tool_choice !== null) checkForced(withOwnTools(request, capabilities), capabilities);
}

/** The rules about a forced choice, which look for it at Converse's place. */
const ofChoice: readonly string[] = ['forced-tool-while-reasoning', 'tool-choice-supported'];

function checkForced(request: ConverseRequest, capabilities: ModelCapabilities): void {
  const violations = validateConverse(request, capabilities).filter(({ rule }) => ofChoice.includes(rule));
  const refusal = refusalOf(violations);
  if (refusal !== undefined) throw new ServiceError(refusal.code, refusal.message);
}
