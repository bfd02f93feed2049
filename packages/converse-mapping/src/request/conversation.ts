// What every part of a call is converted with: the model's capabilities, the names and ids given so far, the warnings, and where each
// block came from, so that a complaint about a block can point into the caller's own prompt.

import type { ModelCapabilities, ToolUse } from '@bedrock-kit/models';
import type { CachePointBlock, ContentBlock, SystemContentBlock } from '@bedrock-kit/protocol';
import type { CitedDocument } from '../context.ts';
import type { Warnings } from '../warnings.ts';
import { DocumentNames } from './document-names.ts';
import { ToolIds } from './tool-ids.ts';
import { ToolNames } from './tool-names.ts';

export type Role = 'user' | 'assistant';

/** Blocks under construction. Plain arrays: each step reads all and writes all. */
export interface Turn {
  readonly role: Role;
  content: ContentBlock[];
}

export class Conversation {
  readonly capabilities: ModelCapabilities;
  readonly warnings: Warnings;
  readonly repairs: Set<string> = new Set();
  /** How the model uses tools; undefined when it does not, or when nobody knows. */
  readonly toolUse: ToolUse | undefined;
  readonly toolNames: ToolNames = new ToolNames();
  readonly toolIds: ToolIds;
  readonly documentNames: DocumentNames = new DocumentNames();
  readonly documents: CitedDocument[] = [];
  readonly system: SystemContentBlock[] = [];
  turns: Turn[] = [];
  /** Set when a document of the request can be cited. */
  citing = false;
  /** Blocks of kinds that nobody here knows, which Bedrock gave and takes back: no rule can judge them. */
  readonly opaque: WeakSet<object> = new WeakSet();
  /** `prompt[2].content[0]`; nothing for a block that the mapping added. */
  readonly origins: WeakMap<object, string | undefined> = new WeakMap();

  constructor(capabilities: ModelCapabilities, warnings: Warnings) {
    const { toolUse } = capabilities;
    this.capabilities = capabilities;
    this.warnings = warnings;
    this.toolUse = typeof toolUse === 'object' ? toolUse : undefined;
    this.toolIds = new ToolIds(this.toolUse?.ids);
  }

  /** Adds a block to the last turn, or to a new one when the role changes. */
  add(role: Role, block: ContentBlock, origin: string): void {
    this.origins.set(block, origin);
    const last = this.turns.at(-1);
    if (last?.role === role) last.content.push(block);
    else this.turns.push({ role, content: [block] });
  }

  addSystem(block: SystemContentBlock, origin: string): void {
    this.origins.set(block, origin);
    this.system.push(block);
  }

  /**
   * Adds a cache point to the last turn, if it is one of this role. A point right behind another would cache nothing more, so it only
   * passes on a longer time to live.
   */
  addCachePoint(role: Role, point: CachePointBlock | undefined, origin: string): void {
    const last = this.turns.at(-1);
    if (!point || last?.role !== role) return;
    const before = last.content.at(-1);
    if (before && 'cachePoint' in before) before.cachePoint = { ...before.cachePoint, ...point };
    else this.add(role, { cachePoint: point }, origin);
  }

  /** Marks a block that stands in for another one. */
  trace<Block extends object>(block: Block, replaced: object): Block {
    this.origins.set(block, this.origins.get(replaced));
    return block;
  }
}
