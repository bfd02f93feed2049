/**
 * What the model may be told of a tool's result, in the AI SDK 6 and 5.
 * https://github.com/vercel/ai/blob/release-v6.0/packages/provider-utils/src/types/content-part.ts and
 * https://github.com/vercel/ai/blob/release-v5.0/packages/provider/src/language-model/v2/language-model-v2-prompt.ts
 *
 * @module
 */
import type { Json } from './json.ts';

type ToolOutput<Value, Item> =
  | { type: 'text' | 'error-text'; value: string }
  | { type: 'json' | 'error-json'; value: Value }
  | { type: 'content'; value: Item[] };

interface TextItem {
  type: 'text';
  text: string;
}

interface MediaItem {
  type: 'media';
  data: string;
  mediaType: string;
}

type JsonV3 = null | string | number | boolean | JsonObjectV3 | JsonV3[];

interface JsonObjectV3 {
  [key: string]: JsonV3 | undefined;
}

interface OptionsV3 {
  providerOptions?: Record<string, JsonObjectV3>;
}

/** What the AI SDK 6 takes, the deprecated `media` of its documentation included. */
export type OutputV3 = OptionsV3 &
  (ToolOutput<JsonV3, ItemV3> | { type: 'execution-denied'; reason?: string });

type ItemV3 =
  | MediaItem
  | (OptionsV3 &
      (
        | TextItem
        | { type: 'image-data'; data: string; mediaType: string }
        | { type: 'file-data'; data: string; mediaType: string; filename?: string }
        | { type: 'image-url'; url: string }
        | { type: 'file-url'; url: string; mediaType?: string }
        | { type: 'image-file-id' | 'file-id'; fileId: string | Record<string, string> }
        | { type: 'custom' }
      ));

/** What the AI SDK 5 takes. */
export type OutputV2 = ToolOutput<Json, TextItem | MediaItem>;
