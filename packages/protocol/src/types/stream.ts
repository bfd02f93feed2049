// The types of src/shapes/stream.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue, Json } from '../values.ts';
import type { CitationLocation } from './document.ts';
import type { ConversationRole, ToolResultStatus, ToolUseType } from './message.ts';
import type { ErrorBlock, ImageFormat, ImageSource } from './media.ts';
import type { GuardrailTraceAssessment } from './guardrail-assessment.ts';
import type {
  InternalServerException,
  ModelStreamErrorException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from './exceptions.ts';
import type { PerformanceConfiguration, ServiceTier } from './converse.ts';
import type { PromptRouterTrace, StopReason, TokenUsage } from './converse-response.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationSourceContentDelta.html */
export interface CitationSourceContentDelta {
  text?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsDelta.html */
export interface CitationsDelta {
  title?: string | undefined;
  source?: string | undefined;
  sourceContent?: CitationSourceContentDelta[] | undefined;
  location?: CitationLocation | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDelta.html */
export type ContentBlockDelta =
  | { text: string }
  | { toolUse: ToolUseBlockDelta }
  | { toolResult: ToolResultBlockDelta[] }
  | { reasoningContent: ReasoningContentBlockDelta }
  | { citation: CitationsDelta }
  | { image: ImageBlockDelta };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDeltaEvent.html */
export interface ContentBlockDeltaEvent {
  delta: ContentBlockDelta;
  /** The index of the block in the message. An integer. */
  contentBlockIndex: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html */
export type ContentBlockStart =
  | { toolUse: ToolUseBlockStart }
  | { toolResult: ToolResultBlockStart }
  | { image: ImageBlockStart };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStartEvent.html */
export interface ContentBlockStartEvent {
  start: ContentBlockStart;
  /** The index of the block in the message. An integer. */
  contentBlockIndex: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStopEvent.html */
export interface ContentBlockStopEvent {
  /** The index of the block in the message. An integer. */
  contentBlockIndex: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamMetadataEvent.html */
export interface ConverseStreamMetadataEvent {
  /** The tokens of the request and of the answer. */
  usage: TokenUsage;
  metrics: ConverseStreamMetrics;
  /** What the guardrail found, and which model a prompt router chose. */
  trace?: ConverseStreamTrace | undefined;
  performanceConfig?: PerformanceConfiguration | undefined;
  serviceTier?: ServiceTier | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamMetrics.html */
export interface ConverseStreamMetrics {
  /** Milliseconds. An integer. */
  latencyMs: number;
}

/** The events of a stream: {@link ConverseStreamOutput} without the exceptions. */
export type ConverseStreamEvent =
  | { messageStart: MessageStartEvent }
  | { contentBlockStart: ContentBlockStartEvent }
  | { contentBlockDelta: ContentBlockDeltaEvent }
  | { contentBlockStop: ContentBlockStopEvent }
  | { messageStop: MessageStopEvent }
  | { metadata: ConverseStreamMetadataEvent };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html */
export type ConverseStreamOutput =
  | ConverseStreamEvent
  | { internalServerException: InternalServerException }
  | { modelStreamErrorException: ModelStreamErrorException }
  | { validationException: ValidationException }
  | { throttlingException: ThrottlingException }
  | { serviceUnavailableException: ServiceUnavailableException };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html */
export interface ConverseStreamResponse {
  /** The events, and the exceptions of the service model. */
  stream?: AsyncIterable<ConverseStreamOutput> | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamTrace.html */
export interface ConverseStreamTrace {
  guardrail?: GuardrailTraceAssessment | undefined;
  promptRouter?: PromptRouterTrace | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlockDelta.html */
export interface ImageBlockDelta {
  source?: ImageSource | undefined;
  error?: ErrorBlock | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlockStart.html */
export interface ImageBlockStart {
  /** `png`, `jpeg`, `gif` or `webp`. */
  format: ImageFormat;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStartEvent.html */
export interface MessageStartEvent {
  /** `user`, `assistant` or `system`. */
  role: ConversationRole;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStopEvent.html */
export interface MessageStopEvent {
  /** Why the answer ended. */
  stopReason: StopReason;
  additionalModelResponseFields?: Json | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlockDelta.html */
export type ReasoningContentBlockDelta =
  | { text: string }
  | { redactedContent: BlobValue }
  | { signature: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockDelta.html */
export type ToolResultBlockDelta = { text: string } | { json: Json };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlockStart.html */
export interface ToolResultBlockStart {
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_.:-]+`. */
  toolUseId: string;
  type?: string | undefined;
  /** `success` or `error`. */
  status?: ToolResultStatus | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockDelta.html */
export interface ToolUseBlockDelta {
  /** A piece of one JSON text: join the pieces of a block, then parse. */
  input: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlockStart.html */
export interface ToolUseBlockStart {
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_.:-]+`. */
  toolUseId: string;
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_-]+`. */
  name: string;
  /** `server_tool_use`. */
  type?: ToolUseType | undefined;
}
