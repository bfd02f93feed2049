/**
 * What a model of the specification v3 answers with, as the AI SDK 6 reads it.
 * https://github.com/vercel/ai/tree/release-v6.0/packages/provider/src/language-model/v3
 *
 * The types are written out, so that an app with the AI SDK 6 needs no second copy of `@ai-sdk/provider` to compile.
 *
 * @module
 */
import type { Json, JsonObject, Metadata } from './json.ts';

export type WarningV3 =
  | { type: 'unsupported' | 'compatibility'; feature: string; details?: string }
  | { type: 'other'; message: string };

export interface UsageV3 {
  inputTokens: {
    total: number | undefined;
    noCache: number | undefined;
    cacheRead: number | undefined;
    cacheWrite: number | undefined;
  };
  outputTokens: { total: number | undefined; text: number | undefined; reasoning: number | undefined };
  raw?: JsonObject;
}

export interface FinishReasonV3 {
  unified: 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'error' | 'other';
  raw: string | undefined;
}

interface Described {
  providerMetadata?: Metadata;
}

export interface TextV3 extends Described {
  type: 'text';
  text: string;
}

export interface ReasoningV3 extends Described {
  type: 'reasoning';
  text: string;
}

export interface FileV3 extends Described {
  type: 'file';
  mediaType: string;
  /** Base64 or bytes. */
  data: string | Uint8Array;
}

export type SourceV3 = Described &
  (
    | { type: 'source'; sourceType: 'url'; id: string; url: string; title?: string }
    | {
        type: 'source';
        sourceType: 'document';
        id: string;
        mediaType: string;
        title: string;
        filename?: string;
      }
  );

export interface ToolCallV3 extends Described {
  type: 'tool-call';
  toolCallId: string;
  toolName: string;
  /** JSON. */
  input: string;
  providerExecuted?: boolean;
  dynamic?: boolean;
}

export interface ToolResultV3 extends Described {
  type: 'tool-result';
  toolCallId: string;
  toolName: string;
  result: NonNullable<Json>;
  isError?: boolean;
  preliminary?: boolean;
  dynamic?: boolean;
}

export interface ToolApprovalRequestV3 extends Described {
  type: 'tool-approval-request';
  approvalId: string;
  toolCallId: string;
}

export type ContentV3 =
  | TextV3
  | ReasoningV3
  | FileV3
  | SourceV3
  | ToolCallV3
  | ToolResultV3
  | ToolApprovalRequestV3;

export interface ResponseMetadataV3 {
  id?: string;
  timestamp?: Date;
  modelId?: string;
}

export type StreamPartV3 =
  | (Described & { type: 'text-start' | 'text-end' | 'reasoning-start' | 'reasoning-end'; id: string })
  | (Described & { type: 'text-delta' | 'reasoning-delta' | 'tool-input-delta'; id: string; delta: string })
  | (Described & {
      type: 'tool-input-start';
      id: string;
      toolName: string;
      providerExecuted?: boolean;
      dynamic?: boolean;
      title?: string;
    })
  | (Described & { type: 'tool-input-end'; id: string })
  | ToolApprovalRequestV3
  | ToolCallV3
  | ToolResultV3
  | FileV3
  | SourceV3
  | { type: 'stream-start'; warnings: WarningV3[] }
  | ({ type: 'response-metadata' } & ResponseMetadataV3)
  | (Described & { type: 'finish'; usage: UsageV3; finishReason: FinishReasonV3 })
  | { type: 'raw'; rawValue: unknown }
  | { type: 'error'; error: unknown };

export interface GenerateResultV3 extends Described {
  content: ContentV3[];
  finishReason: FinishReasonV3;
  usage: UsageV3;
  request?: { url?: string; body?: unknown };
  response?: ResponseMetadataV3 & { headers?: Record<string, string>; body?: unknown };
  warnings: WarningV3[];
}

export interface StreamResultV3 {
  stream: ReadableStream<StreamPartV3>;
  request?: { url?: string; body?: unknown };
  response?: { headers?: Record<string, string> };
}
