/**
 * The part of a record that tells how a model works with tools.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
 * @module
 */
import type { DocumentFormat } from './input-record.ts';
import type { Support } from './record.ts';

/** A rule for a name or an id: every character out of a class, and a length. */
export interface TextRule {
  /** The inside of a regular expression's character class, such as `a-zA-Z0-9_-`. */
  readonly characters: string;
  /** Characters. */
  readonly minLength: number;
  /** Characters. */
  readonly maxLength: number;
}

/** How a model works with tools. */
export interface ToolUse {
  /** Tools in ConverseStream. Where `false`, the stream is refused and the same request through Converse works. */
  readonly streaming: Support;
  /** The members of `toolConfig.toolChoice` that work. `'ignored'`: Converse takes it, and the model does not do as it is told. */
  readonly choices: {
    readonly auto: Support;
    readonly any: Support | 'ignored';
    readonly tool: Support | 'ignored';
  };
  /** `toolSpec.strict: true`. */
  readonly strict: Support;
  /** What `toolResult.content` may hold. */
  readonly results: {
    readonly text: Support;
    readonly json: Support;
    readonly image: Support;
    /** A list: documents of these formats alone. */
    readonly document: Support | readonly DocumentFormat[];
    readonly video: Support;
    readonly searchResult: Support;
  };
  /** `toolResult.status: 'error'`. */
  readonly errorStatus: Support;
  /** Text and media in one message with tool uses or tool results. A list: of documents, those of these formats alone. */
  readonly mixedTurns: Support | readonly DocumentFormat[];
  /** Text and media behind a tool use in one message of the assistant. */
  readonly textAfterUse: Support;
  /** What a `toolUseId` must look like in a request. */
  readonly ids: TextRule;
  /** Ids as Bedrock gives them, `tooluse_` and 22 characters, whatever `ids` says. */
  readonly bedrockIds: Support;
  /** What a tool's name must look like. */
  readonly names: TextRule;
  /** Which JSON Schemas `toolSpec.inputSchema.json` takes beyond `type: 'object'` at the root, which every model wants. */
  readonly schema: {
    /** `anyOf`, `oneOf` or `allOf` at the root. */
    readonly rootUnions: Support;
    /** Integers beyond 64 bits, such as what a number of JavaScript makes of the largest of 64 bits. */
    readonly largeIntegers: Support;
    /** Members at the root beside `type`, `properties` and `required`: definitions, `additionalProperties`, a title. */
    readonly otherRootMembers: Support;
  };
  /** Names that `toolConfig.tools[].systemTool` takes. */
  readonly systemTools: readonly string[];
}
