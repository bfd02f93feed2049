/**
 * The ways in which a call can be made to fail, as data: for `createLocalBedrock({ faults })`, for a configuration
 * file, and for the request header `x-bedrock-local-fault`.
 */
import type { ErrorCode, OperationName } from '@bedrock-kit/protocol';

/** One way to fail. `after` counts the deltas (of InvokeModel: the chunks) that still arrive whole; 0 by default. */
export type Fault =
  /** An error of AWS in place of the answer, with the status of its code by default. `retryAfter` in seconds. */
  | {
      kind: 'error';
      code: ErrorCode | (string & {});
      message?: string | undefined;
      status?: number | undefined;
      retryAfter?: number | undefined;
    }
  /** ThrottlingException, status 429. */
  | { kind: 'throttle'; message?: string | undefined; retryAfter?: number | undefined }
  /** An error whose message is under `Message`, as front ends write it. `AccessDeniedException` by default. */
  | { kind: 'capital-message'; code?: ErrorCode | (string & {}) | undefined; message?: string | undefined }
  /** ExpiredTokenException, status 403. Hits the first matching call only, unless `when` says otherwise. */
  | { kind: 'expired-token' }
  /** The server's clock is wrong by so many seconds: its `date`, and what it thinks of the signature's. */
  | { kind: 'clock-skew'; seconds: number }
  /** Status 200 with the body of an error: of `UnknownOperationException` by default. */
  | { kind: 'coral-200'; code?: ErrorCode | (string & {}) | undefined }
  /** An HTML page of a proxy. Status 502 by default. */
  | { kind: 'proxy-html'; status?: number | undefined }
  /** The connection is cut: before the answer, or after so many deltas. */
  | { kind: 'reset'; after?: number | undefined }
  /** So many milliseconds until the answer begins. */
  | { kind: 'slow-start'; ms: number }
  /** An exception event of the stream, such as `throttlingException`. `internalServerException` by default. */
  | { kind: 'exception'; after?: number | undefined; name?: string | undefined; message?: string | undefined }
  /** A message of the type `error`, which no model describes. Its code is `InternalError` by default. */
  | {
      kind: 'error-frame';
      after?: number | undefined;
      code?: string | undefined;
      message?: string | undefined;
    }
  /** The next message ends in its middle (or after `bytes` bytes), and the stream with it. */
  | { kind: 'torn-frame'; after?: number | undefined; bytes?: number | undefined }
  /** A bit of a checksum of the next message is wrong: of that over the whole `message` by default. */
  | { kind: 'bad-checksum'; after?: number | undefined; part?: 'prelude' | 'message' | undefined }
  /** Nothing comes for so many milliseconds, then the rest. */
  | { kind: 'stall'; after?: number | undefined; ms: number }
  /** The stream ends cleanly, without `messageStop`. */
  | { kind: 'end-early'; after?: number | undefined }
  /** The body arrives in pieces of `bytes` bytes (1 by default) every `everyMs` milliseconds (10 by default). */
  | { kind: 'trickle'; bytes?: number | undefined; everyMs?: number | undefined }
  /** The body is cut without delay: into pieces of these sizes in turn, or inside each prelude, or inside each character of several bytes. */
  | { kind: 'chunks'; sizes: number | readonly number[] | 'prelude' | 'utf-8' };

/** Which calls a fault hits. All of them when nothing is said. */
export interface FaultCondition {
  /** Such as `ConverseStream`. */
  readonly operation?: OperationName | undefined;
  /**
   * A model id with `*` for any characters, compared with the id as it was sent and with that of the model behind it.
   * Only operations that name their model in the path are hit.
   */
  readonly model?: string | undefined;
  /** The n-th of the calls that fit, from 1; several may be named. */
  readonly call?: number | readonly number[] | undefined;
}

/** A fault and the calls that it hits. */
export type FaultRule = Fault & { readonly when?: FaultCondition | undefined };

/** What a fault is called. */
export type FaultKind = Fault['kind'];
/** The fault of one kind. */
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;
