// The types of src/shapes/tools.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { CachePointBlock } from './message.ts';
import type { Json } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AnyToolChoice.html */
export type AnyToolChoice = { [member: string]: never };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AutoToolChoice.html */
export type AutoToolChoice = { [member: string]: never };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SpecificToolChoice.html */
export interface SpecificToolChoice {
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_-]+`. */
  name: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html */
export interface SystemTool {
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_-]+`. */
  name: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Tool.html */
export type Tool =
  | { toolSpec: ToolSpecification }
  | { systemTool: SystemTool }
  | { cachePoint: CachePointBlock };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html */
export type ToolChoice = { auto: AutoToolChoice } | { any: AnyToolChoice } | { tool: SpecificToolChoice };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html */
export interface ToolConfiguration {
  /** At least 1 item. */
  tools: Tool[];
  /** `auto` by default. */
  toolChoice?: ToolChoice | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolInputSchema.html */
export type ToolInputSchema = { json: Json };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html */
export interface ToolSpecification {
  /** 1 to 64 characters, pattern `[a-zA-Z0-9_-]+`. */
  name: string;
  inputSchema: ToolInputSchema;
  /** Leave it out if it would be empty. At least 1 character. */
  description?: string | undefined;
  /** Whether the input of the tool must match its schema. */
  strict?: boolean | undefined;
}
