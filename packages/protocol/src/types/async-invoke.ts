// The types of src/shapes/async-invoke.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { Json } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeOutputDataConfig.html */
export type AsyncInvokeOutputDataConfig = { s3OutputDataConfig: AsyncInvokeS3OutputDataConfig };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeS3OutputDataConfig.html */
export interface AsyncInvokeS3OutputDataConfig {
  /** 1 to 1,024 characters, pattern `s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?`. */
  s3Uri: string;
  /** 1 to 2,048 characters, pattern `arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:((key/[a-zA-Z0-9-]{36})|(alias/[a-zA-Z0-9-_/]+))`. */
  kmsKeyId?: string | undefined;
  /** Pattern `[0-9]{12}`. */
  bucketOwner?: string | undefined;
}

export type AsyncInvokeStatus = 'InProgress' | 'Completed' | 'Failed';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AsyncInvokeSummary.html */
export interface AsyncInvokeSummary {
  /** 1 to 2,048 characters, pattern `arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:async-invoke/[a-z0-9]{12}`. */
  invocationArn: string;
  /** 1 to 2,048 characters, pattern `arn:[a-z0-9\-]+:bedrock:[a-z0-9\-]*:[0-9]*:(provisioned-model|foundation-model)/.+`. */
  modelArn: string;
  submitTime: Date;
  /** Where in S3 the job writes its answer. */
  outputDataConfig: AsyncInvokeOutputDataConfig;
  /** 1 to 256 characters, pattern `[!-~]*`. */
  clientRequestToken?: string | undefined;
  status?: AsyncInvokeStatus | (string & {}) | undefined;
  /** 0 to 2,048 characters. */
  failureMessage?: string | undefined;
  lastModifiedTime?: Date | undefined;
  endTime?: Date | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html */
export interface GetAsyncInvokeRequest {
  /** 1 to 2,048 characters, pattern `arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:async-invoke/[a-z0-9]{12}`. */
  invocationArn: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html */
export interface GetAsyncInvokeResponse {
  /** 1 to 2,048 characters, pattern `arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:async-invoke/[a-z0-9]{12}`. */
  invocationArn: string;
  /** 1 to 2,048 characters, pattern `arn:[a-z0-9\-]+:bedrock:[a-z0-9\-]*:[0-9]*:(provisioned-model|foundation-model)/.+`. */
  modelArn: string;
  status: AsyncInvokeStatus | (string & {});
  submitTime: Date;
  /** Where in S3 the job writes its answer. */
  outputDataConfig: AsyncInvokeOutputDataConfig;
  /** 1 to 256 characters, pattern `[!-~]*`. */
  clientRequestToken?: string | undefined;
  /** 0 to 2,048 characters. */
  failureMessage?: string | undefined;
  lastModifiedTime?: Date | undefined;
  endTime?: Date | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html */
export interface ListAsyncInvokesRequest {
  /** Only jobs that were started after this time. */
  submitTimeAfter?: Date | undefined;
  /** Only jobs that were started before this time. */
  submitTimeBefore?: Date | undefined;
  /** Only jobs with this status. `InProgress`, `Completed` or `Failed`. */
  statusEquals?: AsyncInvokeStatus | undefined;
  /** An integer, 1 to 1,000. */
  maxResults?: number | undefined;
  /** 1 to 2,048 characters, pattern `\S*`. */
  nextToken?: string | undefined;
  /** `SubmissionTime`. */
  sortBy?: SortAsyncInvocationBy | undefined;
  /** `Ascending` or `Descending`. */
  sortOrder?: SortOrder | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html */
export interface ListAsyncInvokesResponse {
  /** 1 to 2,048 characters, pattern `\S*`. */
  nextToken?: string | undefined;
  asyncInvokeSummaries?: AsyncInvokeSummary[] | undefined;
}

export type SortAsyncInvocationBy = 'SubmissionTime';

export type SortOrder = 'Ascending' | 'Descending';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html */
export interface StartAsyncInvokeRequest {
  /** 1 to 256 characters, pattern `[a-zA-Z_\.\-/0-9:]+`. */
  modelId: string;
  /** The model's own request. */
  modelInput: Json;
  /** Where in S3 the job writes its answer. */
  outputDataConfig: AsyncInvokeOutputDataConfig;
  /** A repeated call with the same token starts no second job. 1 to 256 characters, pattern `[!-~]*`. */
  clientRequestToken?: string | undefined;
  /** 0 to 200 items. */
  tags?: Tag[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html */
export interface StartAsyncInvokeResponse {
  /** 1 to 2,048 characters, pattern `arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:async-invoke/[a-z0-9]{12}`. */
  invocationArn: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tag.html */
export interface Tag {
  /** 1 to 128 characters, pattern `[a-zA-Z0-9\s._:/=+@-]*`. */
  key: string;
  /** 0 to 256 characters, pattern `[a-zA-Z0-9\s._:/=+@-]*`. */
  value: string;
}
