// The eleven operations of Bedrock Runtime: where they are, what they take, what they answer.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import type { ErrorCode } from './errors.ts';
import type { Operation, OperationName } from './operation.ts';
import { Rerank } from './rerank.ts';
import { ApplyGuardrailResponse } from './shapes/apply-guardrail-response.ts';
import { ApplyGuardrailRequest } from './shapes/apply-guardrail.ts';
import {
  GetAsyncInvokeRequest,
  GetAsyncInvokeResponse,
  ListAsyncInvokesRequest,
  ListAsyncInvokesResponse,
  StartAsyncInvokeRequest,
  StartAsyncInvokeResponse,
} from './shapes/async-invoke.ts';
import { ConverseResponse } from './shapes/converse-response.ts';
import { ConverseRequest, ConverseStreamRequest } from './shapes/converse.ts';
import { CountTokensRequest, CountTokensResponse } from './shapes/count-tokens.ts';
import { InvokeGuardrailChecksResponse } from './shapes/guardrail-checks-response.ts';
import { InvokeGuardrailChecksRequest } from './shapes/guardrail-checks.ts';
import {
  InvokeModelResponse,
  InvokeModelWithBidirectionalStreamResponse,
  InvokeModelWithResponseStreamResponse,
} from './shapes/invoke-response.ts';
import {
  InvokeModelRequest,
  InvokeModelWithBidirectionalStreamRequest,
  InvokeModelWithResponseStreamRequest,
} from './shapes/invoke.ts';
import { ConverseStreamResponse } from './shapes/stream.ts';

const converseErrors: readonly ErrorCode[] = [
  'AccessDeniedException',
  'ThrottlingException',
  'ResourceNotFoundException',
  'ModelTimeoutException',
  'InternalServerException',
  'ServiceUnavailableException',
  'ValidationException',
  'ModelNotReadyException',
  'ModelErrorException',
];

/** A conversation, answered as a whole. */
export const Converse: Operation = {
  name: 'Converse',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/converse',
  input: ConverseRequest,
  output: ConverseResponse,
  errors: converseErrors,
};

/** A conversation, answered as a stream of events. */
export const ConverseStream: Operation = {
  name: 'ConverseStream',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/converse-stream',
  input: ConverseStreamRequest,
  output: ConverseStreamResponse,
  responsePayload: 'stream',
  errors: converseErrors,
};

/** A model's own request, answered as a whole. */
export const InvokeModel: Operation = {
  name: 'InvokeModel',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/invoke',
  input: InvokeModelRequest,
  output: InvokeModelResponse,
  requestHeaders: {
    contentType: 'content-type',
    accept: 'accept',
    trace: 'x-amzn-bedrock-trace',
    guardrailIdentifier: 'x-amzn-bedrock-guardrailidentifier',
    guardrailVersion: 'x-amzn-bedrock-guardrailversion',
    performanceConfigLatency: 'x-amzn-bedrock-performanceconfig-latency',
    serviceTier: 'x-amzn-bedrock-service-tier',
    requestMetadata: 'x-amzn-bedrock-request-metadata',
  },
  requestPayload: 'body',
  responseHeaders: {
    contentType: 'content-type',
    performanceConfigLatency: 'x-amzn-bedrock-performanceconfig-latency',
    serviceTier: 'x-amzn-bedrock-service-tier',
  },
  responsePayload: 'body',
  errors: [
    'AccessDeniedException',
    'ResourceNotFoundException',
    'ThrottlingException',
    'ModelTimeoutException',
    'InternalServerException',
    'ServiceUnavailableException',
    'ValidationException',
    'ServiceQuotaExceededException',
    'ModelNotReadyException',
    'ModelErrorException',
  ],
};

const invokeStreamErrors: readonly ErrorCode[] = [
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ThrottlingException',
  'ModelTimeoutException',
  'InternalServerException',
  'ServiceUnavailableException',
  'ModelStreamErrorException',
  'ValidationException',
  'ServiceQuotaExceededException',
  'ModelNotReadyException',
  'ModelErrorException',
];

/** A model's own request, answered as a stream of the model's own events. */
export const InvokeModelWithResponseStream: Operation = {
  name: 'InvokeModelWithResponseStream',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/invoke-with-response-stream',
  input: InvokeModelWithResponseStreamRequest,
  output: InvokeModelWithResponseStreamResponse,
  requestHeaders: {
    contentType: 'content-type',
    accept: 'x-amzn-bedrock-accept',
    trace: 'x-amzn-bedrock-trace',
    guardrailIdentifier: 'x-amzn-bedrock-guardrailidentifier',
    guardrailVersion: 'x-amzn-bedrock-guardrailversion',
    performanceConfigLatency: 'x-amzn-bedrock-performanceconfig-latency',
    serviceTier: 'x-amzn-bedrock-service-tier',
    requestMetadata: 'x-amzn-bedrock-request-metadata',
  },
  requestPayload: 'body',
  responseHeaders: {
    contentType: 'x-amzn-bedrock-content-type',
    performanceConfigLatency: 'x-amzn-bedrock-performanceconfig-latency',
    serviceTier: 'x-amzn-bedrock-service-tier',
  },
  responsePayload: 'body',
  errors: invokeStreamErrors,
};

/** A model's own events in both directions, as for speech. */
export const InvokeModelWithBidirectionalStream: Operation = {
  name: 'InvokeModelWithBidirectionalStream',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/invoke-with-bidirectional-stream',
  input: InvokeModelWithBidirectionalStreamRequest,
  output: InvokeModelWithBidirectionalStreamResponse,
  requestPayload: 'body',
  responsePayload: 'body',
  errors: invokeStreamErrors,
};

/** Counts the input tokens of a Converse or InvokeModel request. */
export const CountTokens: Operation = {
  name: 'CountTokens',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/count-tokens',
  input: CountTokensRequest,
  output: CountTokensResponse,
  errors: [
    'AccessDeniedException',
    'ResourceNotFoundException',
    'ThrottlingException',
    'InternalServerException',
    'ServiceUnavailableException',
    'ValidationException',
  ],
};

/** Checks content with a guardrail, without a model. */
export const ApplyGuardrail: Operation = {
  name: 'ApplyGuardrail',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply',
  input: ApplyGuardrailRequest,
  output: ApplyGuardrailResponse,
  errors: [
    'AccessDeniedException',
    'ResourceNotFoundException',
    'ThrottlingException',
    'InternalServerException',
    'ServiceUnavailableException',
    'ValidationException',
    'ServiceQuotaExceededException',
  ],
};

/** Runs single guardrail checks on messages; no guardrail has to exist. */
export const InvokeGuardrailChecks: Operation = {
  name: 'InvokeGuardrailChecks',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/guardrail-checks/invoke',
  input: InvokeGuardrailChecksRequest,
  output: InvokeGuardrailChecksResponse,
  errors: [
    'AccessDeniedException',
    'ThrottlingException',
    'InternalServerException',
    'ServiceUnavailableException',
    'ValidationException',
  ],
};

/** Starts an invocation whose output is written to S3. */
export const StartAsyncInvoke: Operation = {
  name: 'StartAsyncInvoke',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/async-invoke',
  input: StartAsyncInvokeRequest,
  output: StartAsyncInvokeResponse,
  idempotencyToken: 'clientRequestToken',
  errors: [
    'AccessDeniedException',
    'ThrottlingException',
    'ResourceNotFoundException',
    'InternalServerException',
    'ServiceUnavailableException',
    'ValidationException',
    'ServiceQuotaExceededException',
    'ConflictException',
  ],
};

const queryErrors: readonly ErrorCode[] = [
  'AccessDeniedException',
  'ThrottlingException',
  'InternalServerException',
  'ValidationException',
];

/** Gets the status of an invocation of StartAsyncInvoke. */
export const GetAsyncInvoke: Operation = {
  name: 'GetAsyncInvoke',
  service: 'bedrock-runtime',
  method: 'GET',
  path: '/async-invoke/{invocationArn}',
  input: GetAsyncInvokeRequest,
  output: GetAsyncInvokeResponse,
  errors: queryErrors,
};

/** Lists the invocations of the account, page by page. */
export const ListAsyncInvokes: Operation = {
  name: 'ListAsyncInvokes',
  service: 'bedrock-runtime',
  method: 'GET',
  path: '/async-invoke',
  input: ListAsyncInvokesRequest,
  output: ListAsyncInvokesResponse,
  query: [
    'submitTimeAfter',
    'submitTimeBefore',
    'statusEquals',
    'maxResults',
    'nextToken',
    'sortBy',
    'sortOrder',
  ],
  errors: queryErrors,
};

/** Every operation by its name. An operation imported alone brings fewer shapes into a bundle. */
export const operations: { readonly [Name in OperationName]: Operation } = {
  Converse,
  ConverseStream,
  InvokeModel,
  InvokeModelWithResponseStream,
  InvokeModelWithBidirectionalStream,
  CountTokens,
  ApplyGuardrail,
  InvokeGuardrailChecks,
  StartAsyncInvoke,
  GetAsyncInvoke,
  ListAsyncInvokes,
  Rerank,
};
