/**
 * Which of its forms a handler's answer has, and what is wrong with one that has none.
 */
import { ServiceError } from '../service-error.ts';
import type {
  AnswerEnd,
  AnswerPart,
  ConverseAnswer,
  ModelAnswer,
  NativeAnswer,
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
export function isNative(answer: ModelAnswer): answer is NativeAnswer {
  if (typeof answer !== 'object' || ServiceError.isInstance(answer) || isIterable(answer)) return false;
  return 'body' in answer || 'chunks' in answer;
}

export function isIterable(answer: object): answer is Iterable<AnswerPart> | AsyncIterable<AnswerPart> {
  return Symbol.iterator in answer || Symbol.asyncIterator in answer;
}

/** Of an answer in Converse's own form: the message, what is measured anew, and what AWS's client adds. */
const around = new Set(['output', 'metrics', '$metadata']);

/** An answer in Converse's own form as one that is whole. */
export function unwrapped(answer: ModelAnswer): Exclude<ModelAnswer, ConverseAnswer> {
  if (typeof answer === 'string' || !('output' in answer)) return answer;
  // The type has no other members; what a caller without types wrote is checked where all that is whole is.
  const end: AnswerEnd = Object.fromEntries(Object.entries(answer).filter(([name]) => !around.has(name)));
  const output = answer.output as Partial<ConverseAnswer['output']> | undefined;
  return { ...end, content: output?.message?.content as ConverseAnswer['output']['message']['content'] };
}

/** What is wrong with the members of an answer, in words that follow `with`. */
export function wrongAnswer(answer: unknown): string | undefined {
  if (!saysSomething(answer)) return `${String(answer)}, and must answer with ${answerForms}`;
  const said = unwrapped(answer as ModelAnswer);
  return isWhole(said) || isNative(said) ? wrongInAnswer(said) : undefined;
}

/** The same of an answer whose use is not waited for: also what is wrong with its form, and with the parts of a list. */
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
  return hasForm ? undefined : `an object, and must answer with ${answerForms}`;
}

/** What is wrong with a part of an answer, in words that follow `yielded`. */
export function wrongPart(part: unknown): string | undefined {
  if (!saysSomething(part)) return `${String(part)}, and must yield a text, a block, an event or how it ends`;
  return typeof part === 'object' ? wrongInPart(part as object) : undefined;
}

/** False for what code without types, or a mock that was told nothing, gives in place of an answer or a part of it. */
function saysSomething(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
