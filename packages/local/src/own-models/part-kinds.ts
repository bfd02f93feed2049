/**
 * The kinds of objects that an answer is made of, each with its members by Converse's shapes: blocks, events, exceptions, and how the
 * answer ends.
 */
import {
  Converse,
  ConverseStream,
  type ConverseStreamEvent,
  InvokeModelWithResponseStream,
  type Members,
  type Shape,
} from '@bedrock-kit/protocol';
import { membersOf } from '../wire/members.ts';
import type { ExceptionEvent } from './exception-event.ts';
import type { AnswerEnd } from './handler.ts';

function chosen(members: Members, isChosen: (name: string) => boolean): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => isChosen(name)));
}

const isExceptionName = (name: string): boolean => name.endsWith('Exception');
const response = membersOf(Converse.output);

/** How an answer ends: the members of Converse's response but those that the service puts together. */
export const ends: Members = chosen(response, (name) => name !== 'output' && name !== 'metrics');

/** The list of blocks of an answer. */
export const content: Shape | undefined = membersOf(membersOf(response['output'])['message'])['content'];

export const blocks: Members = content?.type === 'list' ? membersOf(content.member) : {};

export const events: Members = chosen(
  membersOf(membersOf(ConverseStream.output)['stream']),
  (name) => !isExceptionName(name),
);

/** The exceptions that are events of a stream, by their names there; InvokeModel's stream has all of Converse's. */
export const exceptions: Members = chosen(
  membersOf(membersOf(InvokeModelWithResponseStream.output)['body']),
  isExceptionName,
);

export function isEvent(part: object): part is ConverseStreamEvent {
  return hasSome(part, events);
}

export function isException(part: object): part is ExceptionEvent {
  return hasSome(part, exceptions);
}

/** No member of an end is required. */
export function isEnd(part: object): part is AnswerEnd {
  return hasSome(part, ends) || Object.keys(part).length === 0;
}

/** Whether an object has any of the members. */
export function hasSome(part: object, members: Members): boolean {
  return Object.keys(part).some((name) => Object.hasOwn(members, name));
}
