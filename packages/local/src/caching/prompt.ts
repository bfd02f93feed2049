/**
 * A prompt in the order in which it is cached: tools, then system, then messages, each part with its tokens, the cache
 * points where they stand.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 */
import { type CachePointBlock, type ConverseRequest, isBytes } from '@bedrock-kit/protocol';
import { sha256Hex } from '../digest.ts';
import { memberAt } from '../json.ts';
import { describeBlock } from '../language/received.ts';
import { countTokens } from '../tokens.ts';

/** A part of a prompt, or a point up to which it is to be cached. */
export type PromptPart =
  | {
      readonly kind: 'content';
      /** Everything that makes this part what it is. */
      readonly content: string;
      readonly tokens: number;
    }
  /** No content of the prompt, but settings on which it depends whether the messages behind it count as the same. */
  | { readonly kind: 'settings'; readonly content: string }
  | { readonly kind: 'point'; readonly ttl: CachePointBlock['ttl'] };

/** A request as far as it is shown to a model. */
export type Prompt = Omit<ConverseRequest, 'modelId'>;

export async function promptParts(prompt: Prompt): Promise<PromptPart[]> {
  const parts: PromptPart[] = [];
  for (const tool of prompt.toolConfig?.tools ?? []) {
    if ('cachePoint' in tool) parts.push(point(tool.cachePoint));
    else {
      const content = JSON.stringify(tool);
      parts.push({ kind: 'content', content: `tool ${content}`, tokens: countTokens(content) });
    }
  }
  for (const block of prompt.system ?? []) {
    if ('cachePoint' in block) parts.push(point(block.cachePoint));
    else {
      const tokens = 'text' in block ? countTokens(block.text) : (await describeBlock(block)).tokens;
      parts.push({ kind: 'content', content: `system ${await canonical(block)}`, tokens });
    }
  }
  parts.push({ kind: 'settings', content: settingsOf(prompt) });
  for (const { role, content } of prompt.messages ?? []) {
    for (const block of content) {
      if ('cachePoint' in block) parts.push(point(block.cachePoint));
      else {
        const { tokens } = await describeBlock(block);
        parts.push({ kind: 'content', content: `${role} ${await canonical(block)}`, tokens });
      }
    }
  }
  return parts;
}

/** Tokens of everything that the model was shown. */
export async function countInputTokens(prompt: Prompt): Promise<number> {
  return tokensOf(await promptParts(prompt));
}

export function tokensOf(parts: readonly PromptPart[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'content' ? part.tokens : 0), 0);
}

function point({ ttl }: CachePointBlock): PromptPart {
  return { kind: 'point', ttl };
}

/**
 * Changes of the tool choice and of the reasoning settings leave tools and system cached, but no message.
 * https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching#what-invalidates-the-cache
 * Claude takes them under a second name: github.com/crmne/ruby_llm, spec/fixtures/vcr_cassettes
 */
function settingsOf({ toolConfig, additionalModelRequestFields: fields }: Prompt): string {
  const thinking = ['thinking', 'reasoning_config', 'reasoningConfig']
    .map((name) => memberAt(fields, [name]))
    .find(Boolean);
  return JSON.stringify([toolConfig?.toolChoice, memberAt(fields, ['tool_choice']), thinking]);
}

/** A block as text, its files as their checksums. */
async function canonical(block: object): Promise<string> {
  const files: Uint8Array[] = [];
  const text = JSON.stringify(block, (_name, value: unknown) => {
    if (!isBytes(value)) return value;
    files.push(value);
    return `file ${files.length}`;
  });
  const checksums: string[] = [];
  for (const file of files) checksums.push(await sha256Hex(file));
  return [text, ...checksums].join(' ');
}
