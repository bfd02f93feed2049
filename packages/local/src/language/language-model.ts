/**
 * The built-in language model: deterministic, small, and honest about what it is. It works from the request alone: what it
 * says is composed in `composition.ts`, thought about in `reasoning.ts` and ended in `bounds.ts`.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import {
  type ContentBlock,
  type ConverseRequest,
  type Json,
  type JsonObject,
  type ReasoningState,
  reasoningStateOf,
  type ToolUseType,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { type Meter, outputTokensOf, thoughtTokensOf, tokenUsage } from '../answers/usage.ts';
import { checkDocuments } from '../files/document-check.ts';
import { checkImages } from '../files/image-check.ts';
import { checkPdfs } from '../files/pdf-check.ts';
import { stableId, stableUuid } from '../digest.ts';
import { memberAt } from '../json.ts';
import { bound } from './bounds.ts';
import { compose } from './composition.ts';
import { withOwnTools } from './own-tools.ts';
import { checkThoughts, thinksNow, thought } from './reasoning.ts';
import { lastUserText } from './situation.ts';

export interface LanguageModelSettings {
  readonly capabilities: ModelCapabilities;
  readonly meter: Meter;
  /** `off`: documents, images and returned thoughts are not checked. */
  readonly rules: 'aws' | 'off';
  /** `native`: the answer goes into a body of the model's own, not into Converse's. */
  readonly form: 'converse' | 'native';
  /** What was cleared of the conversation. */
  readonly edits: readonly JsonObject[];
}

/** The id of a call, by a text that is this call's alone. */
type IdOf = (call: string) => string;

const beginning =
  (prefix: string): IdOf =>
  (call) =>
    prefix + stableId(call, 22);

const bedrockId = beginning('tooluse_');

/** Those in the bodies of vendors that have their own. */
const nativeIds: Readonly<Partial<Record<string, IdOf>>> = {
  // https://github.com/open-telemetry/opentelemetry-java-instrumentation/blob/main/instrumentation/aws-sdk/aws-sdk-2.2/testing/src/main/resources/mappings/io.opentelemetry.instrumentation.awssdk.v2_2.abstractaws2bedrockruntimetest.testinvokemodeltoolcallamazonnova.yaml
  amazon: stableUuid,
  anthropic: beginning('toolu_bdrk_01'),
  openai: beginning('call_'),
};

/**
 * Answers the request. The same request always gets the same answer.
 *
 * @throws {ServiceError} `ValidationException` for reasoning that was changed, for documents that are not what they are said to be, and for
 * images and PDFs that Claude refuses
 */
export async function answerAsLanguageModel(
  request: ConverseRequest,
  { capabilities, meter, rules, form, edits }: LanguageModelSettings,
): Promise<WholeAnswer> {
  if (rules === 'aws') {
    if (form === 'converse') checkDocuments(request);
    checkImages(request, capabilities);
    await checkPdfs(request, capabilities, form);
    await checkThoughts(request, capabilities);
  }
  const { defaultOutputTokens } = capabilities;
  const state = reasoningStateOf(request.additionalModelRequestFields, capabilities.reasoning);
  const { content, plan } = await compose(
    heeded(withOwnTools(withOwnFormat(request, capabilities), capabilities), capabilities, state),
    (form === 'native' ? nativeIds[capabilities.vendor] : undefined) ?? bedrockId,
  );
  const thinks = state === 'on' && thinksNow(request, capabilities);
  const thoughts = thinks ? [await thought(plan, lastUserText(request), request, capabilities)] : [];
  const said = bound([...thoughts.map(({ made }) => made), ...withoutPrefill(content, request)], {
    ...(defaultOutputTokens !== 'unknown' && { maxTokens: defaultOutputTokens }),
    ...request.inferenceConfig,
  });
  const shown = said.content.map((block) => thoughts.find(({ made }) => made === block)?.shown ?? block);
  return {
    content: form === 'converse' && typesToolUses(request, capabilities) ? shown.map(typed) : shown,
    stopReason: said.stopReason,
    usage: tokenUsage(await meter(), outputTokensOf(said.content)),
    additionalModelResponseFields: responseFields(request, {
      stop_sequence: said.stopSequence ?? null,
      delta: { stop_sequence: said.stopSequence ?? null },
      ...(edits.length > 0 && { context_management: { applied_edits: edits } }),
      ...(thoughts.length > 0 && thoughtUsage(said.content, capabilities)),
    }),
    performanceConfig: request.performanceConfig,
    serviceTier: request.serviceTier,
  };
}

/**
 * Claude gives the call of a tool the type `tool_use`, which AWS's model of the service does not declare:
 * https://github.com/agentjido/req_llm/blob/888e6e1c884a1d0636a26380db5c362658f05bfb/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0/converse_reasoning_tool_1.json
 * Claude 3, which caches nothing, does not:
 * https://github.com/crewAIInc/crewAI/blob/120f2ef6e782dcc10ccb5de1fde8992e0310c5b3/lib/crewai/tests/cassettes/agents/TestNativeToolCallingBehavior.test_bedrock_mcp_tool_with_optional_fields_no_schema_error.yaml
 * Nova does so where it also has a tool of Bedrock's own, to tell the two apart:
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_model_with_code_execution_tool.yaml
 */
function typesToolUses(
  { toolConfig }: ConverseRequest,
  { vendor, promptCaching }: ModelCapabilities,
): boolean {
  if (vendor === 'amazon') return toolConfig?.tools.some((tool) => 'systemTool' in tool) ?? false;
  return vendor === 'anthropic' && typeof promptCaching === 'object';
}

function typed(block: ContentBlock): ContentBlock {
  if (!('toolUse' in block)) return block;
  // The type by AWS's model lacks this value.
  return { toolUse: { ...block.toolUse, type: 'tool_use' as ToolUseType } };
}

/**
 * The request with the schema of its answer at Converse's place. Claude takes it under the name of its own API, too, as it is sent by
 * https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
 */
function withOwnFormat(request: ConverseRequest, { vendor }: ModelCapabilities): ConverseRequest {
  const { outputConfig, additionalModelRequestFields: fields } = request;
  const own = memberAt(fields, ['output_config', 'format', 'schema']);
  if (vendor !== 'anthropic' || own === undefined || outputConfig?.textFormat !== undefined) return request;
  const structure = { jsonSchema: { schema: JSON.stringify(own) } };
  return { ...request, outputConfig: { ...outputConfig, textFormat: { type: 'json_schema', structure } } };
}

/** The request without what the model accepts and ignores: tools, or a choice among them. */
function heeded(
  request: ConverseRequest,
  { toolUse, reasoning }: ModelCapabilities,
  state: ReasoningState,
): ConverseRequest {
  const { toolConfig, ...rest } = request;
  if (toolConfig === undefined) return request;
  if (toolUse === 'ignored') return rest;
  const { toolChoice, ...offered } = toolConfig;
  const [kind = 'auto'] = Object.keys(toolChoice ?? {});
  const works = typeof toolUse === 'object' ? { ...toolUse.choices }[kind] : true;
  const whileReasoning =
    state === 'on' && 'forcedToolChoice' in reasoning ? reasoning.forcedToolChoice : true;
  return works === 'ignored' || whileReasoning === 'ignored' ? { ...rest, toolConfig: offered } : request;
}

/** A last message of the model's own is the beginning of its answer, which goes on behind it. */
function withoutPrefill(
  content: readonly ContentBlock[],
  { messages }: ConverseRequest,
): readonly ContentBlock[] {
  const last = messages?.at(-1);
  const begun = last?.role === 'assistant' ? last.content.at(-1) : undefined;
  const [first, ...rest] = content;
  if (begun === undefined || !('text' in begun) || first === undefined || !('text' in first)) return content;
  return first.text.startsWith(begun.text)
    ? [{ text: first.text.slice(begun.text.length) }, ...rest]
    : content;
}

/** How many tokens a model thought, where it tells that. Claude has a name of its own for them, the others have OpenAI's. */
function thoughtUsage(
  content: readonly ContentBlock[],
  { reasoning, vendor }: ModelCapabilities,
): JsonObject | undefined {
  if (!('tokensReportedAt' in reasoning) || reasoning.tokensReportedAt === undefined) return undefined;
  const name = vendor === 'anthropic' ? 'thinking_tokens' : 'reasoning_tokens';
  return { usage: { output_tokens_details: { [name]: thoughtTokensOf(content) } } };
}

/** What the JSON Pointers of the request find in the model's own answer; a pointer that finds nothing is left out. */
function responseFields(request: ConverseRequest, native: JsonObject): Json | undefined {
  const paths = request.additionalModelResponseFieldPaths ?? [];
  let fields: JsonObject | undefined;
  for (const path of paths) {
    const keys = path.split('/').slice(1);
    const value = memberAt(native, keys);
    if (value !== undefined)
      fields = {
        ...fields,
        ...(keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value) as JsonObject),
      };
  }
  return fields;
}
