// A Converse request as the rules look at it: every block of interest collected in one pass, with its place.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { OperationName } from '../operation.ts';
import type { ConverseRequest, ConverseStreamRequest } from '../types/converse.ts';
import type { DocumentBlock, SearchResultBlock } from '../types/document.ts';
import type { AudioBlock, ImageBlock, VideoBlock } from '../types/media.ts';
import type {
  CachePointBlock,
  ContentBlock,
  Message,
  ReasoningContentBlock,
  ToolResultBlock,
  ToolResultContentBlock,
  ToolUseBlock,
} from '../types/message.ts';
import { type Call, readModelId } from './call.ts';
import { memberOf } from './member.ts';
import { type ReasoningState, reasoningStateOf } from './reasoning-state.ts';

interface Place {
  /** The message, or -1 in `system` and `toolConfig`. */
  readonly message: number;
  /** The position in the list that holds the block. */
  readonly index: number;
  /** Whether a tool result holds it. */
  readonly inToolResult: boolean;
}

/** A block, and where it stands. */
export interface Placed<Block> extends Place {
  readonly block: Block;
  /** `messages[2].content[0].document` */
  readonly path: string;
}

export interface Conversation extends Call {
  readonly request: ConverseRequest | ConverseStreamRequest;
  readonly messages: readonly Message[];
  /** Whether the model reasons when it answers this request. */
  readonly reasoning: ReasoningState;
  readonly images: readonly Placed<ImageBlock>[];
  readonly documents: readonly Placed<DocumentBlock>[];
  readonly videos: readonly Placed<VideoBlock>[];
  readonly audios: readonly Placed<AudioBlock>[];
  readonly searchResults: readonly Placed<SearchResultBlock>[];
  readonly toolUses: readonly Placed<ToolUseBlock>[];
  readonly toolResults: readonly Placed<ToolResultBlock>[];
  readonly reasoningBlocks: readonly Placed<ReasoningContentBlock>[];
  /** In the order in which models read them: tools, system, messages. */
  readonly cachePoints: readonly Placed<CachePointBlock>[];
}

type Collected = { -readonly [Kind in keyof Conversation]: Conversation[Kind] } & {
  images: Placed<ImageBlock>[];
  documents: Placed<DocumentBlock>[];
  videos: Placed<VideoBlock>[];
  audios: Placed<AudioBlock>[];
  searchResults: Placed<SearchResultBlock>[];
  toolUses: Placed<ToolUseBlock>[];
  toolResults: Placed<ToolResultBlock>[];
  reasoningBlocks: Placed<ReasoningContentBlock>[];
  cachePoints: Placed<CachePointBlock>[];
};

/** Reads a request of the right form. No byte of a blob is looked at. */
export function readConversation(
  operation: OperationName,
  request: ConverseRequest | ConverseStreamRequest,
  capabilities: ModelCapabilities,
): Conversation {
  const into: Collected = {
    operation,
    request,
    messages: request.messages ?? [],
    model: readModelId(request.modelId),
    capabilities,
    reasoning: reasoningStateOf(request.additionalModelRequestFields, capabilities.reasoning),
    images: [],
    documents: [],
    videos: [],
    audios: [],
    searchResults: [],
    toolUses: [],
    toolResults: [],
    reasoningBlocks: [],
    cachePoints: [],
  };
  request.toolConfig?.tools.forEach((tool, index) => {
    const [kind, block] = memberOf(tool);
    if (kind === 'cachePoint') {
      into.cachePoints.push(
        placed(block, `toolConfig.tools[${index}].cachePoint`, { message: -1, index, inToolResult: false }),
      );
    }
  });
  request.system?.forEach((item, index) => {
    const [kind, block] = memberOf(item);
    if (kind === 'cachePoint') {
      into.cachePoints.push(
        placed(block, `system[${index}].cachePoint`, { message: -1, index, inToolResult: false }),
      );
    }
  });
  into.messages.forEach(({ content }, message) => {
    content.forEach((block, index) => {
      collect(block, `messages[${message}].content[${index}]`, { message, index, inToolResult: false }, into);
    });
  });
  return into;
}

function placed<Block>(block: Block, path: string, place: Place): Placed<Block> {
  return { block, path, ...place };
}

function collect(
  union: ContentBlock | ToolResultContentBlock,
  at: string,
  place: Place,
  into: Collected,
): void {
  const [kind, block] = memberOf(union);
  const path = `${at}.${kind}`;
  switch (kind) {
    case 'toolUse':
      into.toolUses.push(placed(block, path, place));
      break;
    case 'toolResult':
      into.toolResults.push(placed(block, path, place));
      block.content.forEach((item, index) => {
        collect(item, `${path}.content[${index}]`, { ...place, index, inToolResult: true }, into);
      });
      break;
    case 'image':
      into.images.push(placed(block, path, place));
      break;
    case 'document':
      into.documents.push(placed(block, path, place));
      break;
    case 'video':
      into.videos.push(placed(block, path, place));
      break;
    case 'audio':
      into.audios.push(placed(block, path, place));
      break;
    case 'searchResult':
      into.searchResults.push(placed(block, path, place));
      break;
    case 'cachePoint':
      into.cachePoints.push(placed(block, path, place));
      break;
    case 'reasoningContent':
      into.reasoningBlocks.push(placed(block, path, place));
      break;
    default:
  }
}
