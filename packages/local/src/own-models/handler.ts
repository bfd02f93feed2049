/**
 * A model of one's own: a function from the call to its answer, whole, in deltas, or as an error.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type {
  ContentBlock,
  ConverseRequest,
  ConverseStreamOutput,
  InvokeModelRequest,
  Json,
  OperationName,
  ResponseStream,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import type { HeaderPair } from '../http/exchange.ts';
import type { ServiceError } from '../service-error.ts';

/** What a handler gets to see. */
export interface ModelCall {
  readonly operation: OperationName;
  /** The id as it was sent, an ARN as it is. */
  readonly modelId: string;
  readonly capabilities: ModelCapabilities;
  /**
   * The conversation: as sent through Converse and ConverseStream, translated from InvokeModel's body where a built-in
   * language model reads it. Without messages where none does.
   */
  readonly request: ConverseRequest;
  /** The text of the last user message; empty when there is none. */
  readonly text: string;
  /** The body of InvokeModel, or the input of StartAsyncInvoke, as JSON; undefined for the Converse operations. */
  readonly body: Json | undefined;
  /** The events of a bidirectional stream as they arrive; without any for every other operation. */
  readonly events: AsyncIterable<Json>;
  readonly headers: readonly HeaderPair[];
  /** How often this handler has been called, this call included. */
  readonly count: number;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
}

/** The call as the service makes it: a script checks its answers by it, without what the check is made of. */
export interface CheckingCall extends ModelCall {
  /** What is wrong with an answer, in words that follow `answers with`; undefined for one that can be sent. */
  readonly wrongWith: (answer: unknown) => string | undefined;
}

/** The end of a streamed answer: what the service sends in `messageStop` and `metadata`. */
export type AnswerEnd = Partial<Omit<WholeAnswer, 'content'>>;

/** What a generator may yield: text, a whole block, an event as it is, exceptions among them, or how it ended. */
export type AnswerPart = string | ContentBlock | ConverseStreamOutput | AnswerEnd;

/** A whole answer; what is left out is filled in (`usage` by counting). */
export type PartialAnswer = AnswerEnd & { readonly content: string | readonly ContentBlock[] };

/** An answer in the form in which Converse sends it, recorded for example, or in which AWS's client hands one on, and its mocks. */
export type ClientAnswer = {
  /** What AWS's client adds; it is left out. */
  readonly $metadata?: object | undefined;
} & (
  | (AnswerEnd & {
      readonly output: {
        readonly message: {
          readonly role?: 'assistant' | undefined;
          readonly content: readonly ContentBlock[];
        };
      };
      /** Measured anew. */
      readonly metrics?: object | undefined;
    })
  | { readonly stream: AsyncIterable<AnswerPart> }
  | { readonly body: AsyncIterable<NativeChunk> }
);

/** An answer in a form of this package's own. */
export type OwnAnswer = Exclude<ModelAnswer, ClientAnswer>;

/** What the operations of the InvokeModel family send as it is: a whole body, or the chunks of a stream. */
export type NativeAnswer =
  | (Served & {
      /** A text is sent as it stands, such as JSON that is written already. */
      readonly body: Json | Uint8Array;
      /** `application/json` by default. */
      readonly contentType?: string | undefined;
      /** More headers of InvokeModel's answer, such as `x-amzn-bedrock-input-token-count`; the latency is measured. */
      readonly headers?: readonly HeaderPair[] | undefined;
      /** What AWS's client adds; it is left out. */
      readonly $metadata?: object | undefined;
    })
  | { readonly chunks: Iterable<NativeChunk> | AsyncIterable<NativeChunk> };

/** How InvokeModel was served, which headers tell: members of its answer as AWS's client hands it on. */
export type Served = Pick<InvokeModelRequest, 'performanceConfigLatency' | 'serviceTier'>;

/** A chunk as JSON or its bytes, or the event that AWS's client makes of it, exceptions among them. */
export type NativeChunk = Json | Uint8Array | ResponseStream;

/** Everything that a handler may answer with. Throwing a {@link ServiceError} does the same as returning it. */
export type ModelAnswer =
  | string
  | PartialAnswer
  | ClientAnswer
  | NativeAnswer
  | Iterable<AnswerPart>
  | AsyncIterable<AnswerPart>
  | ServiceError;

/** A model of your own: answers one call. */
export type ModelHandler = (call: ModelCall) => ModelAnswer | Promise<ModelAnswer>;
