/**
 * What the built-in model says, in this order: it calls a tool that fits or is asked for, fills a JSON schema, reports what tools answered,
 * follows a simple instruction, answers out of documents that it may cite, or else says what it received.
 */
import type { ContentBlock, ConverseRequest, Json, Message, ToolResultBlock } from '@bedrock-kit/protocol';
import { askedFor } from './asked-for.ts';
import { citedAnswer } from './citations.ts';
import { followInstruction } from './instructions.ts';
import { describeBlock } from './received.ts';
import { schemaValue } from './schema-value.ts';
import { chooseTools } from './tool-choice.ts';

export interface Composition {
  readonly content: readonly ContentBlock[];
  /** What it is about to do, for its thoughts. */
  readonly plan: string;
}

/** @param idOf - the id of a call, by a text that is this call's alone */
export async function compose(
  request: ConverseRequest,
  idOf: (call: string) => string,
): Promise<Composition> {
  const last = lastUserMessage(request);
  const text = textOf(last);
  const messages = request.messages ?? [];
  // It may stand before what tools answered.
  const place = messages
    .map((message) => message.role === 'user' && textOf(message) !== '')
    .lastIndexOf(true);
  const question = textOf(messages[place]);
  const since = messages.slice(place + 1);
  const results = last?.content.flatMap((block) => ('toolResult' in block ? [block.toolResult] : [])) ?? [];
  const choice = request.toolConfig?.toolChoice;
  const forced = choice !== undefined && !('auto' in choice);
  if (results.length === 0 || forced) {
    const calls = chooseTools(request, question, since, idOf);
    if (calls.length > 0) {
      const names = calls.map(({ name }) => name).join(' and ');
      return { content: calls.map((toolUse) => ({ toolUse })), plan: `I call ${names}, which fits.` };
    }
  }
  const asked = askedFor(request);
  const topic = question.replace(asked?.words ?? '', '');
  const { tool: name } = asked ?? {};
  // Once: an agent that is told of its tool in these words goes on with what it answered.
  if (name !== undefined && !results.some(({ toolUseId }) => toolName(request, toolUseId) === name)) {
    const toolConfig = { tools: [], ...request.toolConfig, toolChoice: { tool: { name } } };
    const calls = chooseTools({ ...request, toolConfig }, topic, since, idOf);
    if (calls.length > 0)
      return { content: calls.map((toolUse) => ({ toolUse })), plan: `I call ${name}, as I was told.` };
  }
  const schema = request.outputConfig?.textFormat?.structure.jsonSchema.schema ?? asked?.schema;
  if (schema !== undefined) {
    const said = JSON.stringify(schemaValue(parseSchema(schema), topic));
    return { content: [{ text: said }], plan: 'I answer with JSON that fits the schema.' };
  }
  if (results.length > 0) {
    const cited = await citedAnswer({ ...request, messages: last === undefined ? [] : [last] }, question);
    const said = results.map((result) => reportResult(request, result)).join(' ');
    return { content: cited ?? [{ text: said }], plan: 'I report what the tool answered.' };
  }
  const followed = followInstruction(text);
  if (followed !== undefined)
    return { content: followed === '' ? [] : [{ text: followed }], plan: 'I follow the instruction.' };
  const cited = await citedAnswer(request, question);
  if (cited !== undefined) return { content: cited, plan: 'I look it up in the documents and cite them.' };
  return { content: [{ text: await report(request, last) }], plan: 'I report what I received.' };
}

function lastUserMessage(request: ConverseRequest): Message | undefined {
  return request.messages?.filter((message) => message.role === 'user').at(-1);
}

/** The text of the last user message. */
export function lastUserText(request: ConverseRequest): string {
  return textOf(lastUserMessage(request));
}

function textOf(message: Message | undefined): string {
  const texts = message?.content.flatMap((block) => {
    if ('text' in block) return [block.text];
    return 'guardContent' in block && 'text' in block.guardContent ? [block.guardContent.text.text] : [];
  });
  return texts?.join('\n').trim() ?? '';
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

function reportResult(request: ConverseRequest, result: ToolResultBlock): string {
  const name = toolName(request, result.toolUseId);
  const parts = result.content.map((part) => {
    if ('text' in part) return part.text;
    if ('json' in part) return JSON.stringify(part.json);
    return Object.keys(part).join();
  });
  return `The tool ${name} ${result.status === 'error' ? 'failed' : 'answered'}: ${parts.join(' ')}`;
}

function toolName(request: ConverseRequest, id: string): string {
  for (const message of request.messages ?? []) {
    for (const block of message.content)
      if ('toolUse' in block && block.toolUse.toolUseId === id) return block.toolUse.name;
  }
  return id;
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
