/**
 * What an operation of the service works with, and the three forms of its answer.
 */
import { isBytes, type Json, type Operation, type TokenUsage } from '@bedrock-kit/protocol';
import type { Identity } from '../authentication/identity.ts';
import type { Bedrock } from '../bedrock.ts';
import type { HeaderPair, HttpRequest } from '../http/exchange.ts';
import type { StreamItem } from '../service/stream-body.ts';

/** A call that has been authenticated and read. */
export interface OperationCall<Input> {
  readonly operation: Operation;
  /** The request in protocol's shapes. */
  readonly input: Input;
  readonly bedrock: Bedrock;
  readonly identity: Identity;
  readonly http: HttpRequest;
  /** Milliseconds since the request arrived, as a whole number. */
  readonly elapsedMs: () => number;
}

/** An answer before it is written down. `usage` is for the log; a stream's stands in its last event. */
export type OperationReply =
  | { readonly kind: 'json'; readonly output: object; readonly usage?: TokenUsage | undefined }
  | {
      readonly kind: 'bytes';
      readonly body: Uint8Array;
      readonly headers: readonly HeaderPair[];
      readonly usage?: TokenUsage | undefined;
    }
  | {
      readonly kind: 'stream';
      readonly items: Iterable<StreamItem> | AsyncIterable<StreamItem>;
      readonly headers: readonly HeaderPair[];
      /** True when the answer begins before its first event is known; else an error of the first event is an HTTP error. */
      readonly atOnce?: boolean | undefined;
    };

/** An operation: from the call to its answer; refuses by throwing a ServiceError. */
export type OperationHandler<Input> = (call: OperationCall<Input>) => Promise<OperationReply>;

/** Bytes of a JSON value. */
export function jsonBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The bytes of what a handler gave to be sent. A text is sent as it stands, since no body of Bedrock is a JSON text alone; all else as JSON. */
export function bodyBytes(value: Json | Uint8Array): Uint8Array {
  if (isBytes(value)) return value;
  return typeof value === 'string' ? new TextEncoder().encode(value) : jsonBytes(value);
}
