/**
 * A model of one's own: a function from the call to its answer, which may be whole, in parts, or an error.
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
import type { HeadersInput } from '../http/exchange.ts';
import type { ServiceError } from '../service-error.ts';

/** What a handler gets to see. */
export interface ModelCall {
  /** Such as `ConverseStream`. */
  readonly operation: OperationName;
  /** The id as it was sent, an ARN as it is. */
  readonly modelId: string;
  /** What the model can do, with the changes of the option `capabilities`. */
  readonly capabilities: ModelCapabilities;
  /**
   * The conversation in the form of Converse: as it was sent, or as the built-in language model reads InvokeModel's body.
   * Without messages where it reads none.
   */
  readonly request: ConverseRequest;
  /** The text of the last user message; empty when there is none. */
  readonly text: string;
  /** The body of InvokeModel, or the input of StartAsyncInvoke, as JSON; undefined for the Converse operations. */
  readonly body: Json | undefined;
  /** The events of a bidirectional stream as they arrive. Every other operation has none. */
  readonly events: AsyncIterable<Json>;
  /** The headers of the request, by their names in lower case; the values of a repeated name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** How often this handler has been called, this call included. */
  readonly count: number;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
}

/** The call as the service makes it, with a check for answers: so a script has it without loading what the check is made of. */
export interface CheckingCall extends ModelCall {
  /** What is wrong with an answer, in words that follow `answers with`. Undefined for one that can be sent. */
  readonly wrongWith: (answer: unknown) => string | undefined;
}

/** The end of a streamed answer: what the service sends in `messageStop` and `metadata`. */
export type AnswerEnd = Partial<Omit<WholeAnswer, 'content'>>;

/** What a list or generator may hold: a text, a whole block, an event as it is (an exception too), or how the answer ends. */
export type AnswerPart = string | ContentBlock | ConverseStreamOutput | AnswerEnd;

/** A whole answer. What is left out is filled in: `stopReason` by the content, `usage` by counting. */
export type PartialAnswer = AnswerEnd & { readonly content: string | readonly ContentBlock[] };

/**
 * An answer in AWS's own form, such as a recording of Converse, or what AWS's client or a mock of it gives to an app. By the types of that
 * client every member may be missing, and a recording that is imported as JSON has texts where AWS has words: so the members are checked
 * when they are sent, not here.
 */
export type ClientAnswer = {
  /** What AWS's client adds; it is left out. */
  readonly $metadata?: object | undefined;
} & (
  | ({ readonly [Member in keyof AnswerEnd]?: unknown } & {
      readonly output: { readonly message?: object | undefined } | undefined;
      /** Left out: the latency is measured anew. */
      readonly metrics?: object | undefined;
    })
  | { readonly stream: AsyncIterable<AnswerPart> }
  | { readonly body: AsyncIterable<NativeChunk> }
  | { readonly $metadata: object; readonly stream?: AsyncIterable<object> | undefined }
  | { readonly $metadata: object; readonly body: AsyncIterable<object> | undefined }
);

/** An answer in a form of this package's own. */
export type OwnAnswer = Exclude<ModelAnswer, ClientAnswer>;

/** What the InvokeModel operations send as it is: a whole body, or the chunks of a stream. */
export type NativeAnswer =
  | (Served & {
      /** Sent as JSON; bytes and texts as they stand, such as JSON that is written already. */
      readonly body: Json | Uint8Array;
      /** `application/json` by default. */
      readonly contentType?: string | undefined;
      /** More headers of InvokeModel's answer, such as `x-amzn-bedrock-input-token-count`; the latency is measured. */
      readonly headers?: HeadersInput | undefined;
      /** What AWS's client adds; it is left out. */
      readonly $metadata?: object | undefined;
    })
  | { readonly chunks: Iterable<NativeChunk> | AsyncIterable<NativeChunk> };

/** How InvokeModel was served. AWS's client has it as members of the answer, on the wire they are headers. */
export type Served = Pick<InvokeModelRequest, 'performanceConfigLatency' | 'serviceTier'>;

/** A chunk as JSON, as bytes, or as the event that AWS's client makes of it, which may be an exception. */
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
