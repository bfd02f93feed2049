/**
 * What the built-in model says: the first that applies of the list below. The README describes it.
 */
import type {
  ContentBlock,
  ConverseRequest,
  Json,
  Message,
  ToolResultBlock,
  ToolUseBlock,
} from '@bedrock-kit/protocol';
import { citedAnswer } from './citations.ts';
import { followInstruction } from './instructions.ts';
import { describeBlock } from './received.ts';
import { schemaValue } from './schema-value.ts';
import { type Situation, situationOf } from './situation.ts';
import { chooseTools } from './tool-choice.ts';

export interface Composition {
  readonly content: readonly ContentBlock[];
  /** What it is about to do, for its thoughts. */
  readonly plan: string;
}

type Attempt = (situation: Situation) => Composition | undefined | Promise<Composition | undefined>;

const attempts: readonly Attempt[] = [
  callFittingTools,
  callAskedTool,
  fillSchema,
  reportResults,
  obey,
  citeDocuments,
];

/** @param idOf - the id of a call, by a text that is this call's alone */
export async function compose(
  request: ConverseRequest,
  idOf: (call: string) => string,
): Promise<Composition> {
  const situation = situationOf(request, idOf);
  for (const attempt of attempts) {
    const composition = await attempt(situation);
    if (composition !== undefined) return composition;
  }
  const { last } = situation;
  return { content: [{ text: await report(request, last) }], plan: 'I report what I received.' };
}

function callFittingTools({ request, question, since, results, idOf }: Situation): Composition | undefined {
  const choice = request.toolConfig?.toolChoice;
  const isForced = choice !== undefined && !('auto' in choice);
  if (results.length > 0 && !isForced) return undefined;
  const calls = chooseTools(request, question, since, idOf);
  const names = calls.map(({ name }) => name).join(' and ');
  return calling(calls, `I call ${names}, which fits.`);
}

/** Once: an agent that is told of its tool in these words goes on with what the tool answered. */
function callAskedTool(situation: Situation): Composition | undefined {
  const { request, asked, topic, since, results, toolNameOf, idOf } = situation;
  const { tool: name } = asked ?? {};
  if (name === undefined || results.some(({ toolUseId }) => toolNameOf(toolUseId) === name)) return undefined;
  const toolConfig = { tools: [], ...request.toolConfig, toolChoice: { tool: { name } } };
  const calls = chooseTools({ ...request, toolConfig }, topic, since, idOf);
  return calling(calls, `I call ${name}, as I was told.`);
}

function calling(calls: readonly ToolUseBlock[], plan: string): Composition | undefined {
  return calls.length === 0 ? undefined : { content: calls.map((toolUse) => ({ toolUse })), plan };
}

function fillSchema({ request, asked, topic }: Situation): Composition | undefined {
  const schema = request.outputConfig?.textFormat?.structure.jsonSchema.schema ?? asked?.schema;
  if (schema === undefined) return undefined;
  const text = JSON.stringify(schemaValue(parseSchema(schema), topic));
  return { content: [{ text }], plan: 'I answer with JSON that fits the schema.' };
}

async function reportResults({
  request,
  last,
  question,
  results,
  toolNameOf,
}: Situation): Promise<Composition | undefined> {
  if (results.length === 0) return undefined;
  const cited = await citedAnswer(request, question, last);
  const text = results.map((result) => reportResult(toolNameOf(result.toolUseId), result)).join(' ');
  return { content: cited ?? [{ text }], plan: 'I report what the tool answered.' };
}

function obey({ text }: Situation): Composition | undefined {
  const said = followInstruction(text);
  if (said === undefined) return undefined;
  return { content: said === '' ? [] : [{ text: said }], plan: 'I follow the instruction.' };
}

async function citeDocuments({ request, question }: Situation): Promise<Composition | undefined> {
  const content = await citedAnswer(request, question);
  return content && { content, plan: 'I look it up in the documents and cite them.' };
}

function parseSchema(schema: string): Json {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(schema) as Json;
  } catch {
    // The rules refuse such a request; with the rules switched off any object will do.
    return {};
  }
}

function reportResult(name: string, result: ToolResultBlock): string {
  const parts = result.content.map((part) => {
    if ('text' in part) return part.text;
    if ('json' in part) return JSON.stringify(part.json);
    return Object.keys(part).join();
  });
  return `The tool ${name} ${result.status === 'error' ? 'failed' : 'answered'}: ${parts.join(' ')}`;
}

async function report(request: ConverseRequest, last: Message | undefined): Promise<string> {
  const count = request.messages?.length ?? 0;
  const lines: string[] = [];
  for (const block of last?.content ?? []) {
    const { words } = await describeBlock(block);
    if (words !== undefined) lines.push(`- ${words}`);
  }
  const opening = `This is a built-in test model. I received ${count} message${count === 1 ? '' : 's'}; in the last one:`;
  return [opening, ...lines].join('\n');
}
