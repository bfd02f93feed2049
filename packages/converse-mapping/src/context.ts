// What reading an answer needs to know of the request.

import type { SharedV4Warning } from '@ai-sdk/provider';

/** How the model was asked for JSON. */
export interface RequestedJson {
  /** Where the JSON is. `native`: the text, by constrained decoding. `tool`: the input of a tool. `instruction`: somewhere in the text. */
  readonly means: 'native' | 'tool' | 'instruction';
  /** The name of that tool in the request; never a name of the caller's. */
  readonly toolName?: string | undefined;
  /** Whether the schema's root was not an object, so that it is sent as the member `value` of one, and the answer is unwrapped. */
  readonly wrapped: boolean;
  /** What the JSON may be: an object, an array, or anything. */
  readonly root: 'object' | 'array' | 'any';
  /** Member names that the schema does not allow, into which a model may have put the whole answer. */
  readonly envelopes?: readonly string[];
}

/** A document of the request, in the order in which citations count them. */
export interface CitedDocument {
  /** The name in the request. */
  readonly name: string;
  /** The full media type, as sent. */
  readonly mediaType: string;
  /** The file name that the caller gave. */
  readonly filename?: string | undefined;
}

/** What `fromConverseResponse` and `createStreamMapper` need to know of the request. Made by `toConverseRequest`; holds no secret and no content. */
export interface MappingContext {
  /** The model id, inference profile or ARN that the caller gave. */
  readonly modelId: string;
  /** The model behind it; undefined if an ARN hides it. */
  readonly baseModelId: string | undefined;
  /** The warnings of the request, which are returned with the answer. */
  readonly warnings: readonly SharedV4Warning[];
  /** Whether each event is also passed on unchanged, as a `raw` part. */
  readonly includeRawChunks: boolean;
  /** Tool names that were changed: name in the request → the caller's name. */
  readonly toolNames: ReadonlyMap<string, string>;
  /** Input names that were changed, by the tool's name in the request: name in the request → the caller's name. */
  readonly inputNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The caller's names of the tools of this call. Calls of other tools are dynamic. */
  readonly declaredTools: ReadonlySet<string>;
  /** The caller's ids of the tool calls in the conversation. */
  readonly earlierCalls: ReadonlySet<string>;
  /** The documents of the request, in the order in which citations count them. */
  readonly documents: readonly CitedDocument[];
  /** How JSON was asked for; undefined if it was not. */
  readonly structuredOutput: RequestedJson | undefined;
  /** Whether `inputTokens` in streams of this model family already includes the cached tokens. */
  readonly streamInputIncludesCache: boolean;
  /** Makes ids for blocks and sources, and for tool calls that come without one. */
  readonly generateId: () => string;
}
