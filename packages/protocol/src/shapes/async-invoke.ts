// StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import {
  accountId,
  asyncInvokeArn,
  asyncInvokeIdempotencyToken,
  asyncInvokeMessage,
  asyncInvokeModelId,
  document,
  invocationArn,
  kmsKeyId,
  paginationToken,
  s3Uri,
  tagKey,
  tagValue,
  timestamp,
} from './scalars.ts';

export const AsyncInvokeS3OutputDataConfig: Structure = {
  type: 'structure',
  required: { s3Uri },
  optional: { kmsKeyId, bucketOwner: accountId },
};

export const AsyncInvokeOutputDataConfig: Union = {
  type: 'union',
  name: 'AsyncInvokeOutputDataConfig',
  members: { s3OutputDataConfig: AsyncInvokeS3OutputDataConfig },
};

export const AsyncInvokeStatus: Enumeration = { type: 'enum', values: ['InProgress', 'Completed', 'Failed'] };

export const AsyncInvokeSummary: Structure = {
  type: 'structure',
  required: {
    invocationArn,
    modelArn: asyncInvokeArn,
    submitTime: timestamp,
    outputDataConfig: AsyncInvokeOutputDataConfig,
  },
  optional: {
    clientRequestToken: asyncInvokeIdempotencyToken,
    status: AsyncInvokeStatus,
    failureMessage: asyncInvokeMessage,
    lastModifiedTime: timestamp,
    endTime: timestamp,
  },
};

export const GetAsyncInvokeRequest: Structure = { type: 'structure', required: { invocationArn } };

export const GetAsyncInvokeResponse: Structure = {
  type: 'structure',
  required: {
    invocationArn,
    modelArn: asyncInvokeArn,
    status: AsyncInvokeStatus,
    submitTime: timestamp,
    outputDataConfig: AsyncInvokeOutputDataConfig,
  },
  optional: {
    clientRequestToken: asyncInvokeIdempotencyToken,
    failureMessage: asyncInvokeMessage,
    lastModifiedTime: timestamp,
    endTime: timestamp,
  },
};

export const SortAsyncInvocationBy: Enumeration = { type: 'enum', values: ['SubmissionTime'] };

export const SortOrder: Enumeration = { type: 'enum', values: ['Ascending', 'Descending'] };

export const ListAsyncInvokesRequest: Structure = {
  type: 'structure',
  optional: {
    submitTimeAfter: timestamp,
    submitTimeBefore: timestamp,
    statusEquals: AsyncInvokeStatus,
    maxResults: { type: 'integer', min: 1, max: 1000 },
    nextToken: paginationToken,
    sortBy: SortAsyncInvocationBy,
    sortOrder: SortOrder,
  },
};

export const ListAsyncInvokesResponse: Structure = {
  type: 'structure',
  optional: {
    nextToken: paginationToken,
    asyncInvokeSummaries: { type: 'list', member: AsyncInvokeSummary },
  },
};

export const Tag: Structure = { type: 'structure', required: { key: tagKey, value: tagValue } };

export const StartAsyncInvokeRequest: Structure = {
  type: 'structure',
  required: {
    modelId: asyncInvokeModelId,
    modelInput: document,
    outputDataConfig: AsyncInvokeOutputDataConfig,
  },
  optional: {
    clientRequestToken: asyncInvokeIdempotencyToken,
    tags: { type: 'list', member: Tag, min: 0, max: 200 },
  },
};

export const StartAsyncInvokeResponse: Structure = { type: 'structure', required: { invocationArn } };
