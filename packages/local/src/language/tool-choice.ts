/**
 * Which of the offered tools fits what the user wrote, and the arguments of the call.
 */
import type { ConverseRequest, Json, Message, ToolSpecification, ToolUseBlock } from '@bedrock-kit/protocol';
import { memberAt } from '../json.ts';
import { schemaValue } from './schema-value.ts';
import { splitName } from './text-facts.ts';

/**
 * The calls that the model makes; none when no tool fits and none is asked for.
 *
 * @param since - the messages after the question, in which a tool that fits may have been called already
 * @param idOf - the id of a call, by a text that is this call's alone
 */
export function chooseTools(
  request: ConverseRequest,
  text: string,
  since: readonly Message[],
  idOf: (call: string) => string,
): ToolUseBlock[] {
  const specs = (request.toolConfig?.tools ?? []).flatMap((tool) =>
    'toolSpec' in tool ? [tool.toolSpec] : [],
  );
  const choice = request.toolConfig?.toolChoice ?? { auto: {} };
  const call = ({ name, inputSchema }: ToolSpecification, index: number): ToolUseBlock => {
    const input: Json = schemaValue(inputSchema.json, text);
    const turn = request.messages?.length ?? 0;
    const toolUseId = idOf(`${turn}/${index}/${name}/${JSON.stringify(input)}/${text}`);
    return { toolUseId, name, input };
  };
  if ('tool' in choice) {
    return specs.filter((spec) => spec.name === choice.tool.name).map((spec, index) => call(spec, index));
  }
  const called = new Set(
    since.flatMap(({ content }) => content.map((block) => 'toolUse' in block && block.toolUse.name)),
  );
  const others = specs.filter((spec) => !called.has(spec.name));
  const open = others.length === 0 && 'any' in choice ? specs : others;
  const named = open.filter((spec) => mentionsName(text, spec.name));
  if (named.length > 1 && !isOneAtATime(request)) return named.map((spec, index) => call(spec, index));
  const ranked = open
    .map((spec) => ({ spec, score: fit(spec, text) }))
    .sort((left, right) => right.score - left.score);
  const [best] = ranked;
  if (best === undefined || (best.score < leastFit && !('any' in choice))) return [];
  return [call(best.spec, 0)];
}

/** Claude's own setting, for which Converse has no place. */
function isOneAtATime({ additionalModelRequestFields: fields }: ConverseRequest): boolean {
  return memberAt(fields, ['tool_choice', 'disable_parallel_tool_use']) === true;
}

/** Reached by one word of the tool's name, or by two of its description. */
const leastFit = 2;
const wordWorth = { name: 2, description: 1 };

const fillers = new Set(
  'a an the of in on at for to from by with and or is are be it its this that as get use when what which how do does can will now if not'.split(
    ' ',
  ),
);

function fit(spec: ToolSpecification, text: string): number {
  const words = new Set(wordsOf(text));
  const inName = wordsOf(spec.name).filter((word) => words.has(word)).length;
  const inDescription = wordsOf(spec.description ?? '').filter((word) => words.has(word)).length;
  return inName * wordWorth.name + inDescription * wordWorth.description;
}

/** Words without their endings, each once, without those that say nothing. */
function wordsOf(text: string): string[] {
  const words = splitName(text).filter((word) => word.length > 1 && !fillers.has(word));
  return [...new Set(words.map((word) => word.replace(/(?:ing|es|s)$/, '')))];
}

/** Whether the text has the very name of a tool. A name that is a plain word, such as `weather`, does not count: its fit decides. */
function mentionsName(text: string, name: string): boolean {
  return /[A-Z_-]/.test(name.slice(1)) && text.includes(name);
}
