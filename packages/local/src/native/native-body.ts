/**
 * A model family's own JSON on InvokeModel: how its body reads as a conversation, and how an answer is written in it.
 */
import type { ConverseRequest, ConverseStreamEvent, Json, JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import type { Bedrock } from '../bedrock.ts';

/** What an answer is written with. */
export interface NativeContext {
  /** The model behind the id that was sent, which may be a profile or an ARN. */
  readonly baseModelId: string;
  readonly request: ConverseRequest;
  /** The body that the request was read from. */
  readonly body: JsonObject;
  readonly now: () => Date;
  readonly latencyMs: () => number;
  /** The answer, where it is known before it is written. */
  readonly whole?: WholeAnswer | undefined;
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
