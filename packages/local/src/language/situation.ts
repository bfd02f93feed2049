/**
 * A conversation as the built-in model looks at it before it says anything.
 */
import type { ConverseRequest, Message, ToolResultBlock } from '@bedrock-kit/protocol';
import { type AskedFor, askedFor } from './asked-for.ts';

export interface Situation {
  readonly request: ConverseRequest;
  /** The last message of the user. */
  readonly last: Message | undefined;
  /** The text in it. */
  readonly text: string;
  /** What the user asked last, which may stand before what tools answered. */
  readonly question: string;
  /** The messages behind the question. */
  readonly since: readonly Message[];
  /** The name of the tool that was called first by an id, or the id where the conversation does not have it. */
  readonly toolNameOf: (id: string) => string;
  /** What tools have answered in the last message. */
  readonly results: readonly ToolResultBlock[];
  /** What the prompt asks for in words. */
  readonly asked: AskedFor | undefined;
  /** The question without the words that ask for a form. */
  readonly topic: string;
  /** The id of a call, by a text that is this call's alone. */
  readonly idOf: (call: string) => string;
}

export function situationOf(request: ConverseRequest, idOf: (call: string) => string): Situation {
  const last = lastUserMessage(request);
  const messages = request.messages ?? [];
  const place = messages
    .map((message) => message.role === 'user' && textOf(message) !== '')
    .lastIndexOf(true);
  const question = textOf(messages[place]);
  const asked = askedFor(request);
  return {
    request,
    last,
    text: textOf(last),
    question,
    since: messages.slice(place + 1),
    results: last?.content.flatMap((block) => ('toolResult' in block ? [block.toolResult] : [])) ?? [],
    toolNameOf: toolNames(messages),
    asked,
    topic: question.replace(asked?.words ?? '', ''),
    idOf,
  };
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

function toolNames(messages: readonly Message[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const { content } of messages) {
    for (const block of content)
      if ('toolUse' in block && !names.has(block.toolUse.toolUseId))
        names.set(block.toolUse.toolUseId, block.toolUse.name);
  }
  return (id) => names.get(id) ?? id;
}
