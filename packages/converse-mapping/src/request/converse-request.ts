// The AI SDK's call as a Converse request: each concern converts its own part, this file puts them together.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { JSONObject, LanguageModelV4CallOptions, SharedV4Warning } from '@ai-sdk/provider';
import { generateId } from '@ai-sdk/provider-utils';
import { languageCapabilitiesOf } from '@bedrock-kit/models';
import type { ConverseStreamRequest } from '@bedrock-kit/protocol';
import type { MappingContext } from '../context.ts';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { cachePointOf, readCallOptions } from '../read-options.ts';
import { anthropicOptions } from '../provider-keys.ts';
import { type UnknownRecord, without, withoutUndefined } from '../record.ts';
import { repaired, unsupported, type Warnings } from '../warnings.ts';
import { mergeFields } from './additional-fields.ts';
import { settleCachePoints } from './cache-points.ts';
import { checkCall } from './call-shape.ts';
import { citedDocuments } from './cited-documents.ts';
import { type Conversation, newConversation, usesTools } from './conversation.ts';
import { invalidPrompt } from './errors.ts';
import { finite } from './json-schema.ts';
import { mayBeClaude, resolveBaseModelId } from './model-family.ts';
import { passedOn } from './passed-on.ts';
import { settlePrefill } from './prefill.ts';
import { convertPrompt } from './prompt.ts';
import { restrictToPrompt } from './prompt-resource.ts';
import { planReasoning, type ReasoningPlan } from './reasoning.ts';
import { withThinking } from './reasoning-fields.ts';
import { breaksReasoningRule, dropLateReasoning, isByBudget } from './reasoning-history.ts';
import { RequestOrigin } from './request-origin.ts';
import { planResponseFormat, type ResponseFormatPlan, type ResponseFormatRules } from './response-format.ts';
import { convertSettings } from './settings.ts';
import { addInstruction, settleSystem } from './system.ts';
import { chooseTool, type Chosen } from './tool-choice.ts';
import { hasToolHistory, toolHistoryAsText } from './tool-history.ts';
import { convertTools, settleStrict } from './tools.ts';
import { settleToolTurns } from './turns.ts';

/** The model that a call goes to. */
export interface MappedModel {
  /** A model id, inference profile or ARN. It becomes part of the request's path. */
  readonly modelId: string;
  /** The model behind an ARN that hides it. The option of the same name wins. */
  readonly baseModelId?: string | undefined;
  /** Defaults that the call's `providerOptions.bedrock` override. */
  readonly settings?: BedrockLanguageModelOptions | undefined;
}

/** How to map a call. */
export interface RequestOptions {
  /** Whether the request goes to ConverseStream. Default: `false`. */
  readonly stream?: boolean | undefined;
  /** Makes ids for blocks and sources, and for tool calls that come without one. Default: the AI SDK's `generateId`. */
  readonly generateId?: (() => string) | undefined;
  /** `false` leaves out the reasoning of earlier turns, for use after a refusal that `refusesPriorReasoning` recognises. Default: `true`. */
  readonly priorReasoning?: boolean | undefined;
}

/** A call of the AI SDK as a Bedrock request, and what is needed to read the answer. */
export interface MappedRequest {
  /** The request for Converse or, with `stream`, for ConverseStream. Bytes are the caller's own, neither copied nor encoded. */
  readonly request: ConverseStreamRequest;
  /** What was left out of the call or changed, because the model or Converse does not take it. */
  readonly warnings: SharedV4Warning[];
  /** `false` if the model cannot stream with these tools: send the request to Converse, and use `streamPartsOfResponse`. */
  readonly mayStream: boolean;
  /** Pass this to `fromConverseResponse` or `createStreamMapper`. */
  readonly context: MappingContext;
  /** What `checkConverseRequest` and `explainRefusal` need. */
  readonly origin: RequestOrigin;
}

/**
 * Turns a call into a Bedrock request, without checking it against Bedrock's rules. Pure and synchronous; the call is not changed. What can
 * be repaired is repaired. `checkConverseRequest` of the entry `@bedrock-kit/converse-mapping/preflight` is the check, which adds 20 kB to a
 * bundle; `toConverseRequest` does both.
 *
 * @throws InvalidArgumentError for an option of the wrong type, and for a promise where JSON is sent, with its path.
 * @throws UnsupportedFunctionalityError for a file that Bedrock has no form for, with its place in the prompt.
 * @throws InvalidPromptError for a conversation without a message, and for a prefill if the option `prefill` is `error`.
 */
export function toUncheckedConverseRequest(
  call: LanguageModelV4CallOptions,
  model: MappedModel,
  { stream = false, generateId: newId = generateId, priorReasoning = true }: RequestOptions = {},
): MappedRequest {
  const { modelId } = model;
  const { prompt } = call;
  const given: Warnings = new Map();
  checkCall(call, given);
  const read = readCallOptions(call.providerOptions, model.settings, given);
  const baseModelId = resolveBaseModelId(read, model);
  const capabilities = languageCapabilitiesOf(modelId, { baseModelId });
  const claude = mayBeClaude({ capabilities }) && anthropicOptions(call.providerOptions);
  const options = withThinking({ ...claude, ...read }, capabilities.reasoning);
  const conversation = newConversation(capabilities, given, priorReasoning, options.preflight === 'warn');
  // A slip in it, such as a missing vendor, would silently cost all that the model can do.
  if (baseModelId !== undefined && capabilities.match === 'none') {
    const details = `Nothing is known of "${baseModelId}". Give its id on Bedrock, such as "anthropic.claude-sonnet-4-5".`;
    unsupported(conversation, 'baseModelId', details);
  }

  const { fields, format, reasoning, toolConfig } = planCall(call, options, stream, conversation);
  const { isPrompt, system, toolUse, turns } = conversation;
  const mayStream = isPrompt || !toolConfig || toolUse?.streaming !== false;
  const target = { stream: stream && mayStream, thinks: reasoning.active, textFormat: format?.textFormat };
  const settings = convertSettings(call, options, reasoning, conversation);
  const added = [settings.fields, reasoning.fields, fields, format?.fields ?? {}];
  const all: Omit<ConverseStreamRequest, 'modelId'> = {
    system: system.length > 0 ? system : undefined,
    messages: turns.length > 0 ? turns : undefined,
    inferenceConfig: settings.inferenceConfig,
    toolConfig,
    additionalModelRequestFields: modelFields(options, added, conversation),
    ...passedOn(options, target, conversation),
  };
  const allowed = restrictToPrompt(all, conversation);
  const request: ConverseStreamRequest = {
    modelId,
    ...mergeFields({ ...withoutUndefined(allowed) }, options.additionalRequestMembers ?? {}),
  };
  if (!isPrompt && !request.messages) {
    throw invalidPrompt(prompt, 'It has only system text and blanks; Bedrock requires a user message.');
  }
  const warnings = [...given.values()];
  return {
    request,
    warnings,
    mayStream,
    context: {
      modelId,
      baseModelId: capabilities.baseModelId,
      warnings,
      includeRawChunks: call.includeRawChunks === true,
      toolNames: conversation.toolNames.changed(),
      inputNames: conversation.inputNames,
      declaredTools: new Set(call.tools?.map(({ name }) => name)),
      earlierCalls: conversation.toolIds.known(),
      documents: citedDocuments(request, conversation),
      structuredOutput: format?.output,
      streamInputIncludesCache: capabilities.usage.inputIncludesCacheWrites === true,
      generateId: newId,
    },
    origin: new RequestOrigin(
      { stream: target.stream, mode: options.preflight ?? 'repair', prompt },
      conversation,
    ),
  };
}

/** What the settings and the fields of a request have to know of its conversation. */
interface CallPlan extends Chosen {
  readonly reasoning: ReasoningPlan;
  readonly format: ResponseFormatPlan | undefined;
}

/** Fills the conversation, decides how the model reasons, gives JSON and chooses a tool, and brings all into the form that the model takes. */
function planCall(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  stream: boolean,
  conversation: Conversation,
): CallPlan {
  const { prompt } = call;
  const { isPrompt, toolUse } = conversation;
  const offer = convertTools(call.tools ?? [], conversation);
  convertPrompt(prompt, conversation, options);
  const reasoning = reasoningFor(call, options, conversation);
  const rules: ResponseFormatRules = {
    // For a prompt resource only words are left.
    mode: isPrompt ? 'instruction' : options.structuredOutputMode,
    reasoning: reasoning.active,
    stream,
    toolsEndStream:
      stream &&
      toolUse?.streaming === false &&
      offer.tools.length === 0 &&
      !hasToolHistory(conversation.turns),
  };
  const format = finite('responseFormat.schema', () =>
    planResponseFormat(call.responseFormat, rules, conversation),
  );
  settleStrict(offer, format, conversation);
  if (!usesTools(conversation)) toolHistoryAsText(conversation);
  const { toolConfig, fields } = chooseTool(offer, call.toolChoice, options, reasoning, format, conversation);
  // Words for the tool of the answer only where it is offered, which it is not beside a tool that has to be called.
  const isOffered = toolConfig?.tools.some((tool) => 'toolSpec' in tool && tool.toolSpec === format?.tool);
  if (format?.instruction !== undefined && (!format.tool || isOffered)) {
    addInstruction(format.instruction, conversation);
  }
  settlePrefill(conversation, prompt, options, reasoning, format);
  settleSystem(conversation);
  settleToolTurns(conversation);
  const last = conversation.turns.at(-1);
  if (last) {
    const place = 'providerOptions.bedrock.cachePoint';
    conversation.addCachePoint(last.role, cachePointOf(options.cachePoint), place);
  }
  settleCachePoints(conversation, toolConfig?.tools ?? [], options.caching);
  return { reasoning, format, toolConfig, fields };
}

/** A tool turn whose reasoning is not in the history cannot go on while the model reasons by a budget. */
function reasoningFor(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  conversation: Conversation,
): ReasoningPlan {
  const plan = planReasoning(call, options, conversation);
  if (!isByBudget(plan, conversation)) return plan;
  dropLateReasoning(conversation);
  if (!breaksReasoningRule(conversation)) return plan;
  const off = planReasoning({ reasoning: 'none' }, without(options, 'reasoningConfig'), conversation);
  // It still reasons if the caller wrote that into the fields by hand, which stays.
  if (off.active) return plan;
  repaired(
    conversation,
    'reasoning',
    'The last tool calls came without their signed reasoning, so the model cannot reason in this turn.',
  );
  return off;
}

/** What each concern adds, then the beta flags of the caller, then the fields that the caller wrote. */
function modelFields(
  { additionalModelRequestFields = {}, anthropicBeta = [] }: BedrockLanguageModelOptions,
  added: UnknownRecord[],
  conversation: Conversation,
): JSONObject | undefined {
  if (anthropicBeta.length > 0) {
    if (mayBeClaude(conversation)) added.push({ anthropic_beta: [...new Set(anthropicBeta)] });
    else unsupported(conversation, 'anthropicBeta', ' is not a model of Anthropic.');
  }
  return withoutUndefined([...added, additionalModelRequestFields].reduce<JSONObject>(mergeFields, {}));
}
