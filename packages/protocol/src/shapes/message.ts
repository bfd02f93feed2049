// A message and its content blocks.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { CitationsContentBlock, DocumentBlock, SearchResultBlock } from './document.ts';
import { GuardrailConverseContentBlock } from './guard-content.ts';
import { AudioBlock, ImageBlock, VideoBlock } from './media.ts';
import { blob, document, nonEmptyString, string, toolName, toolUseId } from './scalars.ts';

export const CachePointType: Enumeration = { type: 'enum', values: ['default'] };

export const CacheTTL: Enumeration = { type: 'enum', values: ['5m', '1h'] };

export const CachePointBlock: Structure = {
  type: 'structure',
  required: { type: CachePointType },
  optional: { ttl: CacheTTL },
};

/**
 * Claude's answers say `tool_use` of the tools that the caller runs, and go back as they came:
 * https://github.com/agentjido/req_llm/blob/888e6e1c884a1d0636a26380db5c362658f05bfb/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0/converse_reasoning_tool_1.json
 * https://github.com/aws-samples/sample-per-model-bedrock/blob/0372b3f331a32097c992b4865880097c868ec073/02-anthropic-claude/02-thinking-tools-and-caching.ipynb
 */
export const ToolUseType: Enumeration = {
  type: 'enum',
  values: ['server_tool_use'],
  undeclared: ['tool_use'],
};

export const ToolUseBlock: Structure = {
  type: 'structure',
  required: { toolUseId, name: toolName, input: document },
  optional: { type: ToolUseType },
};

export const ToolResultContentBlock: Union = {
  type: 'union',
  name: 'ToolResultContentBlock',
  members: {
    json: document,
    text: string,
    image: ImageBlock,
    document: DocumentBlock,
    video: VideoBlock,
    searchResult: SearchResultBlock,
  },
};

export const ToolResultStatus: Enumeration = { type: 'enum', values: ['success', 'error'] };

export const ToolResultBlock: Structure = {
  type: 'structure',
  required: { toolUseId, content: { type: 'list', member: ToolResultContentBlock } },
  optional: { status: ToolResultStatus, type: string },
};

export const ReasoningTextBlock: Structure = {
  type: 'structure',
  required: { text: string },
  optional: { signature: string },
  sensitive: true,
};

export const ReasoningContentBlock: Union = {
  type: 'union',
  name: 'ReasoningContentBlock',
  members: { reasoningText: ReasoningTextBlock, redactedContent: blob },
  sensitive: true,
};

export const ToolReference: Structure = {
  type: 'structure',
  optional: {
    type: { type: 'string', min: 1, max: 64 },
    name: { type: 'string', min: 1, max: 128 },
    serverName: { type: 'string', min: 1, max: 128 },
  },
};

export const ToolAdditionBlock: Structure = { type: 'structure', required: { tool: ToolReference } };

export const ToolRemovalBlock: Structure = { type: 'structure', required: { tool: ToolReference } };

// Sensitive beyond the service model: Bedrock's messages leave out the values of content blocks, and ours must, since
// they are people's prompts. https://github.com/NousResearch/hermes-agent/issues/55429
export const ContentBlock: Union = {
  type: 'union',
  name: 'ContentBlock',
  sensitive: true,
  members: {
    text: string,
    image: ImageBlock,
    document: DocumentBlock,
    video: VideoBlock,
    audio: AudioBlock,
    toolUse: ToolUseBlock,
    toolResult: ToolResultBlock,
    guardContent: GuardrailConverseContentBlock,
    cachePoint: CachePointBlock,
    reasoningContent: ReasoningContentBlock,
    citationsContent: CitationsContentBlock,
    searchResult: SearchResultBlock,
    toolAddition: ToolAdditionBlock,
    toolRemoval: ToolRemovalBlock,
  },
};

export const ConversationRole: Enumeration = { type: 'enum', values: ['user', 'assistant', 'system'] };

export const Message: Structure = {
  type: 'structure',
  required: { role: ConversationRole, content: { type: 'list', member: ContentBlock } },
};

export const SystemContentBlock: Union = {
  type: 'union',
  name: 'SystemContentBlock',
  sensitive: true,
  members: { text: nonEmptyString, guardContent: GuardrailConverseContentBlock, cachePoint: CachePointBlock },
};
