/**
 * The prompt cache of the account: which beginnings of prompts are cached, until when, and what a request reads and writes.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 */
import type { ModelCapabilities, PromptCaching } from '@bedrock-kit/models';
import type { CacheDetail, CacheTTL } from '@bedrock-kit/protocol';
import { type Boundary, boundariesOf } from './boundaries.ts';
import { type Prompt, promptParts, tokensOf } from './prompt.ts';

const lifetimes: Readonly<Record<CacheTTL, number>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

/** What a prompt costs. */
export interface InputUsage {
  /** Neither read nor written. */
  readonly inputTokens: number;
  /** Undefined for a prompt without cache points. */
  readonly cached?:
    | { readonly read: number; readonly written: number; readonly details?: readonly CacheDetail[] }
    | undefined;
}

interface Entry {
  readonly ttl: CacheTTL;
  expiresAt: number;
}

/** The rules for a model of which nothing is known: those that most models of the guide have. */
const usual: Pick<PromptCaching, 'minTokens' | 'maxTokens' | 'lookBackBlocks' | 'ttls'> = {
  minTokens: 1024,
  maxTokens: 'unknown',
  lookBackBlocks: 'unknown',
  ttls: ['5m'],
};

/** More entries than this are never kept: those that were written first go first. */
const mostEntries = 10_000;

export class PromptCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /**
   * Counts a prompt, and reads and writes the cache at its points. What was written is told by lifetime only for models with more
   * than one of them; recorded of Claude and Nova:
   * https://github.com/agentjido/req_llm/tree/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock
   * https://github.com/open-telemetry/opentelemetry-python-contrib/blob/8f2b2242b0188ca4cc3437ff91bc93452dc30e14/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_converse_with_prompt_caching.yaml
   */
  async use(
    prompt: Prompt,
    { baseModelId, id, promptCaching }: Pick<ModelCapabilities, 'baseModelId' | 'id' | 'promptCaching'>,
  ): Promise<InputUsage> {
    const parts = await promptParts(prompt);
    const total = tokensOf(parts);
    if (promptCaching === false || !parts.some((part) => part.kind === 'point'))
      return { inputTokens: total };
    const rules = promptCaching === 'unknown' ? usual : promptCaching;
    const boundaries = await boundariesOf(parts, baseModelId ?? id);
    const points = boundaries.filter((boundary) => isCacheable(boundary, rules));
    const read = this.#read(boundaries, points, rules.lookBackBlocks);
    const details = this.#write(points, read, rules.ttls[0] ?? '5m');
    const written = details.reduce((sum, detail) => sum + detail.inputTokens, 0);
    const cached = { read, written, ...(written > 0 && rules.ttls.length > 1 && { details }) };
    return { inputTokens: total - read - written, cached };
  }

  /**
   * The tokens of the longest beginning that is cached: up to a point, or up to a block that is not too far in front of
   * one. Every entry on the way lives for its whole time again.
   */
  #read(
    boundaries: readonly Boundary[],
    points: readonly Boundary[],
    lookBackBlocks: PromptCaching['lookBackBlocks'],
  ): number {
    const reach = lookBackBlocks === 'unknown' ? Infinity : lookBackBlocks;
    const now = this.#now().getTime();
    let longest = 0;
    for (const { key, tokens, blocks } of boundaries) {
      const entry = this.#entries.get(key);
      if (entry === undefined) continue;
      if (entry.expiresAt <= now) {
        this.#entries.delete(key);
        continue;
      }
      const isSeen = points.some((point) => point.blocks >= blocks && point.blocks - blocks < reach);
      if (!isSeen) continue;
      entry.expiresAt = now + lifetimes[entry.ttl];
      longest = tokens;
    }
    return longest;
  }

  #forget(): void {
    if (this.#entries.size <= mostEntries) return;
    // A map keeps the order in which its keys came.
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** Writes at every point beyond what was read. The tokens between two points count for the later one. */
  #write(points: readonly Boundary[], read: number, usualTtl: CacheTTL): CacheDetail[] {
    const now = this.#now().getTime();
    const written = new Map<CacheTTL, number>();
    let from = read;
    for (const { key, tokens, point } of points) {
      if (tokens <= from) continue;
      const ttl = point === undefined || point === 'default' ? usualTtl : point;
      this.#entries.set(key, { ttl, expiresAt: now + lifetimes[ttl] });
      this.#forget();
      written.set(ttl, (written.get(ttl) ?? 0) + tokens - from);
      from = tokens;
    }
    // The longer time comes first: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
    return [...written]
      .sort(([one], [other]) => lifetimes[other] - lifetimes[one])
      .map(([ttl, inputTokens]) => ({ ttl, inputTokens }));
  }
}

/** A point does nothing with too few tokens in front of it, and with more of them than the model caches. */
function isCacheable({ point, tokens }: Boundary, { minTokens, maxTokens }: typeof usual): boolean {
  if (point === undefined) return false;
  const least = minTokens === 'unknown' ? 1024 : minTokens;
  return tokens >= least && (maxTokens === 'unknown' || tokens <= maxTokens);
}
