/**
 * What Claude's own API says of the turns of a body: who may speak, that something must be said, and that every use of a tool is
 * answered in the turn behind it.
 *
 * Of InvokeModel: https://github.com/BerriAI/litellm/pull/31364 (the role), https://github.com/konveyor/kai/issues/645,
 * https://github.com/anomalyco/opencode/issues/15715 and https://github.com/langchain-ai/langchain-aws/pull/590 (nothing said),
 * https://github.com/browser-use/browser-use/issues/988 (tools, in the words of that year). The words of the API today: https://github.com/anthropics/claude-agent-sdk-typescript/issues/350,
 * https://github.com/NyarchLinux/NyarchAssistant/issues/157, https://github.com/anthropics/claude-code/issues/3512
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import { saying } from './anthropic-check.ts';

/** @throws {ServiceError} `ValidationException` */
export function checkAnthropicTurns(
  { messages, system }: JsonObject,
  { reasoning, systemMessages }: ModelCapabilities,
): void {
  if (!isList(messages) || messages.length === 0) throw saying('messages: at least one message is required');
  const said = messages.filter((message) => isObject(message));
  said.forEach(({ role }, index) => {
    checkRole(role, index, systemMessages !== false);
  });
  checkEfforts(said, 'effort' in reasoning && reasoning.effort?.perMessage !== false);
  // A system prompt that is one text may be empty.
  if (isList(system)) checkTexts(blocksOf(system), 'system');
  const turns = turnsOf(said);
  turns.forEach(({ blocks, first, role }, index) => {
    if (blocks.length === 0 && !(role === 'assistant' && index === turns.length - 1))
      throw saying(
        `messages.${first}: all messages must have non-empty content except for the optional final assistant message`,
      );
  });
  checkTexts(
    turns.flatMap(({ blocks }) => blocks.map(([, block]) => block)),
    'messages',
  );
  checkToolTurns(turns);
}

function checkRole(role: Json | undefined, index: number, systemMessages: boolean): void {
  if (role === 'user' || role === 'assistant' || typeof role !== 'string') return;
  if (role === 'system' && systemMessages) {
    if (index > 0) return;
    throw saying("messages.0: use the top-level 'system' parameter for the initial system prompt");
  }
  throw saying(`messages: Unexpected role "${role}". ${adviceFor(role)}`);
}

/**
 * A message may have an effort of its own where a beta has let it pass: https://platform.claude.com/docs/en/build-with-claude/effort-per-message.
 * Which models refuse it on Bedrock, too, stands in the table.
 */
function checkEfforts(messages: readonly JsonObject[], areTaken: boolean): void {
  messages.forEach(({ output_config: output, role }, index) => {
    if (output === undefined) return;
    if (role !== 'system')
      throw saying(
        `messages.${index}.output_config: output_config is only permitted on role 'system' messages`,
      );
    if (!areTaken)
      throw saying(
        'output_config.effort requires a model that supports per-turn effort; this model does not',
      );
  });
}

function adviceFor(role: string): string {
  if (role === 'system')
    return 'The Messages API accepts a top-level `system` parameter, not "system" as an input message role.';
  const allowed = 'Allowed roles are "user" or "assistant".';
  return role === 'tool'
    ? `${allowed} For instructions on how to use tools, see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview.`
    : allowed;
}

/** What a message brings: a text stands for a list of one, and an empty one for none. */
function blocksOf(content: Json | undefined): JsonObject[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  return (isList(content) ? content : []).filter((block) => isObject(block));
}

function checkTexts(blocks: readonly JsonObject[], place: 'messages' | 'system'): void {
  for (const { type, text } of blocks) {
    if (type !== 'text' || typeof text !== 'string' || text.trim() !== '') continue;
    const lack = text === '' ? 'be non-empty' : 'contain non-whitespace text';
    throw saying(`${place}: text content blocks must ${lack}`);
  }
}

interface Turn {
  readonly role: Json | undefined;
  /** The place of its first message, and that of its last. */
  readonly first: number;
  last: number;
  readonly blocks: (readonly [place: string, block: JsonObject])[];
}

/** Messages of one role in a row are one turn; what the system says stands between them. */
function turnsOf(messages: readonly JsonObject[]): Turn[] {
  const turns: Turn[] = [];
  messages.forEach(({ content, role }, place) => {
    if (role === 'system') return;
    if (turns.at(-1)?.role !== role) turns.push({ role, first: place, last: place, blocks: [] });
    const turn = turns.at(-1);
    if (turn === undefined) return;
    turn.last = place;
    for (const [index, block] of blocksOf(content).entries())
      turn.blocks.push([`messages.${place}.content.${index}`, block]);
  });
  return turns;
}

function checkToolTurns(turns: readonly Turn[]): void {
  turns.forEach(({ blocks, last, role }, index) => {
    checkTwice(blocks);
    if (role === 'assistant') {
      const answered = idsIn(withoutRest(turns[index + 1]), 'tool_result', 'tool_use_id');
      const open = [...idsIn(turns[index], 'tool_use', 'id')].filter((id) => !answered.has(id));
      if (open.length > 0)
        throw saying(
          `messages.${last}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
        );
      return;
    }
    const used = idsIn(turns[index - 1], 'tool_use', 'id');
    for (const [at, { type, tool_use_id: id }] of blocks) {
      if (type !== 'tool_result' || typeof id !== 'string' || used.has(id)) continue;
      throw saying(
        `${at}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
      );
    }
  });
}

/** https://github.com/anomalyco/opencode/issues/1279 and, of results, https://github.com/anthropics/claude-code/issues/14110 */
function checkTwice(blocks: Turn['blocks']): void {
  const seen = new Set<string>();
  for (const [place, { type, id, tool_use_id: answered }] of blocks) {
    const call = type === 'tool_use' ? id : type === 'tool_result' ? answered : undefined;
    if (typeof call !== 'string') continue;
    if (seen.has(call))
      throw saying(
        type === 'tool_use'
          ? `${place}: \`tool_use\` ids must be unique`
          : `${place}: each tool_use must have a single result. Found multiple \`tool_result\` blocks with id: ${call}`,
      );
    seen.add(call);
  }
}

/** A turn up to the first block that is no result of a tool: results have to stand in front of all else. https://docs.claude.com/en/docs/agents-and-tools/tool-use/implement-tool-use */
function withoutRest(turn: Turn | undefined): Turn | undefined {
  const end = turn?.blocks.findIndex(([, { type }]) => type !== 'tool_result') ?? -1;
  return turn === undefined || end < 0 ? turn : { ...turn, blocks: turn.blocks.slice(0, end) };
}

function idsIn(turn: Turn | undefined, type: string, member: string): Set<string> {
  const blocks = turn?.blocks.filter(([, block]) => block['type'] === type) ?? [];
  return new Set(blocks.map(([, block]) => block[member]).filter((id) => typeof id === 'string'));
}
