/**
 * The tools of an Anthropic body and the choice among them, as Converse has them.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html
 */
import type { Json, JsonObject, Tool, ToolChoice, ToolConfiguration } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';
import { cachePointOf } from './anthropic-cache-control.ts';
import { objectIn, objects, optionalText, text } from './json-fields.ts';

/** The tools stand in the prompt, and are cached, under every choice. Converse has none that forbids them: it stands among the model's own fields. */
export function toolConfigOf(body: JsonObject): { toolConfig?: ToolConfiguration } {
  const tools = objects(body, 'tools', '').flatMap((tool, index) => toolOf(tool, `/tools/${index}`));
  return tools.length === 0 ? {} : { toolConfig: { tools, ...toolChoiceOf(body['tool_choice']) } };
}

function toolOf(tool: JsonObject, place: string): Tool[] {
  const type = optionalText(tool, 'type', place) ?? 'custom';
  const points = cachePointOf(tool, place);
  if (type !== 'custom') return [...definedTool(tool), ...points];
  const description = optionalText(tool, 'description', place);
  const toolSpec = {
    name: text(tool, 'name', place),
    inputSchema: { json: objectIn(tool, 'input_schema', place) },
    ...(description === undefined ? {} : { description }),
    ...(tool['strict'] === true ? { strict: true } : {}),
  };
  return [{ toolSpec }, ...points];
}

/**
 * By the kind of a tool that Anthropic defines, the one input that the built-in model gives it. Whoever tests an agent may carry it out, so
 * each only looks.
 *
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/bash-tool, and beside it computer-use-tool, memory-tool, text-editor-tool
 */
const definedInputs: Readonly<Partial<Record<string, JsonObject>>> = {
  bash: { command: 'pwd' },
  computer: { action: 'screenshot' },
  memory: { command: 'view', path: '/memories' },
  text_editor: { command: 'view', path: '/' },
};

/** A tool that Anthropic defines has a type and no schema. None of those that run on Anthropic's servers is called by a client's hand. */
export function definedTool({ type = null, name = null }: JsonObject): Tool[] {
  const input = typeof type === 'string' ? definedInputs[type.replace(/_\d+$/, '')] : undefined;
  if (input === undefined || typeof name !== 'string') return [];
  const properties = Object.fromEntries(
    Object.entries(input).map(([member, value]) => [member, { const: value }]),
  );
  const json = { type: 'object', properties, required: Object.keys(input) };
  return [{ toolSpec: { name, inputSchema: { json } } }];
}

export function toolChoiceOf(choice: Json | undefined): { toolChoice?: ToolChoice } {
  if (!isObject(choice) || choice['type'] === 'none') return {};
  if (choice['type'] === 'tool')
    return { toolChoice: { tool: { name: text(choice, 'name', '/tool_choice') } } };
  return { toolChoice: choice['type'] === 'any' ? { any: {} } : { auto: {} } };
}
