// What the way back needs to know of the way there.

import type { SharedV4Warning } from '@ai-sdk/provider';

/** By which means the model was asked for JSON, when it was. */
export interface RequestedJson {
  /** `native`: constrained decoding, the text is the JSON. `tool`: the input of a tool. `instruction`: somewhere in the text. */
  readonly means: 'native' | 'tool' | 'instruction';
  /** The name of the tool on the wire; never one of the caller's. */
  readonly toolName?: string | undefined;
  /** The schema's root was no object, so it travels as the member `value` of one, and the answer is unwrapped. */
  readonly wrapped: boolean;
  /** What the JSON may begin with. */
  readonly root: 'object' | 'array' | 'any';
  /** Names of members that the schema does not allow, in which a model may have put the whole answer. */
  readonly envelopes?: readonly string[];
}

/** A document of the request, in the order in which citations count them. */
export interface CitedDocument {
  /** The name on the wire. */
  readonly name: string;
  /** Full media type, as sent. */
  readonly mediaType: string;
  /** As the caller gave it. */
  readonly filename?: string | undefined;
}

/** Made by `toConverseRequest`, read by `fromConverseResponse` and `createStreamMapper`. Holds no secret and no content. */
export interface MappingContext {
  /** As the caller gave it: id, profile or ARN. */
  readonly modelId: string;
  /** The model behind it; undefined where an ARN hides that. */
  readonly baseModelId: string | undefined;
  /** Of the request; they are given with the answer. */
  readonly warnings: readonly SharedV4Warning[];
  /** Whether each event also comes as it is, as a part `raw`. */
  readonly includeRawChunks: boolean;
  /** Tool names that had to be changed for the wire: name on the wire → the caller's name. */
  readonly toolNames: ReadonlyMap<string, string>;
  /** Names of inputs that had to be changed, by the name of their tool on the wire: name on the wire → the caller's name. */
  readonly inputNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The names of the tools of this call, as the caller gave them. Others that a model calls are dynamic. */
  readonly declaredTools: ReadonlySet<string>;
  /** The ids of the calls in the conversation, as the caller gave them. */
  readonly earlierCalls: ReadonlySet<string>;
  /** In the order in which citations count them. */
  readonly documents: readonly CitedDocument[];
  /** Undefined where no JSON was asked for. */
  readonly structuredOutput: RequestedJson | undefined;
  /** In streams of this family `inputTokens` already includes the cached tokens. */
  readonly streamInputIncludesCache: boolean;
  /** Ids for tool calls and sources that came without one. */
  readonly generateId: () => string;
}
