// Rerank, the one operation of Agents for Bedrock Runtime that is here.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
import type { Operation } from './operation.ts';
import { RerankRequest, RerankResponse } from './shapes/rerank.ts';

/** Ranks documents by their relevance to a query. */
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
