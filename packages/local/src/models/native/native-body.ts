/**
 * A model family's own JSON on InvokeModel: how its body reads as a conversation, and how an answer is written in it.
 */
import type {
  ConverseRequest,
  ConverseStreamEvent,
  Json,
  JsonObject,
  TokenUsage,
} from '@bedrock-kit/protocol';
import type { Bedrock } from '../../bedrock.ts';
import { ServiceError } from '../../service-error.ts';
import { NotJson, parseJsonObject } from '../../wire/json.ts';
import type { WholeAnswer } from '../answer.ts';

/** What an answer is written with. */
export interface NativeContext {
  /** The model behind the id that was sent, which may be a profile or an ARN. */
  readonly baseModelId: string;
  readonly request: ConverseRequest;
  /** The body that the request was read from. */
  readonly body: JsonObject;
  readonly now: () => Date;
  readonly latencyMs: () => number;
  /** Known in advance where the answer is. */
  readonly usage?: TokenUsage | undefined;
}

/** What a body is read with: what its model can do, and whether the rules hold. */
export interface ReadContext extends Pick<Bedrock, 'models' | 'rules'> {
  /** Undefined where a body is only counted. */
  readonly streamed?: boolean;
}

/** What a body has in place of an answer where a guardrail blocked what goes in, and the model was never asked. */
export interface Unasked {
  write(text: string, context: NativeContext): JsonObject;
  /** The chunks, the last of which tells of the guardrail; undefined where nobody has shown them. */
  stream?(text: string, context: NativeContext): readonly JsonObject[];
  /** Whether the headers of a whole one tell how long it took; of tokens they do not. */
  readonly isTimed?: true;
}

export interface NativeBody {
  /** `messages`: the rules of a conversation's turns hold for it. `prompt`: it is one text, and they do not. */
  readonly form: 'messages' | 'prompt';
  /**
   * The member with the one text, all of which a guardrail looks at, the marks of its turns and the system prompt with it:
   * https://github.com/agentjido/req_llm/blob/83c78eb1745fba80416b42bbf245e5f18f3b7e91/test/support/fixtures/amazon_bedrock/meta_llama3_3_70b_instruct_v1_0/guardrail_invoke_blocked.json
   */
  readonly prompt?: string;
  /** Whether its answers account for what was cached, in headers and metrics. */
  readonly countsCached?: true;
  /** @throws {ServiceError} `ValidationException` in the words of the schema check in front of the model */
  read(body: JsonObject, modelId: string, context: ReadContext): ConverseRequest;
  /** The whole answer. */
  write(answer: WholeAnswer, context: NativeContext): JsonObject;
  /** Undefined where nobody has shown it: it is then written as any answer. */
  readonly unasked?: Unasked;
  /** Where a chunk has the words that it brings. */
  readonly words?: readonly string[];
  /** The chunks of a streamed answer; undefined where nobody has shown them. */
  stream?(events: AsyncIterable<ConverseStreamEvent>, context: NativeContext): AsyncIterable<Json>;
}

/** https://github.com/pingcap/autoflow/pull/574 shows the form for one violation. */
export function malformedInput(violation: string): ServiceError {
  return new ServiceError(
    'ValidationException',
    `Malformed input request: ${violation}, please reformat your input and try again.`,
  );
}

/** What an object of a body may have. */
export interface Keys {
  readonly required?: readonly string[];
  /** All of them; undefined where others are not looked at. */
  readonly known?: readonly string[] | undefined;
  /** What is said of a member that is not known, where Bedrock does not name it. */
  readonly refusal?: string | undefined;
}

/**
 * Refuses an object that lacks a member, or has one that its schema does not name, all in one message.
 *
 * https://github.com/promptfoo/promptfoo/issues/914, https://github.com/langchain-ai/langchain-aws/issues/43
 *
 * @throws {ServiceError} `ValidationException`
 */
export function checkKeys(object: JsonObject, place: string, { required = [], known, refusal }: Keys): void {
  const missing = required.filter((name) => object[name] === undefined);
  const extraneous = known === undefined ? [] : Object.keys(object).filter((name) => !known.includes(name));
  if (missing.length === 0 && extraneous.length > 0 && refusal !== undefined)
    throw new ServiceError('ValidationException', refusal, {
      hint: `Not permitted: ${extraneous.join(', ')}.`,
    });
  const violations = [
    ...missing.map((name) => `required key [${name}] not found`),
    ...extraneous.map((name) => `extraneous key [${name}] is not permitted`),
  ];
  if (violations.length > 0)
    throw malformedInput(violations.map((violation) => `#${place}: ${violation}`).join(''));
}

/**
 * The body of InvokeModel as JSON.
 *
 * @throws {ServiceError} `ValidationException`
 */
export function readNativeBody(bytes: Uint8Array): JsonObject {
  try {
    return parseJsonObject(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw malformedInput(`#: the body must be a JSON object, ${error.message}`);
  }
}

/** What the last chunk of a stream sums up, under `amazon-bedrock-invocationMetrics`. */
export function invocationMetrics({ usage }: Pick<WholeAnswer, 'usage'>, latencyMs: number): JsonObject {
  return {
    inputTokenCount: usage.inputTokens,
    outputTokenCount: usage.outputTokens,
    invocationLatency: latencyMs,
    firstByteLatency: latencyMs,
  };
}

/** The same of a model whose prompts are cached. */
export function cacheMetrics(answer: Pick<WholeAnswer, 'usage'>, latencyMs: number): JsonObject {
  const { cacheReadInputTokens = 0, cacheWriteInputTokens = 0 } = answer.usage;
  return {
    ...invocationMetrics(answer, latencyMs),
    cacheReadInputTokenCount: cacheReadInputTokens,
    cacheWriteInputTokenCount: cacheWriteInputTokens,
  };
}
