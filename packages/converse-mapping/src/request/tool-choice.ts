// Which tool the model is to call, as far as it can be told: never forced where it refuses that, and never changed silently.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html

import type { LanguageModelV4ToolChoice } from '@ai-sdk/provider';
import type { Tool, ToolChoice, ToolConfiguration } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { recordOf, type UnknownRecord } from '../record.ts';
import { changed, unsupported } from '../warnings.ts';
import { nativeFields } from './anthropic-tools.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';
import type { ReasoningPlan } from './reasoning.ts';
import type { ResponseFormatPlan } from './response-format.ts';
import { declared, hasToolHistory, heldBack } from './tool-history.ts';
import type { Offer } from './tools.ts';

export interface Chosen {
  readonly toolConfig: ToolConfiguration | undefined;
  /** For `additionalModelRequestFields`. */
  readonly fields: UnknownRecord;
}

const NOTHING: Offer = { tools: [], native: [], betas: new Set() };

/**
 * The choice of a tool where the model takes it: in `toolConfig`, or in the model's own fields.
 *
 * @param format its tool, if it has one, carries a JSON answer
 */
export function chooseTool(
  given: Offer,
  choice: LanguageModelV4ToolChoice | undefined,
  options: BedrockLanguageModelOptions,
  { forcedToolChoice: mayForce }: ReasoningPlan,
  format: ResponseFormatPlan | undefined,
  conversation: Conversation,
): Chosen {
  // For calls and results the service wants tools to be declared.
  const history = !conversation.isPrompt && hasToolHistory(conversation.turns);
  const offer = choice?.type === 'none' ? NOTHING : given;
  const { tools: own, native } = offer;
  const alone = own.length + native.length === 0;
  // The caller requires one of its own tools, and the tool that carries the answer is not among them.
  const isBarred = choice?.type === 'required' && !alone && canForce('any', mayForce, conversation);
  const answer = isBarred ? undefined : format?.tool;
  if (alone && !answer) {
    return history ? heldBack(given, conversation) : { toolConfig: undefined, fields: {} };
  }
  const tools = answer ? [...own, { toolSpec: answer }] : own;
  let want = asked(choice, tools, native, conversation);
  if (answer && !(want && 'tool' in want)) {
    // Alone it is called by name; among others any call will do, since the others come first and the answer last.
    if (format?.forced) want = alone ? { tool: { name: answer.name } } : { any: {} };
    else if (alone || !want) want = { auto: {} };
  }
  const { wire, only } = wireChoice(want, mayForce, conversation);
  // The caller may have written a choice into the model's own fields: beside it Bedrock refuses any other.
  const byHand = options.additionalModelRequestFields?.['tool_choice'];
  // One call at a time means nothing beside a choice that forbids all calls.
  const wantsOne = options.disableParallelToolUse === true && recordOf(byHand)['type'] !== 'none';
  const oneAtATime = wantsOne && conversation.capabilities.vendor === 'anthropic';
  if (wantsOne && !oneAtATime) {
    unsupported(conversation, 'disableParallelToolUse', ' has no such setting.');
  }
  // Converse has no setting for one call at a time, and cannot choose a tool of Anthropic's own.
  const inFields =
    oneAtATime || (wire && (tools.length === 0 || ('tool' in wire && isNative(native, wire.tool.name))));
  const kept =
    only === undefined ? tools : tools.filter((tool) => !('toolSpec' in tool) || isSpec(tool, only));
  const toolConfig = { tools: kept, ...(!inFields && byHand === undefined && wire && { toolChoice: wire }) };
  const serially = oneAtATime ? { disable_parallel_tool_use: true } : undefined;
  // `toolConfig` must be there for the history, and must not be empty, although every tool is one of Anthropic's own.
  const placeholder = history ? { tools: [declared('unused')] } : undefined;
  return {
    toolConfig: kept.every(isPoint) ? placeholder : toolConfig,
    fields: {
      ...nativeFields(offer),
      // Beside a choice that the caller wrote, only the setting is left to say.
      ...(inFields && {
        tool_choice: byHand === undefined ? { ...nativeChoice(wire), ...serially } : serially,
      }),
    },
  };
}

/** What the caller asked for. A tool that is not sent cannot be chosen. */
function asked(
  choice: LanguageModelV4ToolChoice | undefined,
  tools: Offer['tools'],
  native: Offer['native'],
  conversation: Conversation,
): ToolChoice | undefined {
  if (choice?.type === 'required') return { any: {} };
  if (choice?.type === 'tool') {
    const name = conversation.toolNames.wire(choice.toolName);
    if (isNative(native, name) || tools.some((tool) => isSpec(tool, name))) return { tool: { name } };
    unsupported(
      conversation,
      'toolChoice',
      `The tool ${choice.toolName} is not among the tools of the call.`,
    );
  } else if (choice?.type !== 'auto') return undefined;
  return { auto: {} };
}

function isSpec(tool: Tool, name: string): boolean {
  return 'toolSpec' in tool && tool.toolSpec.name === name;
}

function isNative(native: Offer['native'], name: string): boolean {
  return native.some((tool) => tool['name'] === name);
}

interface WireChoice {
  readonly wire: ToolChoice | undefined;
  /** The one tool to offer, where the model can be told in no other way. */
  readonly only?: string | undefined;
}

function canForce(kind: 'any' | 'tool', mayForce: boolean, { toolUse }: Conversation): boolean {
  const how = toolUse?.choices[kind];
  return mayForce && how !== false && how !== 'ignored';
}

function wireChoice(want: ToolChoice | undefined, mayForce: boolean, conversation: Conversation): WireChoice {
  const choices = conversation.toolUse?.choices;
  const auto = choices?.auto === false ? undefined : { auto: {} };
  if (!want || 'auto' in want) return { wire: want && auto };
  if ('tool' in want && canForce('tool', mayForce, conversation)) return { wire: want };
  const only = 'tool' in want ? want.tool.name : undefined;
  if (canForce('any', mayForce, conversation)) return { wire: { any: {} }, only };
  const told = only === undefined ? 'one of the tools' : `the tool "${only}"`;
  conversation.addSystem({ text: `Go on by calling ${told}, and in no other way.` }, 'toolChoice');
  // Without reasoning some models could not be forced either.
  const when = canForce('any', true, conversation) ? ' while it reasons' : '';
  changed(conversation, 'toolChoice', ` cannot be forced to use a tool${when}, so it is only told to.`);
  return { wire: auto, only };
}

/** The form of Anthropic's own API. */
function nativeChoice(wire: ToolChoice = { auto: {} }): UnknownRecord {
  const [type] = Object.keys(wire);
  return { type, ...('tool' in wire && wire.tool) };
}
