// What every part of a call is converted with: the model's capabilities, the names and ids given so far, the warnings, and where each
// block came from, so that a complaint about a block can point into the caller's own prompt.

import { type ModelCapabilities, parseModelId, type ToolUse } from '@bedrock-kit/models';
import type { CachePointBlock, ContentBlock, SystemContentBlock } from '@bedrock-kit/protocol';
import type { CitedDocument } from '../context.ts';
import type { Warnings } from '../warnings.ts';
import { type DocumentNamer, documentNamer } from './document-names.ts';
import type { InputNames } from './input-names.ts';
import { newToolIds, type ToolIds } from './tool-ids.ts';
import { ToolNames } from './tool-names.ts';

export type Role = 'user' | 'assistant';

/** Blocks under construction. Plain arrays: each step reads all and writes all. */
export interface Turn {
  readonly role: Role;
  content: ContentBlock[];
}

export interface Conversation {
  readonly capabilities: ModelCapabilities;
  readonly warnings: Warnings;
  /** The model id is a prompt resource, which brings its own system text, settings and tools. */
  readonly isPrompt: boolean;
  /** Whether the reasoning of earlier turns goes back. */
  readonly sendsReasoning: boolean;
  /** Whether a file goes out whose format no table has: Bedrock may have got it since. */
  readonly sendsNewFormats: boolean;
  readonly repairs: Set<string>;
  /** How the model uses tools; undefined when it does not, or when nobody knows. */
  readonly toolUse: ToolUse | undefined;
  readonly toolNames: ToolNames;
  /** The names of tools that Bedrock runs: those that the model is known to have, and those of the call. */
  readonly systemTools: Set<string>;
  /** By the name of the tool on the wire. */
  readonly inputNames: Map<string, InputNames>;
  readonly toolIds: ToolIds;
  readonly documentName: DocumentNamer;
  /** By the name on the wire. */
  readonly documents: Map<string, CitedDocument>;
  readonly system: SystemContentBlock[];
  turns: Turn[];
  /** Set when a document of the request can be cited. */
  citing: boolean;
  /** Blocks of unknown kinds that came from Bedrock and go back to it: no rule can judge them. */
  readonly opaque: WeakSet<object>;
  /** Calls that another provider ran itself. Results may be missing: xAI's provider does not hand on those of X search and of code. */
  readonly ranElsewhere: WeakSet<object>;
  /** Blocks of user messages: a user turn also holds tool results, and images that the model takes only beside those. */
  readonly spoken: WeakSet<object>;
  /** `prompt[2].content[0]`; undefined for a block that the mapping added. */
  readonly origins: WeakMap<object, string | undefined>;
  /** Adds a block to the last turn, or to a new one when the role changes; without `origin` one that the mapping made. */
  add(role: Role, block: ContentBlock, origin?: string): void;
  addSystem(block: SystemContentBlock, origin: string): void;
  /** Adds a cache point as a block is added. */
  addCachePoint(role: Role, point: CachePointBlock | undefined, origin: string): void;
  /** Gives a block the origin of the one that it replaces. */
  trace<Block extends object>(block: Block, replaced: object): Block;
}

/** False for a model that takes no tools, or takes them and never calls one. */
export function usesTools({ capabilities: { toolUse } }: Pick<Conversation, 'capabilities'>): boolean {
  return toolUse !== false && toolUse !== 'ignored';
}

export function newConversation(
  capabilities: ModelCapabilities,
  warnings: Warnings,
  sendsReasoning: boolean,
  sendsNewFormats = false,
): Conversation {
  const toolUse = typeof capabilities.toolUse === 'object' ? capabilities.toolUse : undefined;
  const origins: Conversation['origins'] = new WeakMap();
  const conversation: Conversation = {
    capabilities,
    warnings,
    isPrompt: parseModelId(capabilities.id).kind === 'prompt',
    sendsReasoning,
    sendsNewFormats,
    repairs: new Set(),
    toolUse,
    toolNames: new ToolNames(toolUse?.names),
    systemTools: new Set(toolUse?.systemTools),
    inputNames: new Map(),
    toolIds: newToolIds(toolUse?.ids),
    documentName: documentNamer(),
    documents: new Map(),
    system: [],
    turns: [],
    citing: false,
    opaque: new WeakSet(),
    ranElsewhere: new WeakSet(),
    spoken: new WeakSet(),
    origins,
    add(role, block, origin) {
      origins.set(block, origin);
      const last = conversation.turns.at(-1);
      if (last?.role === role) last.content.push(block);
      else conversation.turns.push({ role, content: [block] });
    },
    addSystem(block, origin) {
      origins.set(block, origin);
      conversation.system.push(block);
    },
    addCachePoint(role, point, origin) {
      if (!point) return;
      const last = conversation.turns.at(-1);
      const before = last?.role === role ? last.content.at(-1) : undefined;
      // Right behind another it would cache nothing more, so it only passes on a longer time to live.
      if (before && 'cachePoint' in before) before.cachePoint = { ...before.cachePoint, ...point };
      else conversation.add(role, { cachePoint: point }, origin);
    },
    trace(block, replaced) {
      origins.set(block, origins.get(replaced));
      return block;
    },
  };
  return conversation;
}
