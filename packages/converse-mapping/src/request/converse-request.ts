// The AI SDK's call as a Converse request: each concern converts its own part, this file puts them together.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import {
  InvalidPromptError,
  type JSONObject,
  type LanguageModelV4CallOptions,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import { generateId } from '@ai-sdk/provider-utils';
import { languageCapabilitiesOf, parseModelId } from '@bedrock-kit/models';
import type { ConverseStreamRequest } from '@bedrock-kit/protocol';
import type { MappingContext } from '../context.ts';
import {
  type BedrockLanguageModelOptions,
  cachePointOf,
  readAnthropicOptions,
  readCallOptions,
} from '../options.ts';
import { type UnknownRecord, withoutUndefined } from '../record.ts';
import { Warnings } from '../warnings.ts';
import { mergeFields } from './additional-fields.ts';
import { settleCachePoints } from './cache-points.ts';
import { Conversation } from './conversation.ts';
import { resolveBaseModelId } from './model-family.ts';
import { passedOn } from './passed-on.ts';
import { settlePrefill } from './prefill.ts';
import { convertPrompt } from './prompt.ts';
import { restrictToPrompt } from './prompt-resource.ts';
import { planReasoning, type ReasoningPlan } from './reasoning.ts';
import { breaksReasoningRule } from './reasoning-history.ts';
import { RequestOrigin } from './request-origin.ts';
import { planResponseFormat, type ResponseFormatPlan } from './response-format.ts';
import { convertSettings } from './settings.ts';
import { addInstruction, settleSystem } from './system.ts';
import { type Chosen, chooseTool } from './tool-choice.ts';
import { hasToolHistory, toolHistoryAsText } from './tool-history.ts';
import { convertTools } from './tools.ts';

export interface MappedModel {
  /** A model id, an inference profile, or an ARN: it is the path of the request. */
  readonly modelId: string;
  /** The model behind an ARN that does not show it. The option of the same name wins. */
  readonly baseModelId?: string | undefined;
  /** Defaults under the call's `providerOptions.bedrock`. */
  readonly settings?: BedrockLanguageModelOptions | undefined;
}

export interface RequestOptions {
  /** The request goes to ConverseStream. Default false. */
  readonly stream?: boolean | undefined;
  /** Ids for tool calls that come without one. Default: the AI SDK's own. */
  readonly generateId?: (() => string) | undefined;
}

export interface MappedRequest {
  /** For Converse and, with `stream`, ConverseStream. Bytes are the caller's own, not copied and not encoded. */
  readonly request: ConverseStreamRequest;
  readonly warnings: SharedV4Warning[];
  /** False for a model that refuses ConverseStream with these tools and answers Converse; see `streamPartsOfResponse`. */
  readonly mayStream: boolean;
  /** For `fromConverseResponse` and `createStreamMapper`. */
  readonly context: MappingContext;
  /** For `checkConverseRequest`. */
  readonly origin: RequestOrigin;
}

/**
 * Turns a call into the request that Bedrock takes. Pure and synchronous; the call is not changed. What can be repaired is repaired;
 * whether Bedrock's rules let the rest pass is not looked at, since they are 16 kB of a bundle: `checkConverseRequest` of the entry
 * `@bedrock-kit/converse-mapping/preflight` does that, now or later, and `toConverseRequest` does both.
 *
 * @throws InvalidArgumentError for an option of the wrong type, with its path.
 * @throws UnsupportedFunctionalityError for a file that Bedrock has no form for, with its place in the prompt.
 * @throws InvalidPromptError for a conversation without a message, and for a prefill where the option `prefill` forbids it.
 */
export function toUncheckedConverseRequest(
  call: LanguageModelV4CallOptions,
  model: MappedModel,
  { stream = false, generateId: newId = generateId }: RequestOptions = {},
): MappedRequest {
  const { modelId } = model;
  const warnings = new Warnings();
  const options = readCallOptions(call.providerOptions, model.settings, warnings);
  const capabilities = languageCapabilitiesOf(modelId, { baseModelId: resolveBaseModelId(options, model) });
  const conversation = new Conversation(capabilities, warnings);
  const isPrompt = parseModelId(modelId).kind === 'prompt';

  const plan = planCall(call, options, { modelId, isPrompt, stream }, conversation);
  const mayStream = isPrompt || plan.chosen.toolConfig === undefined || streamsTools(conversation);
  const target = { modelId, isPrompt, stream: stream && mayStream };
  const request = assemble(call, options, target, plan, conversation);
  return {
    request,
    warnings: warnings.list,
    mayStream,
    context: {
      modelId,
      warnings: warnings.list,
      includeRawChunks: call.includeRawChunks === true,
      toolNames: conversation.toolNames.changed(),
      declaredTools: new Set((call.tools ?? []).map(({ name }) => name)),
      documents: conversation.documents,
      structuredOutput: plan.format?.output,
      streamInputIncludesCache: capabilities.usage.inputIncludesCacheWrites === true,
      generateId: newId,
    },
    origin: new RequestOrigin({
      capabilities,
      stream: target.stream,
      mode: options.preflight ?? 'repair',
      prompt: call.prompt,
      conversation,
    }),
  };
}

/** Where the request goes. */
interface Target {
  readonly modelId: string;
  /** A prompt resource brings its own system text, settings and tools. */
  readonly isPrompt: boolean;
  readonly stream: boolean;
}

/** What the concerns that depend on each other have agreed upon. */
interface Plan {
  readonly reasoning: ReasoningPlan;
  readonly format: ResponseFormatPlan | undefined;
  readonly chosen: Chosen;
  readonly betas: readonly string[];
}

/** Tools, prompt, reasoning and the form of the answer, and the conversation as these need it. */
function planCall(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  { isPrompt, stream }: Target,
  conversation: Conversation,
): Plan {
  const { tools, native, betas } = convertTools(call.tools ?? [], conversation);
  convertPrompt(call.prompt, conversation, options);
  const reasoning = reasoningFor(call, options, conversation);
  const anthropic = readAnthropicOptions(call.providerOptions);
  const history = hasToolHistory(conversation.turns);
  const format = planResponseFormat(call.responseFormat, {
    conversation,
    // For a prompt resource only words are left.
    mode: isPrompt ? 'instruction' : (options.structuredOutputMode ?? anthropic.structuredOutputMode),
    reasoning: reasoning.active,
    stream,
    toolsEndStream: stream && !streamsTools(conversation) && tools.length === 0 && !history,
  });
  if (format?.instruction !== undefined) addInstruction(format.instruction, isPrompt, conversation);
  if (conversation.capabilities.toolUse === false) toolHistoryAsText(conversation);
  const chosen = chooseTool({ tools, native }, call.toolChoice, {
    conversation,
    mayForce: reasoning.forcedToolChoice,
    oneAtATime: options.disableParallelToolUse ?? anthropic.disableParallelToolUse,
    history: !isPrompt && hasToolHistory(conversation.turns),
    answer: format?.tool && { tool: format.tool, forced: format.forced },
  });
  settlePrefill(conversation, call.prompt, options, {
    reasoning: reasoning.active,
    constrained: format?.textFormat !== undefined,
  });
  settleSystem(conversation);
  if (options.cachePoint !== undefined) addFinalPoint(conversation, options.cachePoint);
  settleCachePoints(conversation, chosen.toolConfig?.tools ?? [], options.caching);
  return {
    reasoning,
    format,
    chosen,
    betas: [...('tools' in chosen.fields ? betas : []), ...reasoning.betas],
  };
}

/** @throws InvalidPromptError when nothing is left that could be sent. */
function assemble(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  { modelId, isPrompt, stream }: Target,
  { reasoning, format, chosen, betas }: Plan,
  conversation: Conversation,
): ConverseStreamRequest {
  const { capabilities, system, turns, warnings } = conversation;
  const settings = convertSettings(call, reasoning, conversation);
  const added = [settings.fields, reasoning.fields, chosen.fields];
  const textFormat = format?.textFormat;
  const request = withoutUndefined<ConverseStreamRequest>({
    modelId,
    system: system.length > 0 ? system : undefined,
    messages: turns.length > 0 ? turns : undefined,
    inferenceConfig: settings.inferenceConfig,
    toolConfig: chosen.toolConfig,
    additionalModelRequestFields: modelFields(options, added, betas, conversation),
    ...passedOn(options, { capabilities, stream, isPrompt, textFormat, warnings }),
  }) ?? { modelId };
  if (isPrompt) return restrictToPrompt(request, warnings);
  if (request.messages !== undefined) return request;
  throw new InvalidPromptError({
    prompt: call.prompt,
    message: 'It holds nothing but system text and blanks, and Bedrock wants a user message.',
  });
}

function streamsTools({ toolUse }: Conversation): boolean {
  return toolUse?.streaming !== false;
}

/** A tool turn whose reasoning is not in the history cannot go on while the model reasons by a budget. */
function reasoningFor(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  conversation: Conversation,
): ReasoningPlan {
  const plan = planReasoning(call, options, conversation);
  if (!breaksReasoningRule(plan, conversation)) return plan;
  const { additionalModelRequestFields } = options;
  const off = planReasoning({ reasoning: 'none' }, { additionalModelRequestFields }, conversation);
  // What the caller wrote into the fields by hand stays.
  if (off.active) return plan;
  conversation.warnings.repair(
    'reasoning',
    'The last tool calls came without their signed reasoning, so the model cannot reason in this turn: it is switched off.',
  );
  return off;
}

function addFinalPoint(conversation: Conversation, option: BedrockLanguageModelOptions['cachePoint']): void {
  const last = conversation.turns.at(-1);
  if (last !== undefined)
    conversation.addCachePoint(last.role, cachePointOf(option), 'providerOptions.bedrock.cachePoint');
}

/** What each concern adds, then the beta flags of all, then what the caller wrote. */
function modelFields(
  { additionalModelRequestFields = {}, anthropicBeta = [] }: BedrockLanguageModelOptions,
  added: readonly UnknownRecord[],
  betas: readonly string[],
  { capabilities: { name, vendor }, warnings }: Conversation,
): JSONObject | undefined {
  const known = vendor === 'anthropic' || vendor === 'unknown';
  if (anthropicBeta.length > 0 && !known) {
    warnings.unsupported('anthropicBeta', `${name} is not a model of Anthropic.`);
  }
  const flags = [...new Set([...betas, ...(known ? anthropicBeta : [])])];
  const all = [...added, flags.length > 0 ? { anthropic_beta: flags } : {}, additionalModelRequestFields];
  return withoutUndefined(all.reduce<JSONObject>(mergeFields, {}));
}
