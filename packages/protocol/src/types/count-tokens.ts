// The types of src/shapes/count-tokens.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue, Json } from '../values.ts';
import type { Message, SystemContentBlock } from './message.ts';
import type { ToolConfiguration } from './tools.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTokensRequest.html */
export interface ConverseTokensRequest {
  messages?: Message[] | undefined;
  system?: SystemContentBlock[] | undefined;
  toolConfig?: ToolConfiguration | undefined;
  additionalModelRequestFields?: Json | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokensInput.html */
export type CountTokensInput =
  | { invokeModel: InvokeModelTokensRequest }
  | { converse: ConverseTokensRequest };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html */
export interface CountTokensRequest {
  /** A model id, not an inference profile. 1 to 256 characters, pattern `[a-zA-Z_\.\-/0-9:]+`. */
  modelId: string;
  input: CountTokensInput;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html */
export interface CountTokensResponse {
  /** An integer. */
  inputTokens: number;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelTokensRequest.html */
export interface InvokeModelTokensRequest {
  /** The body that InvokeModel would be sent. 0 to 25,000,000 bytes. */
  body: BlobValue;
}
