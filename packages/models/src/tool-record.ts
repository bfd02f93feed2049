/**
 * The part of a record that tells how a model works with tools.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
 * @module
 */
import type { DocumentFormat } from './input-record.ts';
import type { Support } from './record.ts';

/** A rule for a name or an id: which characters it may have, and how many. */
export interface TextRule {
  /** The inside of a regular expression's character class, such as `a-zA-Z0-9_-`. */
  readonly characters: string;
  /** The least number of characters. */
  readonly minLength: number;
  /** The greatest number of characters. */
  readonly maxLength: number;
}

/** How a model works with tools. */
export interface ToolUse {
  /** Whether ConverseStream takes tools. If `false`, it refuses the request, and Converse takes it. */
  readonly streaming: Support;
  /** Which members of `toolConfig.toolChoice` work. `'ignored'`: Converse takes the member, but the model does not follow it. */
  readonly choices: {
    readonly auto: Support;
    readonly any: Support | 'ignored';
    readonly tool: Support | 'ignored';
  };
  /** Whether `toolSpec.strict: true` is accepted. */
  readonly strict: Support;
  /** What `toolResult.content` may hold. */
  readonly results: {
    readonly text: Support;
    readonly json: Support;
    readonly image: Support;
    /** A list: only documents of these formats. */
    readonly document: Support | readonly DocumentFormat[];
    readonly video: Support;
    readonly searchResult: Support;
  };
  /** Whether `toolResult.status: 'error'` is accepted. */
  readonly errorStatus: Support;
  /** Whether a message may hold text and media beside tool uses or tool results. A list: of documents, only those of these formats. */
  readonly mixedTurns: Support | readonly DocumentFormat[];
  /** Whether a message of the assistant may hold text and media after a tool use. */
  readonly textAfterUse: Support;
  /** The rule for a `toolUseId` in a request. */
  readonly ids: TextRule;
  /** Whether ids that Bedrock made, `tooluse_` and 22 characters, are accepted, whatever `ids` says. */
  readonly bedrockIds: Support;
  /** The rule for the name of a tool. */
  readonly names: TextRule;
  /** Which JSON Schemas `toolSpec.inputSchema.json` may hold. All models need `type: 'object'` at the root. */
  readonly schema: {
    /** `anyOf`, `oneOf` or `allOf` at the root. */
    readonly rootUnions: Support;
    /** Integers beyond 64 bits, such as the number that JavaScript makes of the largest 64-bit integer. */
    readonly largeIntegers: Support;
    /** Members at the root beside `type`, `properties` and `required`, such as definitions, `additionalProperties` or a title. */
    readonly otherRootMembers: Support;
  };
  /** The names that `toolConfig.tools[].systemTool` may have. */
  readonly systemTools: readonly string[];
}
