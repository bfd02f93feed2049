/**
 * Scripted turns: the requests that a test expects, in their order, and what each is answered with.
 */
import type { OperationName } from '@bedrock-kit/protocol';
import { LocalBedrockError } from '../errors.ts';
import { matchesPattern } from '../models/pattern.ts';
import { isIterable, isStream } from '../own-models/answer-form.ts';
import type {
  AnswerPart,
  BodyAnswer,
  CheckingCall,
  ChunksAnswer,
  ModelAnswer,
  ModelCall,
  ModelHandler,
} from '../own-models/handler.ts';
import { type ServiceError, validationError } from '../service-error.ts';
import { serviceErrorOf } from '../service/thrown-error.ts';
import { type Difference, differences, renderDifferences } from './difference.ts';

/** What a request must have. What you leave out is not compared. */
export interface ExpectedRequest {
  /** The operation, such as `ConverseStream`. */
  readonly operation?: OperationName | undefined;
  /** A model id in which `*` stands for any characters, compared with the id as it was sent. */
  readonly modelId?: string | undefined;
  /** The text of the last user message, or a regular expression that it matches. */
  readonly text?: string | RegExp | undefined;
  /**
   * Part of the request, in the form of Converse. Objects in the request may have more members than you name, lists may not have more items.
   * A RegExp stands for any text that it matches; so does a matcher of Vitest or Jest, such as `expect.any(Object)`, for any value.
   */
  readonly request?: object | undefined;
  /** Part of the body of InvokeModel, compared in the same way. */
  readonly body?: unknown;
}

/** An expected request and its answer. */
export interface ScriptedTurn {
  /** What the request must have. Any request fits by default. */
  readonly expect?: ExpectedRequest | undefined;
  /** The answer, or a function that answers the call. */
  readonly answer: ModelAnswer | ModelHandler;
}

/** A handler for `models` that plays a script. */
export interface ScriptedModel extends ModelHandler {
  /** The number of turns that have not been played yet. */
  readonly remaining: number;
  /**
   * Throws unless the script was played as expected. Call it at the end of a test.
   *
   * @throws {LocalBedrockError} `script-mismatch` if a request was not the expected one, an answer failed, or turns are left. Its `cause` is
   *   what the first function that failed threw
   */
  verify(): void;
}

/**
 * Makes a handler that plays the turns in order. A request that is not the expected one gets a ValidationException whose message shows
 * the difference. So does a request after the last turn, one whose answer cannot be sent, and one whose answer is a function that throws,
 * such as a failed assertion, or a generator that does, of parts or of chunks.
 *
 * @throws {LocalBedrockError} `invalid-option` for a turn with an unknown member, or without an answer
 */
export function scripted(turns: readonly ScriptedTurn[]): ScriptedModel {
  checkTurns(turns);
  const failures: string[] = [];
  let asked = 0;
  let played = 0;
  /** What the first turn that failed threw: a test runner shows where. */
  let cause: unknown;
  const fail = (message: string, hint = 'A scripted turn expected another request.'): ServiceError => {
    failures.push(message);
    return validationError(message, { hint });
  };
  /** A failure is answered with a ValidationException: after an error of the service a client would ask again, and get the next turn. */
  const answerOf = async (
    { answer }: ScriptedTurn,
    number: number,
    call: ModelCall,
  ): Promise<ModelAnswer> => {
    const broken = (how: string): ServiceError =>
      fail(`Turn ${number} of the script ${how}.`, 'What fails is the script, not the request.');
    const failed = (error: unknown): ServiceError => {
      const said = serviceErrorOf(error);
      if (said !== undefined) return said;
      cause ??= error;
      return broken(`failed: ${String(error)}`);
    };
    const checked = <Said>(said: Said, asWhole: unknown = said): Said => {
      // The service calls with the check, but a test may also call the handler itself.
      const wrong = (call as Partial<CheckingCall>).wrongWith?.(asWhole);
      if (wrong !== undefined) throw broken(`answers with ${wrong}`);
      return said;
    };
    async function* watched<Part>(
      parts: Iterable<Part> | AsyncIterable<Part>,
      asWhole: (part: Part) => unknown,
    ): AsyncGenerator<Part> {
      try {
        for await (const part of parts) yield checked(part, asWhole(part));
      } catch (error) {
        // Whoever goes away in the middle has not failed the script.
        throw call.signal.aborted ? error : failed(error);
      }
    }
    try {
      const said = checked(typeof answer === 'function' ? await answer(call) : answer);
      // The parts of a list have just been checked, and so have its chunks.
      if (typeof said !== 'object' || Array.isArray(said)) return said;
      // Also in the forms of AWS's client.
      const parts = 'stream' in said ? said.stream : said;
      if (parts && isIterable(parts)) return watched(parts as Iterable<AnswerPart>, (part) => [part]);
      const { body, chunks = isStream(body) ? body : undefined } = said as Partial<ChunksAnswer & BodyAnswer>;
      if (chunks === undefined || Array.isArray(chunks)) return said;
      return { chunks: watched(chunks, (chunk) => ({ chunks: [chunk] })) };
    } catch (error) {
      return failed(error);
    }
  };
  const handler: ModelHandler = (call) => {
    asked += 1;
    const turn = turns[played];
    if (turn === undefined) {
      return fail(
        `The script has ended: it has ${turns.length} turn${turns.length === 1 ? '' : 's'}, and this is request ${asked}.`,
      );
    }
    const found = compare(turn.expect ?? {}, call);
    if (found.length > 0) {
      return fail(
        `The request is not the one that turn ${played + 1} of the script expects ` +
          `(- expected, + received):\n${renderDifferences(found)}`,
      );
    }
    played += 1;
    return answerOf(turn, played, call);
  };
  const verify = (): void => {
    const left = turns.length - played;
    const problems =
      left > 0 ? [...failures, `${left} of ${turns.length} scripted turns were not played.`] : failures;
    if (problems.length > 0) {
      throw new LocalBedrockError('script-mismatch', problems.join('\n\n'), {
        place: `turn ${played + 1}`,
        cause,
      });
    }
  };
  return Object.defineProperties(handler, {
    remaining: { get: () => turns.length - played },
    verify: { value: verify },
    // The two properties of the interface were just defined.
  }) as ScriptedModel;
}

/** A misspelt member would be compared with nothing, and the test would pass whatever came. */
function checkTurns(turns: unknown): void {
  if (!Array.isArray(turns)) throw invalid('The script', 'must be a list of { expect, answer }');
  for (const [index, turn] of turns.entries()) {
    const place = `turn ${index + 1}`;
    checkNames(turn, ['expect', 'answer'], place);
    const { expect, answer } = turn as Partial<ScriptedTurn>;
    if (expect !== undefined) checkNames(expect, expectable, `expect of ${place}`);
    if (answer === undefined) throw invalid(place, 'has no answer');
  }
}

const expectable = ['operation', 'modelId', 'text', 'request', 'body'] satisfies (keyof ExpectedRequest)[];

function checkNames(value: unknown, names: readonly string[], place: string): void {
  const list = names.join(', ');
  if (typeof value !== 'object' || value === null)
    throw invalid(place, `must be an object with the members ${list}`);
  const wrong = Object.keys(value).find((name) => !names.includes(name));
  if (wrong !== undefined) throw invalid(place, `has no member ${wrong} (choose from ${list})`);
}

function invalid(place: string, problem: string): LocalBedrockError {
  return new LocalBedrockError('invalid-option', `${place} ${problem}.`, { place });
}

function compare(expected: ExpectedRequest, call: ModelCall): Difference[] {
  const { operation, modelId, text, request, body } = expected;
  return [
    ...(operation === undefined ? [] : differences(operation, call.operation, 'operation')),
    ...(modelId === undefined || (typeof modelId === 'string' && matchesPattern(modelId, call.modelId))
      ? []
      : differences(modelId, call.modelId, 'modelId')),
    ...(text === undefined ? [] : differences(text, call.text, 'text')),
    ...(request === undefined ? [] : differences(request, call.request)),
    ...(body === undefined ? [] : differences(body, call.body, 'body')),
  ];
}
