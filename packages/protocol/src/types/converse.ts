// The types of src/shapes/converse.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { GuardrailConfiguration, GuardrailStreamConfiguration } from './guard-content.ts';
import type { Json } from '../values.ts';
import type { Message, SystemContentBlock } from './message.ts';
import type { ToolConfiguration } from './tools.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
export interface ConverseRequest {
  /** A model id, an inference profile id, or the ARN of a model, profile, prompt or router. 1 to 2,048 characters. */
  modelId: string;
  /** The conversation, oldest first. Needed unless `modelId` is a prompt. */
  messages?: Message[] | undefined;
  /** What the model is told before the conversation. */
  system?: SystemContentBlock[] | undefined;
  /** How long the answer may be, how varied it is, and where it stops. */
  inferenceConfig?: InferenceConfiguration | undefined;
  /** The tools that the model may call, or has to. */
  toolConfig?: ToolConfiguration | undefined;
  /** The guardrail that checks the conversation and the answer. */
  guardrailConfig?: GuardrailConfiguration | undefined;
  /** Parameters of the model beyond those of Converse, such as `{ top_k: 5 }`: a JSON object. */
  additionalModelRequestFields?: Json | undefined;
  /** Values for the variables of a prompt of Prompt management, when `modelId` is its ARN. */
  promptVariables?: { [key: string]: PromptVariableValues } | undefined;
  /** JSON Pointers into the model's own answer, such as `/stop_sequence`; their values come back in `additionalModelResponseFields`. 0 to 10 items, each 1 to 256 characters. */
  additionalModelResponseFieldPaths?: string[] | undefined;
  /** Appears in the invocation logs. 1 to 16 entries. */
  requestMetadata?: { [key: string]: string } | undefined;
  /** Whether to answer faster, for models that can. */
  performanceConfig?: PerformanceConfiguration | undefined;
  /** Which tier serves the request; each has a price of its own. */
  serviceTier?: ServiceTier | undefined;
  /** The JSON schema of the answer, and how much effort goes into it. */
  outputConfig?: OutputConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
export interface ConverseStreamRequest {
  /** A model id, an inference profile id, or the ARN of a model, profile, prompt or router. 1 to 2,048 characters. */
  modelId: string;
  /** The conversation, oldest first. Needed unless `modelId` is a prompt. */
  messages?: Message[] | undefined;
  /** What the model is told before the conversation. */
  system?: SystemContentBlock[] | undefined;
  /** How long the answer may be, how varied it is, and where it stops. */
  inferenceConfig?: InferenceConfiguration | undefined;
  /** The tools that the model may call, or has to. */
  toolConfig?: ToolConfiguration | undefined;
  /** The guardrail that checks the conversation and the answer. */
  guardrailConfig?: GuardrailStreamConfiguration | undefined;
  /** Parameters of the model beyond those of Converse, such as `{ top_k: 5 }`: a JSON object. */
  additionalModelRequestFields?: Json | undefined;
  /** Values for the variables of a prompt of Prompt management, when `modelId` is its ARN. */
  promptVariables?: { [key: string]: PromptVariableValues } | undefined;
  /** JSON Pointers into the model's own answer, such as `/stop_sequence`; their values come back in `additionalModelResponseFields`. 0 to 10 items, each 1 to 256 characters. */
  additionalModelResponseFieldPaths?: string[] | undefined;
  /** Appears in the invocation logs. 1 to 16 entries. */
  requestMetadata?: { [key: string]: string } | undefined;
  /** Whether to answer faster, for models that can. */
  performanceConfig?: PerformanceConfiguration | undefined;
  /** Which tier serves the request; each has a price of its own. */
  serviceTier?: ServiceTier | undefined;
  /** The JSON schema of the answer, and how much effort goes into it. */
  outputConfig?: OutputConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html */
export interface InferenceConfiguration {
  /** The most tokens of the answer; by default the model's own limit. An integer, at least 1. */
  maxTokens?: number | undefined;
  /** The higher, the more varied are the answers. 0 to 1. */
  temperature?: number | undefined;
  /** Of the likely next tokens, the share that the model chooses from. 0 to 1. */
  topP?: number | undefined;
  /** Texts at which the answer ends. 0 to 2,500 items, each at least 1 character. */
  stopSequences?: string[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_JsonSchemaDefinition.html */
export interface JsonSchemaDefinition {
  /** The JSON schema as text, unlike the schema of a tool. */
  schema: string;
  name?: string | undefined;
  description?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html */
export interface OutputConfig {
  /** The JSON schema that the answer follows. */
  textFormat?: OutputFormat | undefined;
  /** `low`, `medium`, `high`, `xhigh` or `max`, as far as the model knows it. 0 to 16 characters. */
  effort?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html */
export interface OutputFormat {
  /** `json_schema`. */
  type: OutputFormatType;
  structure: OutputFormatStructure;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormatStructure.html */
export type OutputFormatStructure = { jsonSchema: JsonSchemaDefinition };

export type OutputFormatType = 'json_schema';

export type PerformanceConfigLatency = 'optimized' | 'standard';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PerformanceConfiguration.html */
export interface PerformanceConfiguration {
  /** `standard` by default. `optimized` or `standard`. */
  latency?: PerformanceConfigLatency | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptVariableValues.html */
export type PromptVariableValues = { text: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceTier.html */
export interface ServiceTier {
  /** `priority`, `default`, `flex` or `reserved`. */
  type: ServiceTierType;
}

export type ServiceTierType = 'priority' | 'default' | 'flex' | 'reserved';
