/**
 * The ways in which a call can be made to fail, as data: for `createLocalBedrock({ faults })`, for a configuration
 * file, and for the request header `x-bedrock-local-fault`.
 */
import type { ErrorCode, OperationName } from '@bedrock-kit/protocol';

/** One way in which a call fails. `after` is the number of deltas (of InvokeModel: of chunks) that still arrive whole, 0 by default. */
export type Fault =
  | {
      /** An error of AWS in place of the answer, with the status of its code by default. `retryAfter` is in seconds. */
      kind: 'error';
      code: ErrorCode | (string & {});
      message?: string | undefined;
      status?: number | undefined;
      retryAfter?: number | undefined;
    }
  | {
      /** ThrottlingException, status 429. */
      kind: 'throttle';
      message?: string | undefined;
      retryAfter?: number | undefined;
    }
  | {
      /** An error whose message is under `Message`, as AWS's front ends write it. `AccessDeniedException` by default. */
      kind: 'capital-message';
      code?: ErrorCode | (string & {}) | undefined;
      message?: string | undefined;
    }
  | {
      /** ExpiredTokenException, status 403, for the first call that `when` chooses, unless `when.call` says otherwise. */
      kind: 'expired-token';
    }
  | {
      /** The server's clock is wrong by so many seconds: in its `date` header, and where it checks the time of a signature. */
      kind: 'clock-skew';
      seconds: number;
    }
  | {
      /** The body of an error with status 200. `UnknownOperationException` by default. */
      kind: 'coral-200';
      code?: ErrorCode | (string & {}) | undefined;
    }
  | {
      /** The HTML page of a proxy, with status 502 by default. */
      kind: 'proxy-html';
      status?: number | undefined;
    }
  | {
      /** The connection is cut: before the answer or, with `after`, inside a stream. */
      kind: 'reset';
      after?: number | undefined;
    }
  | {
      /** The answer begins so many milliseconds late. */
      kind: 'slow-start';
      ms: number;
    }
  | {
      /** The stream ends with an exception event, such as `throttlingException`. `internalServerException` by default. */
      kind: 'exception';
      after?: number | undefined;
      name?: string | undefined;
      message?: string | undefined;
    }
  | {
      /** The stream ends with a message of the type `error`, which the service model does not describe. Its code is `InternalError` by default. */
      kind: 'error-frame';
      after?: number | undefined;
      code?: string | undefined;
      message?: string | undefined;
    }
  | {
      /** The stream ends inside the next message: in its middle, or after `bytes` bytes. */
      kind: 'torn-frame';
      after?: number | undefined;
      bytes?: number | undefined;
    }
  | {
      /** One bit of a checksum of the next message is wrong: in the one of the whole `message` (default), or of its `prelude`. */
      kind: 'bad-checksum';
      after?: number | undefined;
      part?: 'prelude' | 'message' | undefined;
    }
  | {
      /** Nothing arrives for so many milliseconds, then the rest does. */
      kind: 'stall';
      after?: number | undefined;
      ms: number;
    }
  | {
      /** The stream ends cleanly, without `messageStop`. */
      kind: 'end-early';
      after?: number | undefined;
    }
  | {
      /** The body arrives in pieces of `bytes` bytes (1 by default) every `everyMs` milliseconds (10 by default). */
      kind: 'trickle';
      bytes?: number | undefined;
      everyMs?: number | undefined;
    }
  | {
      /** The body is cut, without delay: into pieces of these sizes in bytes, in turn; inside every prelude; or inside every multi-byte character. */
      kind: 'chunks';
      sizes: number | readonly number[] | 'prelude' | 'utf-8';
    };

/** Which calls a fault hits: those that fit every member. Without members, all calls. */
export interface FaultCondition {
  /** The operation, such as `ConverseStream`. */
  readonly operation?: OperationName | undefined;
  /**
   * A model id in which `*` stands for any characters. It is compared with the id as it was sent and with the id of the model behind it.
   * It fits only operations that name their model in the path.
   */
  readonly model?: string | undefined;
  /** The number of the call, or of several, counted from 1 among the calls that fit the other members. */
  readonly call?: number | readonly number[] | undefined;
}

/** A fault and the calls that it hits. */
export type FaultRule = Fault & { readonly when?: FaultCondition | undefined };

/** What a fault is called. */
export type FaultKind = Fault['kind'];
/** The fault of one kind. */
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;
