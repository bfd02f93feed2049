// The types of src/shapes/message.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { AudioBlock, ImageBlock, VideoBlock } from './media.ts';
import type { BlobValue, Json } from '../values.ts';
import type { CitationsContentBlock, DocumentBlock, SearchResultBlock } from './document.ts';
import type { GuardrailConverseContentBlock } from './guard-content.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CachePointBlock.html */
export interface CachePointBlock {
  /** `default`. */
  type: CachePointType;
  /** How long the cache keeps the prompt; `5m` by default. `5m` or `1h`. */
  ttl?: CacheTTL | undefined;
}

export type CachePointType = 'default';

export type CacheTTL = '5m' | '1h';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html */
export type ContentBlock =
  | { text: string }
  | { image: ImageBlock }
  | { document: DocumentBlock }
  | { video: VideoBlock }
  | { audio: AudioBlock }
  | { toolUse: ToolUseBlock }
  | { toolResult: ToolResultBlock }
  | { guardContent: GuardrailConverseContentBlock }
  | { cachePoint: CachePointBlock }
  | { reasoningContent: ReasoningContentBlock }
  | { citationsContent: CitationsContentBlock }
  | { searchResult: SearchResultBlock }
  | { toolAddition: ToolAdditionBlock }
  | { toolRemoval: ToolRemovalBlock };

export type ConversationRole = 'user' | 'assistant' | 'system';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html */
export interface Message {
  /** `user`, `assistant` or `system`. */
  role: ConversationRole;
  /** At least one block. */
  content: ContentBlock[];
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html */
export type ReasoningContentBlock = { reasoningText: ReasoningTextBlock } | { redactedContent: BlobValue };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningTextBlock.html */
export interface ReasoningTextBlock {
  text: string;
  /** Send it back unchanged, with the text, in later turns. */
  signature?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html */
export type SystemContentBlock =
  | { text: string }
  | { guardContent: GuardrailConverseContentBlock }
  | { cachePoint: CachePointBlock };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolAdditionBlock.html */
export interface ToolAdditionBlock {
  tool: ToolReference;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolReference.html */
export interface ToolReference {
  /** 1 to 64 characters. */
  type?: string | undefined;
  /** 1 to 128 characters. */
  name?: string | undefined;
  /** 1 to 128 characters. */
  serverName?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolRemovalBlock.html */
export interface ToolRemovalBlock {
  tool: ToolReference;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html */
export interface ToolResultBlock {
  /** The id of the tool use that it answers. 1 to 64 characters, pattern `[a-zA-Z0-9_.:-]+`. */
  toolUseId: string;
  content: ToolResultContentBlock[];
  /** Whether the tool succeeded. Not for every model. `success` or `error`. */
  status?: ToolResultStatus | undefined;
  type?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultContentBlock.html */
export type ToolResultContentBlock =
  | { json: Json }
  | { text: string }
  | { image: ImageBlock }
  | { document: DocumentBlock }
  | { video: VideoBlock }
  | { searchResult: SearchResultBlock };

export type ToolResultStatus = 'success' | 'error';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html */
export interface ToolUseBlock {
  /** The tool result that answers it has the same id. 1 to 64 characters, pattern `[a-zA-Z0-9_.:-]+`. */
  toolUseId: string;
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_-]+`. */
  name: string;
  /** A JSON object. */
  input: Json;
  /** Set when the service has run the tool itself. `server_tool_use`. */
  type?: ToolUseType | undefined;
}

export type ToolUseType = 'server_tool_use';
