// The eleven operations of Bedrock Runtime, and Rerank: where they are, what they take, what they answer.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import type { ErrorCode } from './errors.ts';
import type { Operation, OperationName } from './operation.ts';
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
import { RerankRequest, RerankResponse } from './shapes/rerank.ts';
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

export const Converse: Operation = {
  name: 'Converse',
  service: 'bedrock-runtime',
  method: 'POST',
  path: '/model/{modelId}/converse',
  input: ConverseRequest,
  output: ConverseResponse,
  errors: converseErrors,
};

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

export const GetAsyncInvoke: Operation = {
  name: 'GetAsyncInvoke',
  service: 'bedrock-runtime',
  method: 'GET',
  path: '/async-invoke/{invocationArn}',
  input: GetAsyncInvokeRequest,
  output: GetAsyncInvokeResponse,
  errors: queryErrors,
};

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

export const Rerank: Operation = {
  name: 'Rerank',
  service: 'bedrock-agent-runtime',
  method: 'POST',
  path: '/rerank',
  input: RerankRequest,
  output: RerankResponse,
  errors: [
    'ResourceNotFoundException',
    'ConflictException',
    'ValidationException',
    'InternalServerException',
    'DependencyFailedException',
    'BadGatewayException',
    'ThrottlingException',
    'AccessDeniedException',
    'ServiceQuotaExceededException',
  ],
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
