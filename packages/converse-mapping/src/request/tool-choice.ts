// Which tool the model shall call, as far as it can be told: never forced where it refuses that, and never silently.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html

import type { LanguageModelV4ToolChoice } from '@ai-sdk/provider';
import type { Tool, ToolChoice, ToolConfiguration, ToolSpecification } from '@bedrock-kit/protocol';
import type { UnknownRecord } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { declared, heldBack } from './tool-history.ts';
import type { ConvertedTools } from './tools.ts';

export interface ChoiceRules {
  readonly conversation: Conversation;
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
}

/** Tools that may be called: those of Converse, and Anthropic's own in their native form. */
type Offer = Pick<ConvertedTools, 'tools' | 'native'>;

type Want = 'auto' | 'any' | 'unset' | { readonly tool: string };

const WANT = { auto: 'auto', required: 'any', none: 'unset', unset: 'unset' } as const;

export function chooseTool(
  given: Offer,
  choice: LanguageModelV4ToolChoice | undefined,
  rules: ChoiceRules,
): Chosen {
  const { answer, conversation } = rules;
  const own = choice?.type === 'none' ? { tools: [], native: [] } : given;
  const alone = own.tools.length + own.native.length === 0;
  if (alone && answer === undefined) {
    return rules.history ? heldBack(given, conversation) : { toolConfig: undefined, fields: {} };
  }
  const tools = answer === undefined ? own.tools : [...own.tools, { toolSpec: answer.tool }];
  const offer = { tools, native: own.native };
  const asked =
    choice?.type === 'tool' ? named(choice.toolName, offer, conversation) : WANT[choice?.type ?? 'unset'];
  const want = answer === undefined || typeof asked === 'object' ? asked : answerWant(answer, alone);
  return chosen(offer, want, rules);
}

/** A tool that is not among those sent cannot be asked for. */
function named(toolName: string, { tools, native }: Offer, { toolNames, warnings }: Conversation): Want {
  const name = toolNames.wire(toolName);
  const isSent = native.some((tool) => tool['name'] === name) || tools.some((tool) => isSpec(tool, name));
  if (isSent) return { tool: name };
  warnings.unsupported('toolChoice', `The tool ${toolName} is not among the tools of the call.`);
  return 'auto';
}

function isSpec(tool: Tool, name: string | undefined): boolean {
  return 'toolSpec' in tool && tool.toolSpec.name === name;
}

/** Alone it is called by name; among others any call will do, since the others come first and the answer last. */
function answerWant({ tool, forced }: NonNullable<ChoiceRules['answer']>, alone: boolean): Want {
  if (!forced) return 'auto';
  return alone ? { tool: tool.name } : 'any';
}

function chosen({ tools, native }: Offer, want: Want, rules: ChoiceRules): Chosen {
  const { wire, only } = wireChoice(want, rules);
  const { capabilities, warnings } = rules.conversation;
  const oneAtATime = rules.oneAtATime && capabilities.vendor === 'anthropic';
  if (rules.oneAtATime && !oneAtATime) {
    warnings.unsupported('disableParallelToolUse', `${capabilities.name} has no such setting.`);
  }
  const name = wire !== undefined && 'tool' in wire ? wire.tool.name : undefined;
  const own = native.some((tool) => tool['name'] === name);
  // Converse has no word for one call at a time, nor for the choice of a tool that is Anthropic's own.
  const inFields = oneAtATime || own || (tools.length === 0 && wire !== undefined);
  const kept =
    only === undefined || own ? tools : tools.filter((tool) => !('toolSpec' in tool) || isSpec(tool, only));
  // `toolConfig` must be there for the history, and must not be empty, although every tool is one of Anthropic's own.
  const placeholder = rules.history ? { tools: [declared('unused')] } : undefined;
  const toolConfig = { tools: kept, ...(!inFields && wire !== undefined && { toolChoice: wire }) };
  return {
    toolConfig: kept.some((tool) => !('cachePoint' in tool)) ? toolConfig : placeholder,
    fields: {
      ...(native.length > 0 && { tools: native }),
      ...(inFields && { tool_choice: nativeChoice(wire, oneAtATime) }),
    },
  };
}

interface WireChoice {
  readonly wire: ToolChoice | undefined;
  /** The one tool that is offered, where the model can be told in no other way. */
  readonly only?: string;
}

function wireChoice(want: Want, { conversation, mayForce }: ChoiceRules): WireChoice {
  const choices = conversation.toolUse?.choices;
  const auto = choices?.auto === false ? undefined : { auto: {} };
  if (want === 'unset') return { wire: undefined };
  if (want === 'auto') return { wire: auto };
  const only = typeof want === 'object' ? { only: want.tool } : {};
  if (mayForce && typeof want === 'object' && choices?.tool !== false)
    return { wire: { tool: { name: want.tool } } };
  if (mayForce && choices?.any !== false) return { wire: { any: {} }, ...only };
  conversation.warnings.compatibility(
    'toolChoice',
    `${conversation.capabilities.name} cannot be forced to use a tool${mayForce ? '' : ' while it reasons'}, so it may answer without one.`,
  );
  return { wire: auto, ...only };
}

/** The form of Anthropic's own API. */
function nativeChoice(wire: ToolChoice = { auto: {} }, oneAtATime: boolean): UnknownRecord {
  const [type] = Object.keys(wire);
  return {
    type,
    ...('tool' in wire && { name: wire.tool.name }),
    ...(oneAtATime && { disable_parallel_tool_use: true }),
  };
}
