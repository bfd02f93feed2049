// Which tool the model shall call, as far as it can be told: never forced where it refuses that, and never silently.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html

import type { LanguageModelV4ToolChoice } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Tool, ToolChoice, ToolConfiguration, ToolSpecification } from '@bedrock-kit/protocol';
import type { UnknownRecord } from '../record.ts';
import type { Warnings } from '../warnings.ts';
import type { ConvertedTools } from './tools.ts';
import type { ToolNames } from './tool-names.ts';

export interface ChoiceRules {
  readonly capabilities: ModelCapabilities;
  readonly names: ToolNames;
  readonly warnings: Warnings;
  /** False while the model thinks and then refuses a forced tool. */
  readonly mayForce: boolean;
  /** One call at a time. */
  readonly oneAtATime: boolean;
  /** The conversation holds calls or results, for which the service wants tools to be declared. */
  readonly history: boolean;
  /** The tool that carries a structured answer. */
  readonly answer: { readonly tool: ToolSpecification; readonly forced: boolean } | undefined;
}

export interface Chosen {
  readonly toolConfig: ToolConfiguration | undefined;
  /** For `additionalModelRequestFields`. */
  readonly fields: UnknownRecord;
  /** The model may see the tools and shall not use them, which it has to be told in words. */
  readonly hold: boolean;
}

type Want = 'auto' | 'any' | 'unset' | { readonly tool: string };

export function chooseTool(
  { tools, native }: ConvertedTools,
  choice: LanguageModelV4ToolChoice | undefined,
  rules: ChoiceRules,
): Chosen {
  const { answer } = rules;
  if (choice?.type === 'none') {
    if (answer !== undefined) return offer([{ toolSpec: answer.tool }], [], answerWant(answer, true), rules);
    return rules.history
      ? holdBack(tools, native, rules)
      : { toolConfig: undefined, fields: {}, hold: false };
  }
  const offered = answer === undefined ? tools : [...tools, { toolSpec: answer.tool }];
  const asked =
    choice?.type === 'tool' ? named(choice.toolName, offered, native, rules) : WANT[choice?.type ?? 'unset'];
  const alone = tools.length === 0 && native.length === 0;
  const want = answer === undefined || typeof asked === 'object' ? asked : answerWant(answer, alone);
  return offer(offered, native, want, rules);
}

const WANT = { auto: 'auto', required: 'any', unset: 'unset' } as const;

/** A tool that is not among those sent cannot be asked for. */
function named(
  toolName: string,
  tools: readonly Tool[],
  native: readonly UnknownRecord[],
  { names, warnings }: ChoiceRules,
): Want {
  const name = names.wire(toolName);
  const isSent =
    native.some((tool) => tool['name'] === name) ||
    tools.some((tool) => 'toolSpec' in tool && tool.toolSpec.name === name);
  if (isSent) return { tool: name };
  warnings.unsupported('toolChoice', `The tool ${toolName} is not among the tools of the call.`);
  return 'auto';
}

/** Alone it is called by name; among others any call will do, since the others come first and the answer last. */
function answerWant({ tool, forced }: NonNullable<ChoiceRules['answer']>, alone: boolean): Want {
  if (!forced) return 'auto';
  return alone ? { tool: tool.name } : 'any';
}

function offer(tools: Tool[], native: readonly UnknownRecord[], want: Want, rules: ChoiceRules): Chosen {
  if (tools.length === 0 && native.length === 0) return { toolConfig: undefined, fields: {}, hold: false };
  const { wire, only } = wireChoice(want, rules);
  const oneAtATime = rules.oneAtATime && isClaude(rules);
  const own = native.some((tool) => tool['name'] === nameOf(wire));
  // Converse has no word for one call at a time, nor for the choice of a tool that is Anthropic's own.
  const inFields = oneAtATime || own || (tools.length === 0 && wire !== undefined);
  const kept =
    only === undefined || own
      ? tools
      : tools.filter((tool) => !('toolSpec' in tool) || tool.toolSpec.name === only);
  return {
    toolConfig: configOf(kept, inFields ? undefined : wire, native, rules),
    fields: {
      ...(native.length > 0 && { tools: native }),
      ...(inFields && { tool_choice: nativeChoice(wire, oneAtATime) }),
    },
    hold: false,
  };
}

function nameOf(choice: ToolChoice | undefined): string | undefined {
  return choice !== undefined && 'tool' in choice ? choice.tool.name : undefined;
}

/** Tools stay declared for the calls in the history. */
function holdBack(tools: Tool[], native: readonly UnknownRecord[], rules: ChoiceRules): Chosen {
  rules.warnings.compatibility(
    'toolChoice none',
    'The conversation holds tool calls, for which Bedrock wants the tools declared, so they are sent and the model is told not to use them.',
  );
  const { fields, hold } = held(rules.capabilities);
  return {
    toolConfig: configOf(tools, undefined, native, rules),
    fields: { ...(native.length > 0 && { tools: native }), ...fields },
    hold,
  };
}

/** Claude is told by its own `tool_choice`, which leaves the prompt as it is; the others read it in the last message. */
export function held({ vendor }: ModelCapabilities): Pick<Chosen, 'fields' | 'hold'> {
  const native = vendor === 'anthropic';
  return { fields: native ? { tool_choice: { type: 'none' } } : {}, hold: !native };
}

function configOf(
  tools: Tool[],
  toolChoice: ToolChoice | undefined,
  native: readonly UnknownRecord[],
  { history }: ChoiceRules,
): ToolConfiguration | undefined {
  if (tools.some((tool) => !('cachePoint' in tool)))
    return { tools, ...(toolChoice !== undefined && { toolChoice }) };
  return native.length > 0 && history ? { tools: [PLACEHOLDER] } : undefined;
}

/** `toolConfig` must be there for the history, and must not be empty, although every tool is one of Anthropic's own. */
const PLACEHOLDER: Tool = {
  toolSpec: {
    name: 'unused',
    description: 'Does nothing. Never call it.',
    inputSchema: { json: { type: 'object', properties: {} } },
  },
};

interface WireChoice {
  readonly wire: ToolChoice | undefined;
  /** The one tool that is offered, where the model can be told in no other way. */
  readonly only?: string;
}

function wireChoice(want: Want, rules: ChoiceRules): WireChoice {
  const { capabilities, mayForce, warnings } = rules;
  const choices = typeof capabilities.toolUse === 'object' ? capabilities.toolUse.choices : undefined;
  if (want === 'unset') return { wire: undefined };
  if (want === 'auto') return { wire: choices?.auto === false ? undefined : { auto: {} } };
  const only = typeof want === 'object' ? { only: want.tool } : {};
  if (mayForce && typeof want === 'object' && choices?.tool !== false)
    return { wire: { tool: { name: want.tool } } };
  if (mayForce && choices?.any !== false) return { wire: { any: {} }, ...only };
  const when = mayForce ? '' : ' while it reasons';
  warnings.compatibility(
    'toolChoice',
    `${capabilities.name} cannot be forced to use a tool${when}, so it may answer without one.`,
  );
  return { wire: choices?.auto === false ? undefined : { auto: {} }, ...only };
}

/** The form of Anthropic's own API. */
function nativeChoice(wire: ToolChoice | undefined, oneAtATime: boolean): UnknownRecord {
  const parallel = oneAtATime ? { disable_parallel_tool_use: true } : {};
  if (wire !== undefined && 'tool' in wire) return { type: 'tool', name: wire.tool.name, ...parallel };
  return { type: wire !== undefined && 'any' in wire ? 'any' : 'auto', ...parallel };
}

function isClaude({ capabilities }: ChoiceRules): boolean {
  return capabilities.vendor === 'anthropic';
}
