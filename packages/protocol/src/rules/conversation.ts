// A Converse request as the rules look at it: every block of interest collected in one pass, with its place.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { ModelCapabilities, PromptCaching, ToolUse } from '@bedrock-kit/models';
import type { OperationName } from '../operation.ts';
import type { ConverseRequest, ConverseStreamRequest } from '../types/converse.ts';
import type { DocumentBlock, SearchResultBlock } from '../types/document.ts';
import type { AudioBlock, ImageBlock, VideoBlock } from '../types/media.ts';
import type {
  CachePointBlock,
  ContentBlock,
  Message,
  ReasoningContentBlock,
  SystemContentBlock,
  ToolResultBlock,
  ToolResultContentBlock,
  ToolUseBlock,
} from '../types/message.ts';
import type { Tool, ToolSpecification } from '../types/tools.ts';
import type { DeepReadonly, Json } from '../values.ts';
import { type Call, readModelId } from './call.ts';
import { memberAt } from './json.ts';
import { memberOf } from './member.ts';
import { type ReasoningState, reasoningStateOf } from './reasoning-state.ts';
import { withThinking } from './thinking-field.ts';

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
  /** `additionalModelRequestFields`, with Claude's `thinking` under its own name. */
  readonly fields: Json | undefined;
  /** `thinking.type` of these. */
  readonly thinking: Json | undefined;
  /** Whether Claude's own API has a say, in its own words. */
  readonly isClaude: boolean;
  /** The tools that the caller runs. */
  readonly tools: readonly Placed<ToolSpecification>[];
  /** How the model works with tools; `undefined` where it does not, or nobody knows. */
  readonly toolUse: ToolUse | undefined;
  /** How it caches; `undefined` likewise. */
  readonly caching: PromptCaching | undefined;
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

/** Blocks by the name of their kind, as a union has it. */
type Collected = Readonly<Record<string, Placed<unknown>[]>>;

/** Reads a request of the right form. No byte of a blob is looked at. */
export function readConversation(
  operation: OperationName,
  given: DeepReadonly<ConverseRequest | ConverseStreamRequest>,
  capabilities: ModelCapabilities,
): Conversation {
  const request = given as ConverseRequest | ConverseStreamRequest; // no rule changes it
  const messages = request.messages ?? [];
  const outside = { message: -1, inToolResult: false };
  const toolSpec: Placed<ToolSpecification>[] = [];
  const cachePoint: Placed<CachePointBlock>[] = [];
  const blocks = {
    image: [] as Placed<ImageBlock>[],
    document: [] as Placed<DocumentBlock>[],
    video: [] as Placed<VideoBlock>[],
    audio: [] as Placed<AudioBlock>[],
    searchResult: [] as Placed<SearchResultBlock>[],
    toolUse: [] as Placed<ToolUseBlock>[],
    toolResult: [] as Placed<ToolResultBlock>[],
    reasoningContent: [] as Placed<ReasoningContentBlock>[],
    cachePoint,
  };
  collect(request.toolConfig?.tools ?? [], 'toolConfig.tools', outside, { toolSpec, cachePoint });
  collect(request.system ?? [], 'system', outside, { cachePoint });
  messages.forEach(({ content }, message) => {
    collect(content, `messages[${message}].content`, { message, inToolResult: false }, blocks);
  });
  const fields = withThinking(request.additionalModelRequestFields, capabilities.reasoning);
  return {
    operation,
    request,
    messages,
    fields,
    thinking: memberAt(fields, ['thinking', 'type']),
    model: readModelId(request.modelId),
    capabilities,
    isClaude: capabilities.vendor === 'anthropic',
    toolUse: detailsOf(capabilities.toolUse),
    caching: detailsOf(capabilities.promptCaching),
    reasoning: reasoningStateOf(fields, capabilities.reasoning),
    tools: toolSpec,
    images: blocks.image,
    documents: blocks.document,
    videos: blocks.video,
    audios: blocks.audio,
    searchResults: blocks.searchResult,
    toolUses: blocks.toolUse,
    toolResults: blocks.toolResult,
    reasoningBlocks: blocks.reasoningContent,
    cachePoints: cachePoint,
  };
}

function detailsOf<Details extends object>(feature: Details | false | string): Details | undefined {
  return typeof feature === 'object' ? feature : undefined;
}

function collect(
  unions: readonly (ContentBlock | ToolResultContentBlock | SystemContentBlock | Tool)[],
  at: string,
  place: Omit<Place, 'index'>,
  into: Collected,
): void {
  unions.forEach((union, index) => {
    const [kind, block] = memberOf(union);
    if (!Object.hasOwn(into, kind)) return;
    const path = `${at}[${index}].${kind}`;
    into[kind]?.push({ block, path, ...place, index });
    if (kind === 'toolResult')
      collect(block.content, `${path}.content`, { ...place, inToolResult: true }, into);
  });
}
