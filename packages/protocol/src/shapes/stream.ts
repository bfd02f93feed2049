// The events of ConverseStream.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
import type { Structure, Union } from '../shape.ts';
import { PromptRouterTrace, StopReason, TokenUsage } from './converse-response.ts';
import { PerformanceConfiguration, ServiceTier } from './converse.ts';
import { CitationLocation } from './document.ts';
import {
  InternalServerException,
  ModelStreamErrorException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from './exceptions.ts';
import { GuardrailTraceAssessment } from './guardrail-assessment.ts';
import { ErrorBlock, ImageFormat, ImageSource } from './media.ts';
import { ConversationRole, ToolResultStatus, ToolUseType } from './message.ts';
import { blob, document, long, nonNegativeInteger, string, toolName, toolUseId } from './scalars.ts';

export const CitationSourceContentDelta: Structure = { type: 'structure', optional: { text: string } };

export const CitationsDelta: Structure = {
  type: 'structure',
  optional: {
    title: string,
    source: string,
    sourceContent: { type: 'list', member: CitationSourceContentDelta },
    location: CitationLocation,
  },
};

export const ToolUseBlockDelta: Structure = { type: 'structure', required: { input: string } };

export const ToolResultBlockDelta: Union = {
  type: 'union',
  name: 'ToolResultBlockDelta',
  members: { text: string, json: document },
};

export const ReasoningContentBlockDelta: Union = {
  type: 'union',
  name: 'ReasoningContentBlockDelta',
  members: { text: string, redactedContent: blob, signature: string },
  sensitive: true,
};

export const ImageBlockDelta: Structure = {
  type: 'structure',
  optional: { source: ImageSource, error: ErrorBlock },
};

export const ContentBlockDelta: Union = {
  type: 'union',
  name: 'ContentBlockDelta',
  members: {
    text: string,
    toolUse: ToolUseBlockDelta,
    toolResult: { type: 'list', member: ToolResultBlockDelta },
    reasoningContent: ReasoningContentBlockDelta,
    citation: CitationsDelta,
    image: ImageBlockDelta,
  },
};

export const ContentBlockDeltaEvent: Structure = {
  type: 'structure',
  required: { delta: ContentBlockDelta, contentBlockIndex: nonNegativeInteger },
};

export const ToolUseBlockStart: Structure = {
  type: 'structure',
  required: { toolUseId, name: toolName },
  optional: { type: ToolUseType },
};

export const ToolResultBlockStart: Structure = {
  type: 'structure',
  required: { toolUseId },
  optional: { type: string, status: ToolResultStatus },
};

export const ImageBlockStart: Structure = { type: 'structure', required: { format: ImageFormat } };

export const ContentBlockStart: Union = {
  type: 'union',
  name: 'ContentBlockStart',
  members: { toolUse: ToolUseBlockStart, toolResult: ToolResultBlockStart, image: ImageBlockStart },
};

export const ContentBlockStartEvent: Structure = {
  type: 'structure',
  required: { start: ContentBlockStart, contentBlockIndex: nonNegativeInteger },
};

export const ContentBlockStopEvent: Structure = {
  type: 'structure',
  required: { contentBlockIndex: nonNegativeInteger },
};

export const ConverseStreamMetrics: Structure = { type: 'structure', required: { latencyMs: long } };

export const ConverseStreamTrace: Structure = {
  type: 'structure',
  optional: { guardrail: GuardrailTraceAssessment, promptRouter: PromptRouterTrace },
};

export const ConverseStreamMetadataEvent: Structure = {
  type: 'structure',
  required: { usage: TokenUsage, metrics: ConverseStreamMetrics },
  optional: {
    trace: ConverseStreamTrace,
    performanceConfig: PerformanceConfiguration,
    serviceTier: ServiceTier,
  },
};

export const MessageStartEvent: Structure = { type: 'structure', required: { role: ConversationRole } };

export const MessageStopEvent: Structure = {
  type: 'structure',
  required: { stopReason: StopReason },
  optional: { additionalModelResponseFields: document },
};

export const ConverseStreamOutput: Union = {
  type: 'union',
  name: 'ConverseStreamOutput',
  members: {
    messageStart: MessageStartEvent,
    contentBlockStart: ContentBlockStartEvent,
    contentBlockDelta: ContentBlockDeltaEvent,
    contentBlockStop: ContentBlockStopEvent,
    messageStop: MessageStopEvent,
    metadata: ConverseStreamMetadataEvent,
    internalServerException: InternalServerException,
    modelStreamErrorException: ModelStreamErrorException,
    validationException: ValidationException,
    throttlingException: ThrottlingException,
    serviceUnavailableException: ServiceUnavailableException,
  },
  stream: true,
};

export const ConverseStreamResponse: Structure = {
  type: 'structure',
  optional: { stream: ConverseStreamOutput },
};
