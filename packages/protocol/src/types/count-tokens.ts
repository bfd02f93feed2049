// The types of src/shapes/count-tokens.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue, Json } from '../values.ts';
import type { Message, SystemContentBlock } from './message.ts';
import type { ToolConfiguration } from './tools.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTokensRequest.html */
export interface ConverseTokensRequest {
  messages?: Message[] | undefined;
  /** What the model is told before the conversation. */
  system?: SystemContentBlock[] | undefined;
  /** The tools that the model may call, or has to. */
  toolConfig?: ToolConfiguration | undefined;
  /** Parameters of the model beyond those of Converse, such as `{ top_k: 5 }`: a JSON object. */
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
  /** The request whose tokens are counted, of Converse or of InvokeModel. */
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
