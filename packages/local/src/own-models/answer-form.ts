/**
 * Which of its forms a handler's answer has, and what is wrong with one that has none.
 */
import { ServiceError } from '../service-error.ts';
import { serviceErrorOf } from '../service/thrown-error.ts';
import type {
  AnswerEnd,
  AnswerPart,
  ModelAnswer,
  NativeAnswer,
  NativeChunk,
  OwnAnswer,
  PartialAnswer,
} from './handler.ts';
import { wrongInAnswer, wrongInPart } from './misspelt.ts';

/** For the message to a handler that answers with something else. */
export const answerForms =
  'a text, { content }, a generator or a ServiceError; { body } and { chunks } are for the InvokeModel operations';

export function isWhole(answer: ModelAnswer): answer is PartialAnswer {
  return typeof answer === 'object' && !ServiceError.isInstance(answer) && 'content' in answer;
}

/** Not a generator, although it may have a method `chunks`: https://github.com/tc39/proposal-iterator-chunking */
export function isNative(answer: ModelAnswer | undefined): answer is NativeAnswer {
  if (typeof answer !== 'object' || ServiceError.isInstance(answer) || isIterable(answer)) return false;
  return 'body' in answer || 'chunks' in answer;
}

export function isIterable(answer: object): answer is Iterable<AnswerPart> | AsyncIterable<AnswerPart> {
  return Symbol.iterator in answer || Symbol.asyncIterator in answer;
}

/** An answer in one of this package's own forms, also where AWS's client handed it on. */
export function unwrapped(answer: ModelAnswer): OwnAnswer {
  if (typeof answer === 'string') return answer;
  const error = serviceErrorOf(answer);
  if (error !== undefined) return error;
  // Where an answer has more members than its type allows, the check of all answers says so.
  if ('$metadata' in answer) return unwrapped(without(answer, '$metadata') as ModelAnswer);
  if ('stream' in answer) return answer.stream;
  if ('body' in answer && isStream(answer.body)) return { chunks: answer.body };
  if (!('output' in answer)) return answer as OwnAnswer; // what else there is
  const end: AnswerEnd = without(answer, 'output', 'metrics');
  const message = answer.output?.message as Partial<PartialAnswer> | undefined;
  return { ...end, content: message?.content as PartialAnswer['content'] };
}

function without(answer: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !names.includes(name)));
}

/** Not of a body of bytes, or of JSON that is a list. */
export function isStream(body: unknown): body is AsyncIterable<NativeChunk> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** What is wrong with the members of an answer, in words that follow `with`. */
export function wrongAnswer(answer: unknown): string | undefined {
  const isNothing = (value: unknown): string => `${String(value)}, but must answer with ${answerForms}`;
  if (!saysSomething(answer)) return isNothing(answer);
  const said = unwrapped(answer as ModelAnswer);
  // A mock without types may hold nothing where the answer should be.
  if (!saysSomething(said)) return isNothing(said);
  return isWhole(said) || isNative(said) ? wrongInAnswer(said) : undefined;
}

/** What is wrong with an answer before it is used: with its members, with its form, and with the parts of a list. In words that follow `with`. */
export function wrongAtOnce(answer: unknown): string | undefined {
  const wrong = wrongAnswer(answer);
  if (wrong !== undefined) return wrong;
  // It was just checked.
  const said = unwrapped(answer as ModelAnswer);
  if (Array.isArray(said)) return said.map(wrongPart).find((part) => part !== undefined);
  const hasForm =
    typeof said === 'string' ||
    ServiceError.isInstance(said) ||
    isWhole(said) ||
    isNative(said) ||
    isIterable(said);
  return hasForm ? undefined : `an object, but must answer with ${answerForms}`;
}

/** What is wrong with a part of an answer, in words that follow `yielded`. */
export function wrongPart(part: unknown): string | undefined {
  if (!saysSomething(part))
    return `${String(part)}, but must yield a text, a block, an event or an end such as { stopReason }`;
  return typeof part === 'object' ? wrongInPart(part as object) : undefined;
}

/** False for `undefined` and the like, which code without types, or a mock that was told nothing, gives as an answer or a part of it. */
function saysSomething(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
