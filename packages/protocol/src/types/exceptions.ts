// The types of src/shapes/exceptions.ts, rendered from that table by scripts/write-types.ts; not edited by hand.

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AccessDeniedException.html */
export interface AccessDeniedException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_BadGatewayException.html */
export interface BadGatewayException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
  /** Pattern `[\s\S]*`. */
  resourceName?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConflictException.html */
export interface ConflictException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DependencyFailedException.html */
export interface DependencyFailedException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
  /** Pattern `[\s\S]*`. */
  resourceName?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InternalServerException.html */
export interface InternalServerException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelErrorException.html */
export interface ModelErrorException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
  /** An integer, 100 to 599. */
  originalStatusCode?: number | undefined;
  /** Pattern `[\s\S]*`. */
  resourceName?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelNotReadyException.html */
export interface ModelNotReadyException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelStreamErrorException.html */
export interface ModelStreamErrorException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
  /** An integer, 100 to 599. */
  originalStatusCode?: number | undefined;
  /** Pattern `[\s\S]*`. */
  originalMessage?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelTimeoutException.html */
export interface ModelTimeoutException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankInternalServerException.html */
export interface RerankInternalServerException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
  reason?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResourceNotFoundException.html */
export interface ResourceNotFoundException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceQuotaExceededException.html */
export interface ServiceQuotaExceededException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceUnavailableException.html */
export interface ServiceUnavailableException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ThrottlingException.html */
export interface ThrottlingException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ValidationException.html */
export interface ValidationException {
  /** Pattern `[\s\S]*`. */
  message?: string | undefined;
}
