/**
 * What Claude's own API says of tools of the wrong form, and of the ids and names by which they are called.
 *
 * https://github.com/anthropics/claude-quickstarts/issues/251, https://github.com/awsl-project/maxx/pull/557
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject, objectsIn } from '../json.ts';
import { aDictionary, anything, aText, checkMembers, type Members } from './anthropic-blocks.ts';
import { saying, unexpectedTag } from './anthropic-check.ts';

/**
 * What Bedrock names of tools that Anthropic defines, without a beta, for Claude Sonnet 4.6. It takes others by their models, so only
 * tools of another form, the computer, which has a beta (see claude-quickstarts), and those that run on Anthropic's servers are refused.
 *
 * https://github.com/nickhou1983/copilot2api-multiusers/blob/main/scripts/capability-request-response-guide.md, of Bedrock behind a gateway
 */
const types = [
  'bash_20250124',
  'custom',
  'memory_20250818',
  'text_editor_20250124',
  'text_editor_20250429',
  'text_editor_20250728',
  'tool_search_tool_bm25',
  'tool_search_tool_bm25_20251119',
  'tool_search_tool_regex',
  'tool_search_tool_regex_20251119',
];
const defined = /^(?:bash|custom|memory|text_editor|tool_search_tool)(?:_|$)/;

/**
 * The members that a tool of one's own may have without a beta. The last belongs to tool search, whose tool needs no beta either.
 *
 * Of others: https://github.com/anthropics/claude-agent-sdk-python/issues/694 (Bedrock),
 * https://github.com/anthropics/claude-code/issues/11678
 */
const members: Members = {
  needed: { name: aText, input_schema: aDictionary },
  others: { description: aText, strict: anything, defer_loading: anything },
};

const namePattern = '^[a-zA-Z0-9_-]{1,128}$';
const idPattern = '^[a-zA-Z0-9_-]+$';

/** @throws {ServiceError} `ValidationException` */
export function checkAnthropicTools(body: JsonObject): void {
  const { anthropic_beta: beta, messages, tools } = body;
  (isList(tools) ? tools : []).forEach((tool, index) => {
    const place = `tools.${index}`;
    if (!isObject(tool)) throw saying(`${place}: Input should be an object`);
    const { type = 'custom' } = tool;
    // A beta may bring tools with it.
    if (typeof type === 'string' && !defined.test(type) && beta === undefined)
      throw unexpectedTag(place, type, types);
    if (type !== 'custom') return;
    checkMembers(tool, `${place}.custom`, members, body);
    checkSchemaRoot(tool['input_schema'], `${place}.custom.input_schema`);
    checkPattern(tool['name'], `${place}.custom.name`, namePattern);
  });
  objectsIn(messages).forEach(({ content }, message) => {
    objectsIn(content).forEach((block, index) => {
      const place = `messages.${message}.content.${index}`;
      if (block['type'] === 'tool_use') checkPattern(block['id'], `${place}.tool_use.id`, idPattern);
      if (block['type'] === 'tool_result')
        checkPattern(block['tool_use_id'], `${place}.tool_result.tool_use_id`, idPattern);
    });
  });
}

const choices = ['auto', 'any', 'tool', 'none'];

/**
 * As measured of the API on 28 August 2026, github.com/aegis-gateway/aegis-ai-gateway, and on 29 September 2026,
 * github.com/aakshintala/fiber: without tools, `auto` and `none` pass. Of names: https://github.com/microsoft/vscode/issues/278073
 *
 * @throws {ServiceError} `ValidationException`
 */
export function checkToolChoice({ tool_choice: choice, tools }: JsonObject): void {
  // Sets of tools that a server has are called by no name.
  const names = objectsIn(tools).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  if (new Set(names).size < names.length) throw saying('tools: Tool names must be unique.');
  if (!isObject(choice)) return;
  const { type = null, name = null } = choice;
  if (typeof type !== 'string') throw saying('tool_choice.type: Field required');
  if (!choices.includes(type)) throw unexpectedTag('tool_choice', type, choices);
  if (type === 'any' && objectsIn(tools).length === 0)
    throw saying('tool_choice.any may only be specified while providing tools');
  if (type !== 'tool') return;
  if (typeof name !== 'string') throw saying('tool_choice.tool.name: Field required');
  if (!names.includes(name)) throw saying(`Tool '${name}' not found in provided tools`);
}

/** https://github.com/vercel/ai/issues/12020 and, of another type, https://github.com/BerriAI/litellm/issues/24121 */
function checkSchemaRoot(schema: Json | undefined, place: string): void {
  if (!isObject(schema) || schema['type'] === 'object') return;
  throw saying(
    `${place}.type: ${schema['type'] === undefined ? 'Field required' : "Input should be 'object'"}`,
  );
}

function checkPattern(value: Json | undefined, place: string, pattern: string): void {
  if (typeof value === 'string' && !new RegExp(pattern).test(value))
    throw saying(`${place}: String should match pattern '${pattern}'`);
}
