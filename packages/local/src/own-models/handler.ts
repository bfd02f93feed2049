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

/** The call that a handler answers. */
export interface ModelCall {
  /** The operation that was called, such as `ConverseStream`. */
  readonly operation: OperationName;
  /** The model id or ARN, exactly as it was sent. */
  readonly modelId: string;
  /** What the model can do, with the changes of the option `capabilities`. */
  readonly capabilities: ModelCapabilities;
  /**
   * The conversation in the form of Converse: as it was sent, or as the built-in language model reads the body of InvokeModel. It has no
   * messages if that body is of a form that is not read here.
   */
  readonly request: ConverseRequest;
  /** The text of the last user message; empty if there is none. */
  readonly text: string;
  /** The body of InvokeModel, or the input of StartAsyncInvoke, as parsed JSON; undefined for the Converse operations. */
  readonly body: Json | undefined;
  /** The events of a bidirectional stream, as they arrive. Other operations have none. */
  readonly events: AsyncIterable<Json>;
  /** The headers of the request, under lower-case names; the values of a repeated name are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** How often this handler has been called, this call included. */
  readonly count: number;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** The call as the service makes it, with a check for answers: so a script has it without loading what the check is made of. */
export interface CheckingCall extends ModelCall {
  /** What is wrong with an answer, in words that follow `answers with`. Undefined for one that can be sent. */
  readonly wrongWith: (answer: unknown) => string | undefined;
}

/** How an answer ends: the members that the service sends in `messageStop` and `metadata`. */
export type AnswerEnd = Partial<Omit<WholeAnswer, 'content'>>;

/** A part of a streamed answer: a text, a whole block, an event of ConverseStream (exceptions included), or how the answer ends. */
export type AnswerPart = string | ContentBlock | ConverseStreamOutput | AnswerEnd;

/** A whole answer. What you leave out is filled in: `stopReason` from the content, `usage` by counting tokens. */
export type PartialAnswer = AnswerEnd & { readonly content: string | readonly ContentBlock[] };

/**
 * An answer in the form in which AWS's client, a mock of it, or a recording gives it to an app. This type checks little, because the
 * types of that client let every member be missing, and a recording imported as JSON has plain strings; the members are checked when
 * they are sent.
 */
export type ClientAnswer = {
  /** Added by AWS's client; not sent. */
  readonly $metadata?: object | undefined;
} & (
  | ({ readonly [Member in keyof AnswerEnd]?: unknown } & {
      readonly output: { readonly message?: object | undefined } | undefined;
      /** Not sent: the latency is measured anew. */
      readonly metrics?: object | undefined;
    })
  | { readonly stream: AsyncIterable<AnswerPart> }
  | { readonly body: AsyncIterable<NativeChunk> }
  | { readonly $metadata: object; readonly stream?: AsyncIterable<object> | undefined }
  | { readonly $metadata: object; readonly body: AsyncIterable<object> | undefined }
);

/** An answer in a form of this package's own. */
export type OwnAnswer = Exclude<ModelAnswer, ClientAnswer>;

/** An answer of the InvokeModel operations, sent as it is: a whole body, or the chunks of a stream. */
export type NativeAnswer = BodyAnswer | ChunksAnswer;

/** A stream, chunk by chunk. */
export interface ChunksAnswer {
  readonly chunks: Iterable<NativeChunk> | AsyncIterable<NativeChunk>;
}

/** A whole body, and what is sent beside it. */
export type BodyAnswer = Served & {
  /** Sent as JSON. Bytes and strings, such as JSON that is already serialised, are sent as they are. */
  readonly body: Json | Uint8Array;
  /** `application/json` by default. */
  readonly contentType?: string | undefined;
  /** More headers of the answer, such as `x-amzn-bedrock-input-token-count`. The header of the latency is measured unless you give it. */
  readonly headers?: HeadersInput | undefined;
  /** Added by AWS's client; not sent. */
  readonly $metadata?: object | undefined;
};

/** How InvokeModel was served: members of the answer in AWS's client, headers on the wire. */
export type Served = Pick<InvokeModelRequest, 'performanceConfigLatency' | 'serviceTier'>;

/** A chunk of a stream: JSON, bytes, or the event that AWS's client makes of it, exceptions included. */
export type NativeChunk = Json | Uint8Array | ResponseStream;

/** Everything that a handler may answer with. You may return a {@link ServiceError} or throw it. */
export type ModelAnswer =
  | string
  | PartialAnswer
  | ClientAnswer
  | NativeAnswer
  | Iterable<AnswerPart>
  | AsyncIterable<AnswerPart>
  | ServiceError;

/** A model of your own: a function that answers one call. */
export type ModelHandler = (call: ModelCall) => ModelAnswer | Promise<ModelAnswer>;
