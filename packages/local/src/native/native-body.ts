/**
 * A model family's own JSON on InvokeModel: how its body reads as a conversation, and how an answer is written in it.
 */
import type { ConverseRequest, ConverseStreamEvent, Json, JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import type { Bedrock } from '../bedrock.ts';
import type { Compaction } from '../context/compaction.ts';

/** What an answer is written with. */
export interface NativeContext {
  /** The model behind the id that was sent, which may be a profile or an ARN. */
  readonly baseModelId: string;
  readonly request: ConverseRequest;
  /** The body that the request was read from. */
  readonly body: JsonObject;
  readonly now: () => Date;
  readonly latencyMs: () => number;
  /** What the conversation was summed up to in front of the answer. */
  readonly compaction?: Compaction | undefined;
  /** The answer, where it is known before it is written. */
  readonly whole?: WholeAnswer | undefined;
}

/** What a body is read with: what its model can do, and whether the rules hold. */
export interface ReadContext extends Pick<Bedrock, 'models' | 'rules'> {
  /** Undefined where a body is only counted. */
  readonly streamed?: boolean;
}

/** What a body has in place of an answer where a guardrail blocked the request, so that the model was never asked. */
export interface Unasked {
  write(text: string, context: NativeContext): JsonObject;
  /** The chunks; the last one gets the members of the guardrail. Undefined where no source shows them. */
  stream?(text: string, context: NativeContext): readonly JsonObject[];
  /** Whether a whole answer has the header of its latency. It has none of tokens. */
  readonly isTimed?: true;
}

export interface NativeBody {
  /** `messages`: a conversation, whose turns are checked by the rules. `prompt`: one text, for which there are none. */
  readonly form: 'messages' | 'prompt';
  /**
   * The member that holds the prompt. A guardrail looks at all of its text, the marks of turns and the system prompt among it:
   * https://github.com/agentjido/req_llm/blob/83c78eb1745fba80416b42bbf245e5f18f3b7e91/test/support/fixtures/amazon_bedrock/meta_llama3_3_70b_instruct_v1_0/guardrail_invoke_blocked.json
   */
  readonly prompt?: string;
  /** Whether its answers tell what was cached, in headers and metrics. */
  readonly countsCached?: true;
  /** @throws {ServiceError} `ValidationException` in the words of the schema check in front of the model */
  read(body: JsonObject, modelId: string, context: ReadContext): ConverseRequest;
  /** What the conversation is summed up to where the body asks for that. */
  compact?(request: ConverseRequest, body: JsonObject): Promise<Compaction | undefined>;
  /** The whole answer. */
  write(answer: WholeAnswer, context: NativeContext): JsonObject;
  /** Undefined where no source shows it. It is then written as any answer is. */
  readonly unasked?: Unasked;
  /** The path in a chunk to the words that it brings; undefined where each but the last brings some. */
  readonly words?: readonly string[];
  /** The chunks of a streamed answer; undefined where no source shows them. */
  stream?(events: AsyncIterable<ConverseStreamEvent>, context: NativeContext): AsyncIterable<Json>;
}
