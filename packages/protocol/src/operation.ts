// What the package says of an operation: its HTTP binding and its shapes, after Smithy's HTTP binding traits.
// https://smithy.io/2.0/spec/http-bindings.html
import type { ErrorCode } from './errors.ts';
import type { Structure } from './shape.ts';

/** The two services that have the operations, which is also the first label of their hosts. Both sign as `bedrock`. */
export type ServiceName = 'bedrock-runtime' | 'bedrock-agent-runtime';

/** The operations, as AWS names them. */
export type OperationName =
  | 'Converse'
  | 'ConverseStream'
  | 'InvokeModel'
  | 'InvokeModelWithResponseStream'
  | 'InvokeModelWithBidirectionalStream'
  | 'CountTokens'
  | 'ApplyGuardrail'
  | 'InvokeGuardrailChecks'
  | 'StartAsyncInvoke'
  | 'GetAsyncInvoke'
  | 'ListAsyncInvokes'
  | 'Rerank';

/** One operation. Its success status is 200; a member that is bound nowhere else is in the JSON body. */
export interface Operation {
  readonly name: OperationName;
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST';
  /** The path template: each `{member}` of the input is percent-encoded as one segment (`:` and `/` included). */
  readonly path: string;
  readonly input: Structure;
  readonly output: Structure;
  /** Input members that are sent in the query, under their own names. */
  readonly query?: readonly string[];
  /** Input member → lower-case header name. */
  readonly requestHeaders?: { readonly [member: string]: string };
  /** The input member that is the whole HTTP body: raw bytes, or an event stream. */
  readonly requestPayload?: string;
  /** Output member → lower-case header name. */
  readonly responseHeaders?: { readonly [member: string]: string };
  /** The output member that is the whole HTTP body: raw bytes, or an event stream. */
  readonly responsePayload?: string;
  /** The input member that gets a UUID if the caller gives none, so that a repeated call acts once. */
  readonly idempotencyToken?: string;
  /** The errors of the service model. Any other code of the catalogue may come as well. */
  readonly errors: readonly ErrorCode[];
}
